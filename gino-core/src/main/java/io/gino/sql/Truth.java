/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * A boolean expression used as a condition.
 *
 * @since 0.1.0
 */
public record Truth(Expression<Boolean> expression) implements Condition {

    @Override
    public Precedence precedence() {
        return expression.precedence();
    }

    @Override
    public String resultName() {
        return expression.resultName();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.truth(this);
    }
}

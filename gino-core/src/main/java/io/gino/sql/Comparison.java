/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * Two values compared.
 *
 * @since 0.1.0
 */
public record Comparison(Operator operator, Expression<?> left, Expression<?> right) implements Condition {

    @Override
    public Precedence precedence() {
        return operator.precedence();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.comparison(this);
    }
}

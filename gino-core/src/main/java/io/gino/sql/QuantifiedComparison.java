/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * A value compared with each of several.
 *
 * @since 0.1.0
 */
public record QuantifiedComparison(Operator operator, Expression<?> left, Quantified<?> right) implements Condition {

    @Override
    public Precedence precedence() {
        return operator.precedence();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.quantifiedComparison(this);
    }
}

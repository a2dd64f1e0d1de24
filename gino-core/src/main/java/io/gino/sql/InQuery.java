/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * Whether a value is among the rows of a query.
 *
 * @since 0.1.0
 */
public record InQuery<T>(Expression<T> operand, Query<? extends T> query, boolean negated) implements Condition {

    @Override
    public Precedence precedence() {
        return Precedence.MEMBERSHIP;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.inQuery(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;

/**
 * Two values computed into one.
 *
 * @since 0.1.0
 */
public record Arithmetic<T>(Operator operator, Expression<?> left, Expression<?> right, SqlType<T> type)
        implements Expression<T> {

    @Override
    public Precedence precedence() {
        return operator.precedence();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.arithmetic(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;

/**
 * A value made to be of another type.
 *
 * @since 0.1.0
 */
public record Cast<T>(Expression<?> operand, SqlType<T> type) implements Expression<T> {

    @Override
    public String resultName() {
        return operand.resultName();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.cast(this);
    }
}

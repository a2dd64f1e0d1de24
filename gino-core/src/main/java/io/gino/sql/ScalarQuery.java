/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;

/**
 * A query of one column and at most one row, used as a value.
 *
 * @since 0.1.0
 */
public record ScalarQuery<T>(Query<T> query, SqlType<T> type) implements Expression<T> {

    @Override
    public String resultName() {
        return query.columns().get(0).resultName();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.scalarQuery(this);
    }
}

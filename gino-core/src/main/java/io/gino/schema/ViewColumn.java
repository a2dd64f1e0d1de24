/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Identifier;
import io.gino.type.SqlType;

/** A column of a view, made of what its query selects. */
final class ViewColumn<T> extends ColumnClause<T> {

    private final View view;
    private final Identifier identifier;
    private final Expression<T> base;

    ViewColumn(View view, Identifier identifier, Expression<T> base) {
        this.view = view;
        this.identifier = identifier;
        this.base = base;
    }

    Expression<T> base() {
        return base;
    }

    @Override
    public Identifier identifier() {
        return identifier;
    }

    @Override
    public FromItem source() {
        return view;
    }

    @Override
    public SqlType<T> type() {
        return base.type();
    }
}

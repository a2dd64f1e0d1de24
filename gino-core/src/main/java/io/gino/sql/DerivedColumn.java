/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;

/**
 * A column of an alias or a sub-query, derived from what stands under it.
 *
 * @since 0.1.0
 */
public final class DerivedColumn<T> extends ColumnClause<T> {

    private final FromItem source;
    private final Identifier identifier;
    private final Expression<T> base;

    DerivedColumn(FromItem source, Identifier identifier, Expression<T> base) {
        this.source = source;
        this.identifier = identifier;
        this.base = base;
    }

    /** What this column is made of: the table's column, or the expression that the sub-query selects. */
    public Expression<T> base() {
        return base;
    }

    @Override
    public Identifier identifier() {
        return identifier;
    }

    @Override
    public FromItem source() {
        return source;
    }

    @Override
    public boolean nullable() {
        return !(source instanceof Alias && base instanceof ColumnClause<?> column && !column.nullable());
    }

    @Override
    public SqlType<T> type() {
        return base.type();
    }
}

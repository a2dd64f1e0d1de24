/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;
import java.util.Optional;

/** A column inside a document, where the document is that of an alias. */
final class DerivedField<T> extends ColumnClause<T> {

    private final ColumnClause<T> base;
    private final JsonField<T> field;

    DerivedField(ColumnClause<T> base, JsonField<T> field) {
        this.base = base;
        this.field = field;
    }

    @Override
    public Identifier identifier() {
        return base.identifier();
    }

    @Override
    protected Expression<T> reading(JsonField<T> value) {
        return base.reading(value);
    }

    @Override
    public FromItem source() {
        return field.column().source();
    }

    @Override
    public Optional<JsonField<T>> field() {
        return Optional.of(field);
    }

    @Override
    public SqlType<T> type() {
        return field.type();
    }
}

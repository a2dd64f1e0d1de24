/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of something in FROM; compared by identity. Open to other packages, which know more about their columns than
 * the language does.
 *
 * @since 0.1.0
 */
public abstract non-sealed class ColumnClause<T> implements Expression<T> {

    // Threads that both make it get the same.
    private @Nullable String sql;

    public abstract Identifier identifier();

    /** What the column belongs to. */
    public abstract FromItem source();

    /** The column's name in the database. */
    public String name() {
        return identifier().name();
    }

    /** The column as SQL text that names it anywhere in a statement: after the name of what it belongs to. */
    public final String sql() {
        String known = sql;
        if (known == null) {
            known = sourceName(source()) + "." + identifier().sql();
            sql = known;
        }
        return known;
    }

    private static String sourceName(FromItem source) {
        if (source instanceof TableClause table) {
            return new QualifiedName(table.schema(), table.identifier()).sql();
        } else if (source instanceof Alias alias) {
            return alias.identifier().sql();
        }
        return source instanceof NamedSource named ? named.identifier().sql() : "";
    }

    /** Whether its own table lets it be NULL, as far as this column knows; an outer join makes any column NULL. */
    public boolean nullable() {
        return true;
    }

    /**
     * Refuses to be given a value.
     *
     * @throws StatementException when only PostgreSQL gives it values
     */
    public void requireSettable() {}

    /**
     * Where in another column this one's values are, such as under a key of a JSON document; empty for a column of its
     * own.
     */
    public Optional<JsonField<T>> field() {
        return Optional.empty();
    }

    /** What stands for a value that lies in another column, wherever it is read. */
    protected Expression<T> reading(JsonField<T> field) {
        return field;
    }

    /** The same value in another document, such as that of a sub-query. */
    public ColumnClause<T> within(ColumnClause<?> document) {
        return new DerivedField<>(this, field().orElseThrow().of(document));
    }

    @Override
    public Precedence precedence() {
        return field().isPresent() ? reading(field().get()).precedence() : Precedence.ATOM;
    }

    @Override
    public String resultName() {
        return name();
    }

    @Override
    public final void accept(ExpressionVisitor visitor) {
        Optional<JsonField<T>> field = field();
        if (field.isPresent()) {
            reading(field.get()).accept(visitor);
        } else {
            visitor.column(this);
        }
    }

    @Override
    public String toString() {
        return source().label() + "." + name();
    }
}

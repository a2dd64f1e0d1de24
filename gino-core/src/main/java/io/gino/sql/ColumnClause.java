package io.gino.sql;

import io.gino.error.StatementException;

/**
 * A column of something in FROM; compared by identity. Open to other packages, which know more about their columns than
 * the language does.
 */
public abstract non-sealed class ColumnClause<T> implements Expression<T> {

    public abstract Identifier identifier();

    /** What the column belongs to. */
    public abstract FromItem source();

    /** The column's name in the database. */
    public String name() {
        return identifier().name();
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

    @Override
    public String resultName() {
        return name();
    }

    @Override
    public final void accept(ExpressionVisitor visitor) {
        visitor.column(this);
    }

    @Override
    public String toString() {
        return source().label() + "." + name();
    }
}

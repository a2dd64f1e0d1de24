package io.gino.sql;

import io.gino.error.StatementException;
import java.util.List;

/** A query used as a table, under a name; compared by identity. */
public final class Subquery implements FromItem {

    private final Select<?> query;
    private final Identifier identifier;
    private final List<DerivedColumn<?>> columns;

    Subquery(Select<?> query, Identifier identifier) {
        this.query = query;
        this.identifier = identifier;
        this.columns =
                query.columns().stream().<DerivedColumn<?>>map(this::derive).toList();
    }

    private <T> DerivedColumn<T> derive(Expression<T> expression) {
        return new DerivedColumn<>(this, Identifier.of(expression.resultName()), expression);
    }

    public Select<?> query() {
        return query;
    }

    public Identifier identifier() {
        return identifier;
    }

    /**
     * The sub-query's column that carries what it selects.
     *
     * @throws StatementException when the query does not select it
     */
    @SuppressWarnings("unchecked") // a derived column has its base's type
    public <T> ColumnClause<T> column(Expression<T> selected) {
        for (DerivedColumn<?> column : columns) {
            if (column.base().equals(selected)) {
                return (ColumnClause<T>) column;
            }
        }
        throw new StatementException("The sub-query '" + label() + "' does not select " + selected + ".");
    }

    @Override
    public List<DerivedColumn<?>> columns() {
        return columns;
    }

    @Override
    public String label() {
        return identifier.name();
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public String tableName() {
        return "";
    }
}

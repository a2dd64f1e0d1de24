package io.gino.sql;

import io.gino.error.StatementException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A query used as a table, under a name; compared by identity. */
public final class Subquery implements FromItem {

    private final Select<?> query;
    private final Identifier identifier;
    private final List<DerivedColumn<?>> columns;
    private final Set<String> repeatedNames = new HashSet<>();

    Subquery(Select<?> query, Identifier identifier) {
        this.query = query;
        this.identifier = identifier;
        this.columns =
                query.columns().stream().<DerivedColumn<?>>map(this::derive).toList();
        Set<String> names = new HashSet<>();
        columns.stream()
                .map(ColumnClause::name)
                .filter(name -> !names.add(name))
                .forEach(repeatedNames::add);
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

    /** Whether the query itself says what each column is called. */
    public boolean isNamed() {
        return query.columns().stream().allMatch(column -> column instanceof ColumnClause || column instanceof Label);
    }

    /**
     * Refuses a column that shares its name with another: outside the sub-query nothing tells them apart.
     *
     * @throws StatementException when it does
     */
    public void requireUnique(ColumnClause<?> column) {
        if (repeatedNames.contains(column.name())) {
            throw new StatementException("The sub-query '" + label() + "' selects several columns named '"
                    + column.name() + "'. Give each its own name with as(…).");
        }
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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.Selectable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Something in FROM that is no table of the database, under a name of the statement's own; compared by identity.
 *
 * @since 0.1.0
 */
public abstract sealed class NamedSource implements FromItem permits Subquery, CommonTable, TableFunction {

    private final Identifier identifier;
    private final List<Expression<?>> bases;
    private final List<DerivedColumn<?>> columns = new ArrayList<>();
    private final Set<String> repeatedNames = new HashSet<>();

    NamedSource(Identifier identifier, List<Expression<?>> bases) {
        this.identifier = identifier;
        this.bases = bases;
        Set<String> names = new HashSet<>();
        for (Expression<?> base : bases) {
            columns.add(derive(base));
            if (!names.add(base.resultName())) {
                repeatedNames.add(base.resultName());
            }
        }
    }

    private <T> DerivedColumn<T> derive(Expression<T> base) {
        return new DerivedColumn<>(this, Identifier.of(base.resultName()), base);
    }

    /** The columns under these names, or as they are when there are no names. */
    static List<Expression<?>> renamed(List<Expression<?>> columns, String... names) {
        if (names.length == 0) {
            return columns;
        } else if (names.length != columns.size()) {
            throw new StatementException(
                    "The query has " + columns.size() + " columns; got " + names.length + " names.");
        }
        List<Expression<?>> renamed = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            renamed.add(columns.get(i).as(names[i]));
        }
        return renamed;
    }

    public Identifier identifier() {
        return identifier;
    }

    /** Whether what stands in the parentheses itself says what each column is called. */
    public boolean isNamed(List<? extends Selectable<?>> selected) {
        return selected.equals(bases)
                && bases.stream().allMatch(column -> column instanceof ColumnClause || column instanceof Label);
    }

    /**
     * Refuses a column that shares its name with another: from outside nothing tells them apart.
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
     * The column that carries what is selected inside.
     *
     * @throws StatementException when that is not selected
     */
    @SuppressWarnings("unchecked") // a derived column has its base's type
    public <T> ColumnClause<T> column(Expression<T> selected) {
        for (DerivedColumn<?> column : columns) {
            if (carries(column.base(), selected)) {
                return (ColumnClause<T>) column;
            }
        }
        throw new StatementException("The sub-query '" + label() + "' does not select " + selected + ".");
    }

    private static boolean carries(Expression<?> base, Expression<?> selected) {
        return base.equals(selected)
                || (base instanceof Label<?> label && label.expression().equals(selected));
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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import java.util.List;
import java.util.Optional;

/**
 * A table under another name, to join it with itself or twice; compared by identity. Open to other packages, whose
 * aliases may name their columns.
 *
 * @since 0.1.0
 */
public non-sealed class Alias implements FromItem {

    private final TableClause table;
    private final Identifier identifier;
    private final List<DerivedColumn<?>> columns;

    @SuppressWarnings("this-escape") // the columns keep it, and ask nothing of it yet
    protected Alias(TableClause table, Identifier identifier) {
        this.table = table;
        this.identifier = identifier;
        this.columns = table.columns().stream()
                .<DerivedColumn<?>>map(column -> new DerivedColumn<>(this, column.identifier(), column))
                .toList();
    }

    public TableClause table() {
        return table;
    }

    public Identifier identifier() {
        return identifier;
    }

    /** This alias's counterpart of a column of the table. */
    @SuppressWarnings("unchecked") // a derived column has its base's type
    public <T> ColumnClause<T> column(ColumnClause<T> base) {
        Optional<JsonField<T>> field = base.field();
        if (field.isPresent()) {
            return base.within(column(field.get().column()));
        }
        for (DerivedColumn<?> column : columns) {
            if (column.base() == base) {
                return (ColumnClause<T>) column;
            }
        }
        return (ColumnClause<T>) column(base.name());
    }

    /** About so many percent of the rows, chosen by chance. */
    public TableSample tablesample(TableSample.Method method, double percent) {
        return TableSample.of(this, method, percent);
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
        return table.references().stream()
                .map(reference -> new Reference(
                        reference.columns().stream().map(this::column).toList(),
                        reference.targetTable(),
                        reference.targetColumns()))
                .toList();
    }

    @Override
    public String tableName() {
        return table.tableName();
    }
}

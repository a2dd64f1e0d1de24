/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.Types;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a table, chosen by chance. Its columns are the table's own.
 *
 * @param table a table, or its alias
 * @param seed a number that gives the same rows each time, as long as the table does not change
 * @since 0.1.0
 */
public record TableSample(FromItem table, Method method, Expression<Double> percent, Optional<Expression<Double>> seed)
        implements FromItem {

    /** How rows are chosen. */
    public enum Method {
        /** Row by row: evenly, and reading the whole table. */
        BERNOULLI,
        /** Whole pages of the table: fast, and neighbours come together. */
        SYSTEM
    }

    static TableSample of(FromItem table, Method method, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new StatementException("A sample of '" + table.label()
                    + "' takes from 0 to 100 percent of its rows; got " + percent + ".");
        }
        return new TableSample(table, method, new Bind<>(Types.DOUBLE, percent), Optional.empty());
    }

    /** The same rows for the same seed, as long as the table does not change. */
    public TableSample repeatable(double number) {
        return new TableSample(table, method, percent, Optional.of(new Bind<>(Types.DOUBLE, number)));
    }

    @Override
    public List<? extends ColumnClause<?>> columns() {
        return table.columns();
    }

    @Override
    public String label() {
        return table.label();
    }

    @Override
    public List<Reference> references() {
        return table.references();
    }

    @Override
    public List<FromItem> parts() {
        return List.of(table);
    }

    @Override
    public String tableName() {
        return table.tableName();
    }
}

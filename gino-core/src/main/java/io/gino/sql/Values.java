/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.row.RowReader;
import java.util.List;

/**
 * Rows written into the statement itself. PostgreSQL calls their columns {@code column1}, {@code column2}, …; as a table
 * they can be named: {@code values(…).asTable("v", "id", "name")}.
 *
 * @param <R> what each row is read as
 * @since 0.1.0
 */
public final class Values<R> implements Query<R> {

    private final List<List<Expression<?>>> rows;
    private final RowReader<R> reader;

    private Values(List<List<Expression<?>>> rows, RowReader<R> reader) {
        this.rows = rows;
        this.reader = reader;
    }

    static Values<Row> of(List<? extends List<? extends Expression<?>>> rows) {
        if (rows.isEmpty() || rows.get(0).isEmpty()) {
            throw new StatementException("VALUES needs at least one row of at least one value.");
        }
        int width = rows.get(0).size();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != width) {
                throw new StatementException("VALUES needs rows of equal length; the first has " + width
                        + " values, row " + (i + 1) + " has " + rows.get(i).size() + ".");
            }
        }
        return new Values<>(rows.stream().map(List::<Expression<?>>copyOf).toList(), RowReader.ROWS);
    }

    public List<List<Expression<?>>> rows() {
        return rows;
    }

    @Override
    public <X> Values<X> read(RowReader<X> other) {
        return new Values<>(rows, other);
    }

    @Override
    public List<Expression<?>> columns() {
        return rows.get(0);
    }

    @Override
    public RowReader<R> reader() {
        return reader;
    }

    @Override
    public String toString() {
        return StatementPrinter.toString(this);
    }
}

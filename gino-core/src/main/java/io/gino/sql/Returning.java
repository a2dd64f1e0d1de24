/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.FirstColumn;
import io.gino.row.Row;
import io.gino.row.RowReader;
import java.util.List;

/** What INSERT, UPDATE and DELETE return of the rows they touch. */
record Returning<R>(List<Expression<?>> columns, RowReader<R> reader) {

    Returning {
        columns = List.copyOf(columns);
    }

    static Returning<Row> nothing() {
        return new Returning<>(List.of(), RowReader.ROWS);
    }

    static <T> Returning<T> of(Expression<T> column) {
        return new Returning<>(List.of(column), new FirstColumn<>(column.type()));
    }

    static Returning<Row> of(TableClause table, Expression<?>... columns) {
        return new Returning<>(columns.length == 0 ? List.copyOf(table.columns()) : List.of(columns), RowReader.ROWS);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.sql.Bind;
import io.gino.sql.ColumnClause;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Precedence;
import io.gino.sql.Sql;
import io.gino.sql.TableFunction;
import io.gino.sql.Template;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values that travel beside a statement, as a table in it: one array for each column, and so one text for any
 * number of rows. They are numbered from 1 in their order.
 */
final class Given {

    private final List<? extends ColumnClause<?>> columns;
    private final TableFunction table;

    private Given(List<? extends ColumnClause<?>> columns, TableFunction table) {
        this.columns = columns;
        this.table = table;
    }

    /** @param rows the values of each row, in the order of the columns; null is NULL */
    static Given of(List<? extends ColumnClause<?>> columns, List<? extends List<? extends @Nullable Object>> rows) {
        List<Expression<?>> arrays = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            arrays.add(array(columns.get(i), i, rows));
        }
        TableFunction table = Sql.tableFunction("unnest", "given", arrays.toArray(Expression<?>[]::new));
        String place = "place";
        for (ColumnClause<?> column : columns) {
            table = table.withColumn(column.name(), travelling(column.type()));
            place += column.name().equals(place) ? "_" : "";
        }
        return new Given(columns, table.withOrdinality(place));
    }

    private static <T> Expression<?> array(
            ColumnClause<T> column, int index, List<? extends List<? extends @Nullable Object>> rows) {
        List<@Nullable T> elements = new ArrayList<>(rows.size());
        for (List<? extends @Nullable Object> row : rows) {
            Object value = row.get(index);
            elements.add(value == null ? null : column.type().writable(value));
        }
        SqlType<List<T>> type = travelling(column.type()).array();
        Bind<List<T>> bind = new Bind<>(type, elements);
        return type.needsCast()
                ? bind
                : new Template<>(List.of("", "::" + type.bareName()), List.of(bind), type, Precedence.UNARY);
    }

    /** What unnest would take apart travels as text, and gets its type where it is used. */
    private static <T> SqlType<T> travelling(SqlType<T> type) {
        return type.goesAsTextInRows() ? type.asText() : type;
    }

    TableFunction table() {
        return table;
    }

    /** The number of the row. */
    Expression<?> place() {
        return table.columns().get(columns.size());
    }

    /** The value for this column in a row. */
    Expression<?> value(ColumnClause<?> column) {
        Expression<?> value = table.columns().get(columns.indexOf(column));
        SqlType<?> type = column.type();
        return type.goesAsTextInRows()
                ? new Template<>(List.of("", "::" + type.bareName()), List.of(value), type, Precedence.UNARY)
                : value;
    }

    /** That these columns have the values of the row. */
    Condition matches(List<? extends ColumnClause<?>> keys) {
        return matches(keys, key -> key);
    }

    /** That what these columns are called here has the values of the row. */
    <C extends ColumnClause<?>> Condition matches(List<C> keys, Function<C, ? extends ColumnClause<?>> calledHere) {
        return Condition.and(keys.stream()
                .map(key -> equal(calledHere.apply(key), value(key)))
                .toList());
    }

    @SuppressWarnings("unchecked") // the column's own values
    private static <T> Condition equal(ColumnClause<T> column, Expression<?> value) {
        return column.eq((Expression<T>) value);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * New rows for a table.
 *
 * @param <R> what each returned row is read as
 * @since 0.1.0
 */
public final class Insert<R> implements Statement<R> {

    private static final Expression<?> EMPTY_DOCUMENT = new Bind<>(Types.JSONB, new Json("{}"));

    private final TableClause table;
    private final Source source;
    private final Optional<Conflict> conflict;
    private final Returning<R> returning;

    private Insert(TableClause table, Source source, Optional<Conflict> conflict, Returning<R> returning) {
        this.table = table;
        this.source = source;
        this.conflict = conflict;
        this.returning = returning;
    }

    static Insert<Row> into(TableClause table) {
        return new Insert<>(table, new Values(List.of()), Optional.empty(), Returning.nothing());
    }

    /** Where the rows come from. */
    public sealed interface Source permits Values, Arrays, FromQuery {}

    /** One row; without assignments, of defaults only. */
    public record Values(List<Assignment> assignments) implements Source {
        public Values {
            assignments = List.copyOf(assignments);
        }
    }

    /** Any number of rows, column by column: each expression is an array with an element for each row. */
    public record Arrays(List<Assignment> assignments) implements Source {
        public Arrays {
            assignments = List.copyOf(assignments);
        }
    }

    /** The rows of a query. */
    public record FromQuery(List<? extends ColumnClause<?>> columns, Query<?> query) implements Source {
        public FromQuery {
            columns = List.copyOf(columns);
            if (columns.size() != query.columns().size()) {
                throw new StatementException("INSERT names " + columns.size() + " columns; its query has "
                        + query.columns().size() + ".");
            }
        }
    }

    /** A value for a column of the new row; null is NULL. */
    public <T> Insert<R> set(ColumnClause<T> column, @Nullable T value) {
        return assign(new Assignment(column, new Bind<>(column.type(), value)));
    }

    public <T> Insert<R> set(ColumnClause<T> column, Expression<? extends T> value) {
        return assign(new Assignment(column, value));
    }

    /** What the table says the column is when nothing is said. */
    public Insert<R> setDefault(ColumnClause<?> column) {
        return assign(Assignment.ofDefault(column));
    }

    /** A value for the column of this name; it must be of the column's Java type. */
    public Insert<R> set(String column, @Nullable Object value) {
        return assign(Assignment.of(table, column, value));
    }

    private Insert<R> assign(Assignment assignment) {
        if (!(source instanceof Values values)) {
            throw severalSources();
        }
        return new Insert<>(
                table,
                new Values(Assignment.with(table, values.assignments(), assignment, document -> EMPTY_DOCUMENT)),
                conflict,
                returning);
    }

    private Insert<R> from(Source other) {
        if (!(source instanceof Values values && values.assignments().isEmpty())) {
            throw severalSources();
        }
        return new Insert<>(table, other, conflict, returning);
    }

    private static StatementException severalSources() {
        return new StatementException(
                "INSERT takes its rows from one place: from set(…), from rows(…) or from a query.");
    }

    /**
     * Any number of rows given column by column, as one array for each column.
     *
     * @param columns the columns to fill; the others get their defaults
     * @param rows the values of each row, in the order of the columns; null is NULL
     */
    public Insert<R> rows(
            List<? extends ColumnClause<?>> columns, List<? extends List<? extends @Nullable Object>> rows) {
        requireRows(columns, rows);
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            assignments = Assignment.with(table, assignments, array(columns.get(i), i, rows));
        }
        for (Assignment given : table.clientDefaults()) {
            if (!columns.contains(given.column())) {
                assignments = Assignment.with(table, assignments, defaults(given.column(), rows.size()));
            }
        }
        return from(new Arrays(assignments));
    }

    /** The column's own value for each of so many rows. */
    private Assignment defaults(ColumnClause<?> column, int rows) {
        List<List<@Nullable Object>> values = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            for (Assignment given : table.clientDefaults()) {
                if (given.column() == column) {
                    values.add(Collections.singletonList(((Bind<?>) given.value()).value()));
                }
            }
        }
        return array(column, 0, values);
    }

    private static void requireRows(
            List<? extends ColumnClause<?>> columns, List<? extends List<? extends @Nullable Object>> rows) {
        if (columns.isEmpty()) {
            throw new StatementException("INSERT of rows needs at least one column.");
        }
        for (ColumnClause<?> column : columns) {
            if (column.field().isPresent()) {
                throw new StatementException("INSERT of rows cannot fill " + column
                        + " alone: it lies inside a document. Name the document's column, and give whole documents.");
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns.size()) {
                throw new StatementException("INSERT names " + columns.size() + " columns; row " + (i + 1) + " has "
                        + rows.get(i).size() + " values.");
            }
        }
    }

    @SuppressWarnings("unchecked") // an element that is not a T is refused by the column's type when it is written
    private static <T> Assignment array(
            ColumnClause<T> column, int index, List<? extends List<? extends @Nullable Object>> rows) {
        List<T> elements = new ArrayList<>(rows.size());
        for (List<? extends @Nullable Object> row : rows) {
            elements.add((T) row.get(index));
        }
        SqlType<T> type = column.type().goesAsTextInRows() ? column.type().asText() : column.type();
        return new Assignment(column, new Bind<>(type.array(), elements));
    }

    /** The rows of a query, its columns in the order of these. */
    public Insert<R> from(List<? extends ColumnClause<?>> columns, Query<?> query) {
        columns.forEach(column -> Assignment.requireColumn(table, column));
        return from(new FromQuery(columns, query));
    }

    /** When a unique constraint or index over these columns or expressions refuses a row. */
    public Conflict.Choice<R> onConflict(Expression<?>... target) {
        return new Conflict.Choice<>(
                this, new Conflict(List.of(target), Optional.empty(), Condition.none(), Optional.empty()));
    }

    /** When the unique constraint of this name refuses a row. */
    public Conflict.Choice<R> onConflictOn(String constraint) {
        return new Conflict.Choice<>(
                this,
                new Conflict(List.of(), Optional.of(Identifier.of(constraint)), Condition.none(), Optional.empty()));
    }

    Insert<R> on(Conflict chosen) {
        return new Insert<>(table, source, Optional.of(chosen), returning);
    }

    /** What becomes of rows that a unique constraint refuses; empty to fail. */
    public Optional<Conflict> conflict() {
        return conflict;
    }

    /** With this column of each stored row returned. */
    public <T> Insert<T> returning(Expression<T> column) {
        return new Insert<>(table, source, conflict, Returning.of(column));
    }

    /** With these columns of each stored row returned; with none named, all. */
    public Insert<Row> returning(Expression<?>... columns) {
        return new Insert<>(table, source, conflict, Returning.of(table, columns));
    }

    /** With these columns of each stored row returned and read by {@code reader}. */
    public <X> Insert<X> returning(List<? extends Expression<?>> columns, RowReader<X> reader) {
        return new Insert<>(table, source, conflict, new Returning<>(List.copyOf(columns), reader));
    }

    /** With each stored row returned as what the selection, such as a model's loader, makes of it. */
    public <X> Insert<X> returning(Selection<X> selection) {
        return returning(selection.columns(), selection);
    }

    @Override
    public <X> Insert<X> read(RowReader<X> reader) {
        return new Insert<>(table, source, conflict, new Returning<>(returning.columns(), reader));
    }

    /** What this returns, as a table for the statement that uses it in FROM. */
    public CommonTable asCommonTable(String name) {
        return CommonTable.of(name, this, returning.columns());
    }

    public TableClause table() {
        return table;
    }

    /** Where the rows come from, with what the table gives to columns that are not set. */
    public Source source() {
        List<Assignment> defaults = defaults();
        if (defaults.isEmpty() || !(source instanceof Values values)) {
            return source;
        }
        List<Assignment> all = new ArrayList<>(values.assignments());
        all.addAll(defaults);
        return new Values(all);
    }

    /** What the table gives to columns of the one row that are not set; made anew by each call. */
    public List<Assignment> defaults() {
        List<Assignment> defaults = new ArrayList<>();
        if (source instanceof Values values) {
            for (Assignment more : table.clientDefaults()) {
                if (!Assignment.isSet(values.assignments(), more.column())) {
                    defaults.add(more);
                }
            }
        }
        return defaults;
    }

    /** The columns that come back; none when nothing is returned. */
    public List<Expression<?>> returned() {
        return returning.columns();
    }

    @Override
    public RowReader<R> reader() {
        return returning.reader();
    }

    @Override
    public String toString() {
        return StatementPrinter.toString(this);
    }
}

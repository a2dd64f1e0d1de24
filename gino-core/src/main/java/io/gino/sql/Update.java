/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.row.RowReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New values for rows of a table. Without {@link #where} it must be told {@link #everyRow}.
 *
 * @param <R> what each returned row is read as
 * @since 0.1.0
 */
public final class Update<R> implements Statement<R> {

    private final TableClause table;
    private final List<Assignment> assignments;
    private final List<FromItem> from;
    private final Scope scope;
    private final Returning<R> returning;

    private Update(
            TableClause table, List<Assignment> assignments, List<FromItem> from, Scope scope, Returning<R> returning) {
        this.table = table;
        this.assignments = List.copyOf(assignments);
        this.from = List.copyOf(from);
        this.scope = scope;
        this.returning = returning;
    }

    static Update<Row> of(TableClause table) {
        return new Update<>(table, List.of(), List.of(), Scope.UNSAID, Returning.nothing());
    }

    /** A new value for a column; null is NULL. */
    public <T> Update<R> set(ColumnClause<T> column, @Nullable T value) {
        return set(new Assignment(column, new Bind<>(column.type(), value)));
    }

    /** A new value computed from the row as it was. */
    public <T> Update<R> set(ColumnClause<T> column, Expression<? extends T> value) {
        return set(new Assignment(column, value));
    }

    /** What the table says the column is when nothing is said. */
    public Update<R> setDefault(ColumnClause<?> column) {
        return set(Assignment.ofDefault(column));
    }

    /** A new value for the column of this name; it must be of the column's Java type. */
    public Update<R> set(String column, @Nullable Object value) {
        return set(Assignment.of(table, column, value));
    }

    /** One more assignment; a later one of the same column takes the earlier one's place. */
    public Update<R> set(Assignment assignment) {
        return new Update<>(table, Assignment.with(table, assignments, assignment), from, scope, returning);
    }

    /** With the rows of these, joined by {@link #where}, to compute new values from. */
    public Update<R> from(FromItem... items) {
        List<FromItem> more = new ArrayList<>(from);
        more.addAll(Arrays.asList(items));
        return new Update<>(table, assignments, more, scope, returning);
    }

    /** Only rows that meet the condition; called again, both. */
    public Update<R> where(Expression<Boolean> condition) {
        return new Update<>(table, assignments, from, scope.and(condition), returning);
    }

    /** Says that every row is meant. */
    public Update<R> everyRow() {
        return new Update<>(table, assignments, from, scope.toEveryRow(), returning);
    }

    /** With this column of each changed row returned. */
    public <T> Update<T> returning(Expression<T> column) {
        return new Update<>(table, assignments, from, scope, Returning.of(column));
    }

    /** With these columns of each changed row returned; with none named, all. */
    public Update<Row> returning(Expression<?>... columns) {
        return new Update<>(table, assignments, from, scope, Returning.of(table, columns));
    }

    /** With these columns of each changed row returned and read by {@code reader}. */
    public <X> Update<X> returning(List<? extends Expression<?>> columns, RowReader<X> reader) {
        return new Update<>(table, assignments, from, scope, new Returning<>(List.copyOf(columns), reader));
    }

    /** With each changed row returned as what the selection, such as a model's loader, makes of it. */
    public <X> Update<X> returning(Selection<X> selection) {
        return returning(selection.columns(), selection);
    }

    /**
     * Refuses what must not be sent.
     *
     * @throws StatementException when nothing is set, or neither {@link #where} nor {@link #everyRow} was said
     */
    public void requireComplete() {
        if (assignments.isEmpty()) {
            throw new StatementException("UPDATE of '" + table.label() + "' sets nothing. Add set(column, value).");
        }
        scope.require("UPDATE", table);
    }

    /** Whether this says no more than what to set. */
    boolean onlySets() {
        return from.isEmpty()
                && scope.equals(Scope.UNSAID)
                && returning.columns().isEmpty();
    }

    @Override
    public <X> Update<X> read(RowReader<X> reader) {
        return new Update<>(table, assignments, from, scope, new Returning<>(returning.columns(), reader));
    }

    /** What this returns, as a table for the statement that uses it in FROM. */
    public CommonTable asCommonTable(String name) {
        return CommonTable.of(name, this, returning.columns());
    }

    public TableClause table() {
        return table;
    }

    /** What was set, and then what the table sets at every UPDATE; nothing when nothing was set. */
    public List<Assignment> assignments() {
        List<Assignment> own = assignments.isEmpty() ? List.of() : table.onUpdate();
        if (own.isEmpty()) {
            return assignments;
        }
        List<Assignment> all = new ArrayList<>(assignments);
        for (Assignment more : own) {
            if (!Assignment.isSet(assignments, more.column())) {
                all.add(more);
            }
        }
        return all;
    }

    public List<FromItem> from() {
        return from;
    }

    public Condition where() {
        return scope.where();
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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.row.RowReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The removal of rows from a table. Without {@link #where} it must be told {@link #everyRow}.
 *
 * @param <R> what each returned row is read as
 * @since 0.1.0
 */
public final class Delete<R> implements Statement<R> {

    private final TableClause table;
    private final List<FromItem> using;
    private final Scope scope;
    private final Returning<R> returning;

    private Delete(TableClause table, List<FromItem> using, Scope scope, Returning<R> returning) {
        this.table = table;
        this.using = List.copyOf(using);
        this.scope = scope;
        this.returning = returning;
    }

    static Delete<Row> from(TableClause table) {
        return new Delete<>(table, List.of(), Scope.UNSAID, Returning.nothing());
    }

    /** With the rows of these, joined by {@link #where}, to tell which rows to remove. */
    public Delete<R> using(FromItem... items) {
        List<FromItem> more = new ArrayList<>(using);
        more.addAll(Arrays.asList(items));
        return new Delete<>(table, more, scope, returning);
    }

    /** Only rows that meet the condition; called again, both. */
    public Delete<R> where(Expression<Boolean> condition) {
        return new Delete<>(table, using, scope.and(condition), returning);
    }

    /** Says that every row is meant. */
    public Delete<R> everyRow() {
        return new Delete<>(table, using, scope.toEveryRow(), returning);
    }

    /** With this column of each removed row returned. */
    public <T> Delete<T> returning(Expression<T> column) {
        return new Delete<>(table, using, scope, Returning.of(column));
    }

    /** With these columns of each removed row returned; with none named, all. */
    public Delete<Row> returning(Expression<?>... columns) {
        return new Delete<>(table, using, scope, Returning.of(table, columns));
    }

    /** With these columns of each removed row returned and read by {@code reader}. */
    public <X> Delete<X> returning(List<? extends Expression<?>> columns, RowReader<X> reader) {
        return new Delete<>(table, using, scope, new Returning<>(List.copyOf(columns), reader));
    }

    /** With each removed row returned as what the selection, such as a model's loader, makes of it. */
    public <X> Delete<X> returning(Selection<X> selection) {
        return returning(selection.columns(), selection);
    }

    /**
     * Refuses what must not be sent.
     *
     * @throws StatementException when neither {@link #where} nor {@link #everyRow} was said
     */
    public void requireComplete() {
        scope.require("DELETE", table);
    }

    @Override
    public <X> Delete<X> read(RowReader<X> reader) {
        return new Delete<>(table, using, scope, new Returning<>(returning.columns(), reader));
    }

    /** What this returns, as a table for the statement that uses it in FROM. */
    public CommonTable asCommonTable(String name) {
        return CommonTable.of(name, this, returning.columns());
    }

    public TableClause table() {
        return table;
    }

    public List<FromItem> using() {
        return using;
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

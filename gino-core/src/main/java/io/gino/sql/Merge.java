/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.row.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows of a table and rows of a source brought together: for each pair, and for each row without a partner, the first
 * branch whose condition holds says what becomes of it. From PostgreSQL 15 on; RETURNING and rows that the source does not
 * have from 17 on.
 *
 * @param <R> what each returned row is read as
 * @since 0.1.0
 */
public final class Merge<R> implements Statement<R> {

    private final TableClause table;
    private final FromItem source;
    private final Condition on;
    private final List<Branch> branches;
    private final Returning<R> returning;

    private Merge(TableClause table, FromItem source, Condition on, List<Branch> branches, Returning<R> returning) {
        this.table = table;
        this.source = source;
        this.on = on;
        this.branches = List.copyOf(branches);
        this.returning = returning;
    }

    static Merge<Row> of(TableClause table, FromItem source, Expression<Boolean> on) {
        return new Merge<>(table, source, Condition.of(on), List.of(), Returning.nothing());
    }

    /** Which rows a branch is about. */
    public enum Match {
        /** A row of the table and one of the source that belong together. */
        MATCHED,
        /** A row of the source that the table does not have. */
        NOT_MATCHED,
        /** A row of the table that the source does not have. */
        NOT_MATCHED_BY_SOURCE;

        /** The keywords. */
        public String sql() {
            return name().replace('_', ' ');
        }
    }

    /** What becomes of a row. */
    public sealed interface Action permits Change, Addition, Removal, Nothing {}

    /** New values for the table's row. */
    public record Change(List<Assignment> assignments) implements Action {
        public Change {
            assignments = List.copyOf(assignments);
        }
    }

    /** A new row for the table; without assignments, of defaults only. */
    public record Addition(List<Assignment> assignments) implements Action {
        public Addition {
            assignments = List.copyOf(assignments);
        }
    }

    /** The table's row goes. */
    public record Removal() implements Action {}

    /** All stays as it is. */
    public record Nothing() implements Action {}

    /** What becomes of the rows of one kind that meet a condition. */
    public record Branch(Match match, Condition condition, Action action) {}

    /** For a row of the table with its partner in the source. */
    public OfRow<R> whenMatched() {
        return new OfRow<>(this, Match.MATCHED, Condition.none());
    }

    /** For a row of the table and its partner in the source, when both together meet the condition. */
    public OfRow<R> whenMatched(Expression<Boolean> condition) {
        return new OfRow<>(this, Match.MATCHED, Condition.of(condition));
    }

    /** For a row of the source without a partner in the table. */
    public OfMissing<R> whenNotMatched() {
        return new OfMissing<>(this, Condition.none());
    }

    /** For a row of the source that meets the condition and has no partner in the table. */
    public OfMissing<R> whenNotMatched(Expression<Boolean> condition) {
        return new OfMissing<>(this, Condition.of(condition));
    }

    /** For a row of the table without a partner in the source; from PostgreSQL 17 on. */
    public OfRow<R> whenNotMatchedBySource() {
        return new OfRow<>(this, Match.NOT_MATCHED_BY_SOURCE, Condition.none());
    }

    /** For a row of the table that meets the condition and has no partner in the source; from PostgreSQL 17 on. */
    public OfRow<R> whenNotMatchedBySource(Expression<Boolean> condition) {
        return new OfRow<>(this, Match.NOT_MATCHED_BY_SOURCE, Condition.of(condition));
    }

    /**
     * A branch about rows of the table that has not yet said what to do.
     *
     * @param <R> what the statement's rows are read as
     */
    public static final class OfRow<R> {

        private final Merge<R> merge;
        private final Match match;
        private final Condition condition;

        private OfRow(Merge<R> merge, Match match, Condition condition) {
            this.merge = merge;
            this.match = match;
            this.condition = condition;
        }

        /** Changes the row: {@code update(row -> row.set(stock, delivery))}. */
        public Merge<R> update(UnaryOperator<Update<Row>> change) {
            Update<Row> update = change.apply(merge.table.update());
            if (update.assignments().isEmpty()) {
                throw merge.error(
                        "updates nothing in one of its branches. Add set(column, value), or use doNothing().");
            } else if (!update.onlySets()) {
                throw merge.error("changes a row only by set(…): its condition belongs into the branch, and its"
                        + " returning(…) at the end.");
            }
            return then(new Change(update.assignments()));
        }

        /** Removes the row. */
        public Merge<R> delete() {
            return then(new Removal());
        }

        /** Leaves the row as it is, and no later branch sees it. */
        public Merge<R> doNothing() {
            return then(new Nothing());
        }

        private Merge<R> then(Action action) {
            return merge.with(new Branch(match, condition, action));
        }
    }

    /**
     * A branch about rows that the table does not have, and that has not yet said what to do.
     *
     * @param <R> what the statement's rows are read as
     */
    public static final class OfMissing<R> {

        private final Merge<R> merge;
        private final Condition condition;

        private OfMissing(Merge<R> merge, Condition condition) {
            this.merge = merge;
            this.condition = condition;
        }

        /** Adds a row: {@code insert(row -> row.set(name, delivery.column(name)))}. */
        public Merge<R> insert(UnaryOperator<Insert<Row>> fill) {
            Insert<Row> insert = fill.apply(merge.table.insert());
            boolean single = insert.conflict().isEmpty() && insert.returned().isEmpty();
            if (!single || !(insert.source() instanceof Insert.Values values)) {
                throw merge.error("adds a row only by set(…): no other rows, no onConflict(…), and its returning(…) at"
                        + " the end.");
            }
            return merge.with(new Branch(Match.NOT_MATCHED, condition, new Addition(values.assignments())));
        }

        /** Leaves the row out, and no later branch sees it. */
        public Merge<R> doNothing() {
            return merge.with(new Branch(Match.NOT_MATCHED, condition, new Nothing()));
        }
    }

    private Merge<R> with(Branch added) {
        for (Branch branch : branches) {
            if (branch.match() == added.match() && branch.condition().equals(Condition.none())) {
                throw error("never comes to a branch for " + added.match().sql()
                        + ": an earlier one takes all such rows. Give that one a condition, or put it last.");
            }
        }
        List<Branch> all = new ArrayList<>(branches);
        all.add(added);
        return new Merge<>(table, source, on, all, returning);
    }

    private StatementException error(String what) {
        return new StatementException("MERGE into '" + table.label() + "' " + what);
    }

    /** With this column of each touched row returned; from PostgreSQL 17 on. */
    public <T> Merge<T> returning(Expression<T> column) {
        return new Merge<>(table, source, on, branches, Returning.of(column));
    }

    /** With these columns of each touched row returned; with none named, all of the table's. From PostgreSQL 17 on. */
    public Merge<Row> returning(Expression<?>... columns) {
        return new Merge<>(table, source, on, branches, Returning.of(table, columns));
    }

    /**
     * Refuses what must not be sent.
     *
     * @throws StatementException when no branch says what to do
     */
    public void requireComplete() {
        if (branches.isEmpty()) {
            throw error("does nothing. Add whenMatched(), whenNotMatched() or whenNotMatchedBySource().");
        }
    }

    @Override
    public <X> Merge<X> read(RowReader<X> reader) {
        return new Merge<>(table, source, on, branches, new Returning<>(returning.columns(), reader));
    }

    /** What this returns, as a table for the statement that uses it in FROM. */
    public CommonTable asCommonTable(String name) {
        return CommonTable.of(name, this, returning.columns());
    }

    public TableClause table() {
        return table;
    }

    public FromItem source() {
        return source;
    }

    /** Which rows belong together. */
    public Condition on() {
        return on;
    }

    public List<Branch> branches() {
        return branches;
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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * ON CONFLICT: what becomes of a new row that a unique constraint or index refuses.
 *
 * @param target the columns or expressions of that index; empty when the constraint is named, or any is meant
 * @param constraint the constraint's name
 * @param targetWhere the condition of a partial index
 * @param update the change of the row that is there already; empty to leave it and drop the new one
 * @since 0.1.0
 */
public record Conflict(
        List<Expression<?>> target,
        Optional<Identifier> constraint,
        Condition targetWhere,
        Optional<Update<Row>> update) {

    public Conflict {
        target = List.copyOf(target);
    }

    /** An INSERT that has said which conflict it means, and not yet what to do about it. */
    public static final class Choice<R> {

        private final Insert<R> insert;
        private final Conflict conflict;

        Choice(Insert<R> insert, Conflict conflict) {
            this.insert = insert;
            this.conflict = conflict;
        }

        /** The conflict with a partial index of this condition. */
        public Choice<R> where(Expression<Boolean> condition) {
            return new Choice<>(
                    insert,
                    new Conflict(
                            conflict.target,
                            conflict.constraint,
                            conflict.targetWhere.and(condition),
                            conflict.update));
        }

        /** Drops the new row; it is not returned. */
        public Insert<R> doNothing() {
            return insert.on(conflict);
        }

        /**
         * Changes the row that is there: {@code doUpdate(row -> row.set(name, excluded(name)))}. A {@code where} keeps rows
         * that do not meet it as they are.
         */
        public Insert<R> doUpdate(UnaryOperator<Update<Row>> change) {
            Update<Row> update = change.apply(insert.table().update());
            if (update.assignments().isEmpty()) {
                throw new StatementException("ON CONFLICT of '" + insert.table().label()
                        + "' updates nothing. Add set(column, value), or use doNothing().");
            } else if (conflict.target.isEmpty() && conflict.constraint.isEmpty()) {
                throw new StatementException(
                        "ON CONFLICT … DO UPDATE of '" + insert.table().label()
                                + "' needs to know which conflict: onConflict(columns), or onConflictOn(constraint).");
            }
            return insert.on(
                    new Conflict(conflict.target, conflict.constraint, conflict.targetWhere, Optional.of(update)));
        }

        /** Gives these columns of the row that is there the values of the new one. */
        public Insert<R> doUpdate(ColumnClause<?> first, ColumnClause<?>... others) {
            return doUpdate(update -> {
                Update<Row> all = update.set(new Assignment(first, Sql.excluded(first)));
                for (ColumnClause<?> column : others) {
                    all = all.set(new Assignment(column, Sql.excluded(column)));
                }
                return all;
            });
        }
    }
}

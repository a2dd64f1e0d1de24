/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.error.StatementException;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.sql.Assignment;
import io.gino.sql.Bind;
import io.gino.sql.Condition;
import io.gino.sql.Conflict;
import io.gino.sql.Expression;
import io.gino.sql.Insert;
import io.gino.sql.Sql;
import io.gino.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of instances whose row is there already. Unless told otherwise, what is there is told by the primary key,
 * and gets the instance's values.
 *
 * @since 0.1.0
 */
public final class Upsert<M> {

    private final Model<M> model;
    private final Target target;
    private final Optional<List<ColumnAttribute<M, ?>>> updated;
    private final List<Assignment> assignments;
    private final Condition onlyIf;
    private final boolean isUpdate;

    private Upsert(
            Model<M> model,
            Target target,
            Optional<List<ColumnAttribute<M, ?>>> updated,
            List<Assignment> assignments,
            Change change) {
        this.model = model;
        this.target = target;
        this.updated = updated;
        this.assignments = List.copyOf(assignments);
        this.onlyIf = change.onlyIf;
        this.isUpdate = change.isUpdate;
    }

    /** Which rows are taken for the same: a unique key, or a constraint by its name. */
    private record Target(List<ColumnAttribute<?, ?>> columns, Optional<String> constraint, Condition where) {
        Target {
            columns = List.copyOf(columns);
        }
    }

    private record Change(boolean isUpdate, Condition onlyIf) {}

    static <M> Upsert<M> of(Model<M> model) {
        Target key = new Target(List.copyOf(model.key()), Optional.empty(), Condition.none());
        return new Upsert<>(model, key, Optional.empty(), List.of(), new Change(true, Condition.none()));
    }

    /** A row is there when one has the same values here, which a unique constraint or index must cover. */
    public Upsert<M> on(ColumnAttribute<?, ?>... key) {
        return with(new Target(Arrays.asList(key), Optional.empty(), target.where));
    }

    /** A row is there when the constraint of this name refuses the new one. */
    public Upsert<M> onConstraint(String name) {
        return with(new Target(List.of(), Optional.of(name), Condition.none()));
    }

    /** The unique index is a partial one of this condition. */
    public Upsert<M> where(Expression<Boolean> condition) {
        return with(new Target(target.columns, target.constraint, target.where.and(condition)));
    }

    private Upsert<M> with(Target changed) {
        return new Upsert<>(model, changed, updated, assignments, new Change(isUpdate, onlyIf));
    }

    /** Only these attributes of the row that is there get the instance's values. */
    public Upsert<M> updating(ColumnAttribute<?, ?>... columns) {
        List<ColumnAttribute<M, ?>> own = new ArrayList<>();
        for (ColumnAttribute<?, ?> column : columns) {
            own.add(model.column(column.attribute()));
        }
        return new Upsert<>(model, target, Optional.of(own), assignments, new Change(isUpdate, onlyIf));
    }

    /** What the row that is there gets instead of the instance's value; null is NULL. */
    public <T> Upsert<M> set(ColumnAttribute<M, T> column, @Nullable T value) {
        return set(column, new Bind<>(column.type(), value));
    }

    /** What the row that is there gets instead, computed from it, and from the instance by {@link Sql#excluded}. */
    public <T> Upsert<M> set(ColumnAttribute<M, T> column, Expression<? extends T> value) {
        List<Assignment> more = new ArrayList<>(assignments);
        more.add(new Assignment(column, value));
        return new Upsert<>(model, target, updated, more, new Change(isUpdate, onlyIf));
    }

    /** A row that is there and does not meet the condition stays as it is, and is not given back. */
    public Upsert<M> onlyIf(Expression<Boolean> condition) {
        return new Upsert<>(model, target, updated, assignments, new Change(true, onlyIf.and(condition)));
    }

    /** A row that is there stays as it is, and is not given back. */
    public Upsert<M> doNothing() {
        return new Upsert<>(model, target, updated, assignments, new Change(false, Condition.none()));
    }

    /** Whether each instance gives a row. */
    boolean givesEveryRow() {
        return isUpdate && onlyIf.equals(Condition.none());
    }

    /**
     * Whether the row that is there must have the instance's version: when it is told by the primary key, and nothing
     * else is said of which rows may change.
     *
     * @param inserted what the INSERT sets
     */
    boolean comparesVersion(List<ColumnAttribute<M, ?>> inserted) {
        return givesEveryRow()
                && target.columns.equals(model.key())
                && model.version().filter(inserted::contains).isPresent();
    }

    /** @param inserted what the INSERT sets */
    <R> Insert<R> applyTo(Insert<R> insert, List<ColumnAttribute<M, ?>> inserted) {
        if (target.columns.isEmpty() && target.constraint.isEmpty()) {
            throw new StatementException("Model " + model + " has no primary key to tell rows by. Say which unique"
                    + " attributes do: on(…).");
        }
        Conflict.Choice<R> choice = target.constraint
                .map(insert::onConflictOn)
                .orElseGet(() -> insert.onConflict(target.columns.toArray(Expression<?>[]::new)));
        if (!target.where.equals(Condition.none())) {
            choice = choice.where(target.where);
        }
        return isUpdate ? choice.doUpdate(row -> change(row, inserted)) : choice.doNothing();
    }

    private Update<Row> change(Update<Row> row, List<ColumnAttribute<M, ?>> inserted) {
        Update<Row> update = row;
        for (ColumnAttribute<M, ?> column : updated.orElseGet(() -> changeable(inserted))) {
            boolean isJoined = updated.isEmpty() && model.documents().areIn(column) && Documented.isBinary(column);
            update = update.set(
                    new Assignment(column, isJoined ? Documented.joined(column) : Documented.excluded(column)));
        }
        for (Assignment assignment : assignments) {
            update = update.set(assignment);
        }
        if (comparesVersion(inserted)) {
            return update.where(sameVersion(model.version().orElseThrow()));
        }
        return onlyIf.equals(Condition.none()) ? update : update.where(onlyIf);
    }

    private static <T> Condition sameVersion(ColumnAttribute<?, T> version) {
        return version.eq(Sql.excluded(version));
    }

    /** All that came with the instance but its keys; of an instance of keys only, these, so that the row comes back. */
    private List<ColumnAttribute<M, ?>> changeable(List<ColumnAttribute<M, ?>> inserted) {
        List<ColumnAttribute<M, ?>> changeable = inserted.stream()
                .filter(column ->
                        !column.isPrimaryKey() && !target.columns.contains(column) && !column.changesByItself())
                .toList();
        return changeable.isEmpty() && assignments.isEmpty() ? inserted.subList(0, 1) : changeable;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.error.NoSuchRowException;
import io.gino.error.StatementException;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.sql.Assignment;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.Update;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Any number of instances as one UPDATE, which gives them the values that they hold in memory. */
final class UpdateMany<M> {

    private final Model<M> model;
    private final List<ColumnAttribute<M, ?>> columns;
    private final List<M> instances;

    /** @param only the attributes to store; none for all */
    UpdateMany(Model<M> model, List<M> instances, ColumnAttribute<?, ?>... only) {
        this.model = model;
        Set<ColumnAttribute<M, ?>> all = new LinkedHashSet<>(only.length == 0 ? changeable(model) : own(model, only));
        this.instances =
                instances.stream().map(instance -> prepared(instance, all)).toList();
        this.columns = Documented.once(all);
        requireNoVersion();
        if (columns.isEmpty()) {
            throw new StatementException(
                    "Model " + model + " has no attributes but its key, so there is nothing to" + " update.");
        }
    }

    private void requireNoVersion() {
        if (model.version().filter(columns::contains).isPresent()) {
            throw new StatementException("updateMany of model " + model + " cannot set "
                    + model.version().orElseThrow() + ": it tells whether a row has changed. Leave it out.");
        }
    }

    private M prepared(M instance, Set<ColumnAttribute<M, ?>> changed) {
        Hooks.InMemory<M> changes = new Hooks.InMemory<>(model, instance);
        Hooks.beforeUpdate(instance, changes);
        changed.addAll(changes.columns());
        return changes.instance();
    }

    private static <M> List<ColumnAttribute<M, ?>> changeable(Model<M> model) {
        return model.columns().stream()
                .filter(column -> !column.isPrimaryKey() && !column.changesByItself())
                .toList();
    }

    private static <M> List<ColumnAttribute<M, ?>> own(Model<M> model, ColumnAttribute<?, ?>... only) {
        List<ColumnAttribute<M, ?>> own = new ArrayList<>();
        for (ColumnAttribute<?, ?> column : only) {
            if (model.column(column.attribute()) != column || column.isPrimaryKey()) {
                throw new StatementException("updateMany of model " + model + " cannot set " + column
                        + ": it must be an attribute of the model, and none of its key.");
            }
            column.requireSettable();
            own.add(model.column(column.attribute()));
        }
        return own;
    }

    /** An instance as stored, and its place in the list, from 1. */
    record Placed<M>(long place, M instance) {}

    Update<Placed<M>> statement() {
        List<ColumnAttribute<M, ?>> told = told();
        List<ColumnClause<?>> travelling =
                columns.stream().<ColumnClause<?>>map(Documented::travelling).toList();
        List<ColumnClause<?>> sent = new ArrayList<>(told);
        sent.addAll(travelling);
        Given given = Given.of(sent, rows());
        Update<Row> update = model.table().update().from(given.table()).where(given.matches(told));
        for (int i = 0; i < columns.size(); i++) {
            update = update.set(new Assignment(columns.get(i), given.value(travelling.get(i))));
        }
        List<Expression<?>> returned = new ArrayList<>(model.columns());
        returned.add(given.place());
        return update.returning(returned, stored(given.place()));
    }

    /** What tells the row that an instance is of: its key, and the version that it was read at. */
    private List<ColumnAttribute<M, ?>> told() {
        List<ColumnAttribute<M, ?>> told = new ArrayList<>(Keys.required(model));
        model.version().ifPresent(told::add);
        return told;
    }

    private List<List<@Nullable Object>> rows() {
        Set<List<Object>> keys = new HashSet<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (M instance : instances) {
            List<Object> key = Keys.held(model, instance);
            if (!keys.add(key)) {
                throw new StatementException("updateMany got two instances of model " + model
                        + " with the same key; which of them to store cannot be told.");
            }
            List<@Nullable Object> row = new ArrayList<>(key);
            model.version().ifPresent(version -> row.add(VersionGuard.held(version, instance)));
            columns.forEach(column -> row.add(Documented.updated(model, column, instance)));
            rows.add(row);
        }
        return rows;
    }

    private RowReader<Placed<M>> stored(Expression<?> place) {
        return selected -> {
            int[] positions = model.positions(selected);
            int at = selected.indexOf(place);
            return cells -> {
                long number = Objects.requireNonNull(cells.get(at, Types.BIGINT));
                M instance = instances.get((int) number - 1);
                return new Placed<>(number, model.refresh(instance, cells, positions));
            };
        };
    }

    /** The instances in their order. */
    List<M> inOrder(List<Placed<M>> stored) {
        Placed<?>[] placed = new Placed<?>[instances.size()];
        stored.forEach(each -> placed[(int) each.place - 1] = each);
        if (stored.size() < instances.size() && model.version().isPresent()) {
            List<M> missing = IntStream.range(0, placed.length)
                    .filter(i -> placed[i] == null)
                    .mapToObj(instances::get)
                    .toList();
            throw VersionGuard.stale(model, missing, instances.size());
        } else if (stored.size() < instances.size()) {
            String missing = IntStream.range(0, placed.length)
                    .filter(i -> placed[i] == null)
                    .limit(10)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "));
            throw new NoSuchRowException(
                    (instances.size() - stored.size()) + " of " + instances.size() + " rows of model " + model
                            + " are not there any more (of the list, counted from 0: " + missing + "); the others were"
                            + " updated. To update all or none, run this in a transaction.");
        }
        return Arrays.stream(placed).map(this::instance).toList();
    }

    @SuppressWarnings("unchecked") // only Ms were put in
    private M instance(Placed<?> placed) {
        return (M) placed.instance;
    }
}

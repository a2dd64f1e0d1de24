/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.compile.Baked;
import io.gino.model.ColumnAttribute;
import io.gino.model.DocumentAttribute;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.sql.Assignment;
import io.gino.sql.Bind;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.sql.Statement;
import io.gino.sql.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The UPDATE of one instance's row, told by the key that the instance held when this was made or by its own lookup;
 * compiled once for each set of columns that are given values.
 *
 * @param key the values of the primary key; empty where the instance has a lookup of its own
 */
record OneUpdate<M>(Model<M> model, List<Object> key, Optional<Condition> lookup) {

    private static final CompiledOnce KNOWN = new CompiledOnce();

    static <M> OneUpdate<M> of(Model<M> model, M instance) {
        Optional<Condition> lookup = Keys.lookup(instance);
        return new OneUpdate<>(model, lookup.isPresent() ? List.of() : Keys.held(model, instance), lookup);
    }

    /** The condition that the row meets. */
    Condition row() {
        return lookup.orElseGet(() -> Keys.equal(model.key(), key));
    }

    /** @param changes values and expressions */
    Statement<M> of(Map<ColumnAttribute<M, ?>, Expression<?>> changes, RowReader<M> reader) {
        return baked(changes)
                .<Statement<M>>map(baked -> baked.bind(values(changes)).read(reader))
                .orElseGet(() -> with(changes).where(row()).returning(changed(changes.keySet()), reader));
    }

    private Optional<Baked<?>> baked(Map<ColumnAttribute<M, ?>, Expression<?>> changes) {
        if (lookup.isPresent() || !areValues(changes)) {
            return Optional.empty();
        }
        List<ColumnAttribute<M, ?>> columns = List.copyOf(changes.keySet());
        return KNOWN.of(model, columns, () -> withParameters(columns));
    }

    private List<@Nullable Object> values(Map<ColumnAttribute<M, ?>, Expression<?>> changes) {
        List<@Nullable Object> values = new ArrayList<>(changes.size() + key.size());
        changes.values().forEach(value -> values.add(((Bind<?>) value).value()));
        values.addAll(key);
        return values;
    }

    private static <M> boolean areValues(Map<ColumnAttribute<M, ?>, Expression<?>> changes) {
        for (Map.Entry<ColumnAttribute<M, ?>, Expression<?>> change : changes.entrySet()) {
            if (!(change.getValue() instanceof Bind) || change.getKey() instanceof DocumentAttribute) {
                return false;
            }
        }
        return true;
    }

    private Statement<Row> withParameters(List<ColumnAttribute<M, ?>> columns) {
        Update<Row> update = model.table().update();
        for (int i = 0; i < columns.size(); i++) {
            ColumnAttribute<M, ?> column = columns.get(i);
            update = update.set(new Assignment(column, Sql.parameter("value" + i, column.type())));
        }
        List<Expression<Boolean>> row = new ArrayList<>();
        for (int i = 0; i < model.key().size(); i++) {
            row.add(isGiven(model.key().get(i), "key" + i));
        }
        return update.where(Condition.and(row)).returning(changed(columns).toArray(Expression<?>[]::new));
    }

    private static <T> Condition isGiven(ColumnAttribute<?, T> column, String name) {
        return column.eq(Sql.parameter(name, column.type()));
    }

    /** These changes, of no row in particular. */
    Update<Row> with(Map<ColumnAttribute<M, ?>, Expression<?>> changes) {
        Update<Row> update = model.table().update();
        for (Map.Entry<ColumnAttribute<M, ?>, Expression<?>> change : changes.entrySet()) {
            update = update.set(new Assignment(change.getKey(), change.getValue()));
        }
        return update;
    }

    /** What was set, and what changes with it. */
    List<ColumnAttribute<M, ?>> changed(Collection<ColumnAttribute<M, ?>> set) {
        List<ColumnAttribute<M, ?>> changed = Documented.columns(set);
        for (ColumnAttribute<M, ?> column : model) {
            if (column.changesByItself() && !set.contains(column)) {
                changed.add(column);
            }
        }
        return changed;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.error.StatementException;
import io.gino.load.ModelLoader;
import io.gino.model.ColumnAttribute;
import io.gino.model.Lookup;
import io.gino.model.Model;
import io.gino.sql.ColumnClause;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Primary keys: as users give them, as instances hold them, and as conditions that a row has them. */
final class Keys {

    private Keys() {}

    /** The condition for a key as users give it; see {@link #values}. */
    static <M> Condition condition(ModelLoader<M> loader, Object key) {
        List<ColumnClause<?>> columns = required(loader.model()).stream()
                .<ColumnClause<?>>map(loader::column)
                .toList();
        return equal(columns, values(loader.model(), key));
    }

    /**
     * The values of a key as users give it: the value itself, or for several columns a list in the key's order, a map by
     * attribute names, the value object that instances hold for it or a record with its attributes.
     */
    static <M> List<@Nullable Object> values(Model<M> model, Object key) {
        List<ColumnAttribute<M, ?>> columns = required(model);
        if (key instanceof Map<?, ?> map) {
            return ofMap(model, columns, map);
        }
        List<@Nullable Object> values = new ArrayList<>();
        if (key instanceof List<?> list) {
            values.addAll(list);
        } else {
            model.keyValues(key).ifPresentOrElse(values::addAll, () -> values.add(key));
        }
        requireSize(model, columns, values.size());
        return values;
    }

    /** The same values as those of the columns' types. */
    static <M> List<@Nullable Object> converted(Model<M> model, Object key) {
        List<@Nullable Object> values = values(model, key);
        List<ColumnAttribute<M, ?>> columns = required(model);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            values.set(i, value == null ? null : columns.get(i).type().convert(value));
        }
        return values;
    }

    private static <M> List<@Nullable Object> ofMap(
            Model<M> model, List<ColumnAttribute<M, ?>> columns, Map<?, ?> map) {
        List<@Nullable Object> values = new ArrayList<>();
        for (ColumnAttribute<M, ?> column : columns) {
            if (!map.containsKey(column.attribute())) {
                throw new StatementException("The key for model " + model + " lacks '" + column.attribute()
                        + "'. It needs: " + names(columns) + ".");
            }
            values.add(map.get(column.attribute()));
        }
        requireSize(model, columns, map.size());
        return values;
    }

    private static <M> void requireSize(Model<M> model, List<ColumnAttribute<M, ?>> columns, int size) {
        if (size != columns.size()) {
            throw new StatementException("The primary key of model " + model + " has "
                    + (columns.size() == 1 ? "1 value" : columns.size() + " values") + " (" + names(columns)
                    + "); got " + size + ".");
        }
    }

    /** The condition that the instance's row meets: for the key that it holds, or its own lookup; a key that is not set fails before anything is sent. */
    static <M> Condition of(Model<M> model, M instance) {
        return lookup(instance).orElseGet(() -> equal(required(model), held(model, instance)));
    }

    /** How the instance itself tells its row, if it does. */
    static Optional<Condition> lookup(Object instance) {
        return instance instanceof Lookup lookup ? Optional.of(Condition.of(lookup.lookup())) : Optional.empty();
    }

    /** The values of the key that the instance holds; a key that is not set fails. */
    static <M> List<Object> held(Model<M> model, M instance) {
        List<Object> values = new ArrayList<>();
        for (ColumnAttribute<M, ?> column : required(model)) {
            Object value = column.get(instance);
            if (value == null) {
                throw new StatementException("This " + model + " has no " + column.attribute()
                        + ", so its row cannot be told. Create it first, or load it from the database.");
            }
            values.add(value);
        }
        return values;
    }

    /** The key that the instance holds as messages name it: {@code " (id = 7)"}; nothing for a model without one. */
    static <M> String described(Model<M> model, M instance) {
        return model.key().stream()
                .map(column -> column.attribute() + " = " + column.get(instance))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), key -> key.isEmpty() ? "" : " (" + key + ")"));
    }

    static <M> List<ColumnAttribute<M, ?>> required(Model<M> model) {
        if (model.key().isEmpty()) {
            throw new StatementException(
                    "Model " + model + " has no primary key, so one row of it cannot be told from"
                            + " another. Annotate an attribute @PrimaryKey, let the model implement Lookup, or use a query with where(…).");
        }
        return model.key();
    }

    static Condition equal(List<? extends ColumnClause<?>> columns, List<? extends @Nullable Object> values) {
        List<Expression<Boolean>> terms = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            terms.add(equal(columns.get(i), values.get(i)));
        }
        return Condition.and(terms);
    }

    private static <T> Condition equal(ColumnClause<T> column, @Nullable Object value) {
        return column.eq(value == null ? null : column.type().convert(value));
    }

    private static <M> String names(List<ColumnAttribute<M, ?>> columns) {
        return String.join(
                ", ", columns.stream().map(ColumnAttribute::attribute).toList());
    }
}

package io.gino.model;

import io.gino.row.Cells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How instances of a model are made of values, and changed. */
record Instances<M>(Instantiator<M> instantiator, List<ColumnAttribute<M, ?>> columns) {

    Instances {
        columns = List.copyOf(columns);
    }

    static <M> Instances<M> of(Class<M> type, List<Attribute> attributes, List<ColumnAttribute<M, ?>> columns) {
        return new Instances<>(Instantiator.of(type, attributes), columns);
    }

    boolean isMutable() {
        return instantiator.isMutable();
    }

    M of(Model<M> model, Map<String, ?> valuesByAttribute) {
        Map<ColumnAttribute<M, ?>, @Nullable Object> values = new LinkedHashMap<>();
        valuesByAttribute.forEach((attribute, value) -> {
            ColumnAttribute<M, ?> column = model.column(attribute);
            values.put(column, value == null ? null : column.type().convert(value));
        });
        return instantiator.newInstance(new Instantiator.Values() {
            @Override
            public boolean has(int column) {
                return values.containsKey(columns.get(column));
            }

            @Override
            public @Nullable Object get(int column) {
                return values.get(columns.get(column));
            }
        });
    }

    M read(Cells cells, int[] positions) {
        return instantiator.newInstance(new Instantiator.Values() {
            @Override
            public boolean has(int column) {
                return positions[column] >= 0;
            }

            @Override
            public @Nullable Object get(int column) {
                return cells.get(positions[column], columns.get(column).type());
            }
        });
    }

    M refresh(M instance, Cells cells, int[] positions) {
        Map<ColumnAttribute<M, ?>, @Nullable Object> changes = new LinkedHashMap<>();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                changes.put(
                        columns.get(i), cells.get(positions[i], columns.get(i).type()));
            }
        }
        return with(instance, changes);
    }

    M with(M instance, Map<ColumnAttribute<M, ?>, @Nullable Object> changes) {
        if (instantiator.isMutable()) {
            changes.forEach((column, value) -> column.put(instance, value));
            return instance;
        }
        return changed(instance, changes);
    }

    M copy(M instance) {
        return changed(instance, Map.of());
    }

    /** Another instance with these values, and otherwise those of the one given. */
    private M changed(M instance, Map<ColumnAttribute<M, ?>, @Nullable Object> changes) {
        return instantiator.newInstance(new Instantiator.Values() {
            @Override
            public boolean has(int column) {
                return true;
            }

            @Override
            public @Nullable Object get(int column) {
                ColumnAttribute<M, ?> attribute = columns.get(column);
                return changes.containsKey(attribute) ? changes.get(attribute) : attribute.get(instance);
            }
        });
    }
}

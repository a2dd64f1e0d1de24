/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.row.Cells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How instances of a model are made of values, and changed. */
record Instances<M>(Instantiator<M> instantiator, List<ColumnAttribute<M, ?>> columns, Documents<M> documents) {

    Instances {
        columns = List.copyOf(columns);
    }

    static <M> Instances<M> of(
            Class<M> type, List<Attribute> attributes, List<ColumnAttribute<M, ?>> columns, Documents<M> documents) {
        return new Instances<>(Instantiator.of(type, attributes), columns, documents);
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
        for (DocumentAttribute<M, ?> inside : documents.attributes()) {
            boolean isTold = values.containsKey(inside) || values.containsKey(inside.document());
            if (!isTold && inside.absent().isDeclared()) {
                values.put(inside, inside.absent().value());
            }
        }
        return instantiator.newInstance(new ToldByMap<>(columns, documents, values));
    }

    M read(Cells cells, int[] positions) {
        return instantiator.newInstance(new ToldByRow<>(columns, documents, cells, positions));
    }

    M refresh(M instance, Cells cells, int[] positions) {
        return with(instance, new ToldByRow<>(columns, documents, cells, positions));
    }

    M with(M instance, Map<ColumnAttribute<M, ?>, @Nullable Object> changes) {
        return with(instance, new ToldByMap<>(columns, documents, changes));
    }

    private M with(M instance, Told<M> changes) {
        if (!instantiator.isMutable()) {
            return instantiator.newInstance(new Changed<>(instance, changes));
        }
        for (int i = 0; i < columns.size(); i++) {
            if (changes.has(i)) {
                columns.get(i).put(instance, changes.get(i));
            }
        }
        for (int i = 0; i < documents.attributes().size(); i++) {
            if (changes.tells(i)) {
                Object value = changes.hasInside(i) ? changes.inside(i) : untouched(i);
                documents.attributes().get(i).put(instance, value);
            }
        }
        return instance;
    }

    /** What the constructor leaves an attribute as. */
    private @Nullable Object untouched(int attribute) {
        Optional<M> blank = instantiator.blank();
        return blank.isPresent() ? documents.attributes().get(attribute).held(blank.get()) : null;
    }

    M copy(M instance) {
        return instantiator.newInstance(new Changed<>(instance, new ToldByMap<>(columns, documents, Map.of())));
    }

    /** The values of an instance, but for those that change. */
    private record Changed<M>(M instance, Told<M> changes) implements Instantiator.Values {

        @Override
        public boolean has(int column) {
            return true;
        }

        @Override
        public @Nullable Object get(int column) {
            return changes.has(column)
                    ? changes.get(column)
                    : changes.column(column).get(instance);
        }

        @Override
        public boolean hasInside(int attribute) {
            return !changes.tells(attribute) || changes.hasInside(attribute);
        }

        @Override
        public @Nullable Object inside(int attribute) {
            return changes.tells(attribute)
                    ? changes.inside(attribute)
                    : changes.attribute(attribute).held(instance);
        }
    }
}

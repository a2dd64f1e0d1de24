/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of a model by their names, columns and those inside documents, from when the first is declared. */
final class Attributes<M> {

    private final Class<M> model;
    private List<ColumnAttribute<M, ?>> columns = new ArrayList<>();
    private Documents<M> documents = new Documents<>(List.of(), false);
    private Map<String, ColumnAttribute<M, ?>> byName = Map.of();
    private List<ColumnAttribute<M, ?>> key = List.of();

    Attributes(Class<M> model) {
        this.model = model;
    }

    /** The columns so far, to add to while the model is being declared. */
    List<ColumnAttribute<M, ?>> undeclared() {
        return columns;
    }

    void complete(Documents<M> completed) {
        documents = completed;
    }

    /** From now on they are those that there are. */
    void complete(Table table) {
        columns = List.copyOf(columns);
        Map<String, ColumnAttribute<M, ?>> all = new LinkedHashMap<>();
        for (ColumnAttribute<M, ?> column : columns) {
            all.put(column.attribute(), column);
        }
        for (DocumentAttribute<M, ?> inside : documents.attributes()) {
            all.put(inside.attribute(), inside);
        }
        byName = all;
        key = key(table);
    }

    private List<ColumnAttribute<M, ?>> key(Table table) {
        List<ColumnAttribute<M, ?>> found = new ArrayList<>();
        for (io.gino.schema.Column<?> part : table.primaryKey()) {
            for (ColumnAttribute<M, ?> column : columns) {
                if (column.name().equals(part.name())) {
                    found.add(column);
                }
            }
        }
        return found.size() == table.primaryKey().size() ? List.copyOf(found) : List.of();
    }

    /** The columns, in the order of their declaration. */
    List<ColumnAttribute<M, ?>> columns() {
        return columns;
    }

    Documents<M> documents() {
        return documents;
    }

    List<ColumnAttribute<M, ?>> key() {
        return key;
    }

    ColumnAttribute<M, ?> named(String name) {
        ColumnAttribute<M, ?> attribute = byName.get(name);
        return attribute != null ? attribute : find(name);
    }

    /** Among those so far, while the model is being declared. */
    private ColumnAttribute<M, ?> find(String name) {
        List<ColumnAttribute<M, ?>> all = new ArrayList<>(columns);
        all.addAll(documents.attributes());
        return all.stream()
                .filter(attribute -> attribute.attribute().equals(name))
                .findFirst()
                .orElseThrow(() -> new SchemaException("Model " + model.getSimpleName() + " has no attribute '" + name
                        + "'. "
                        + Wording.didYouMean(
                                name,
                                all.stream().map(ColumnAttribute::attribute).toList())));
    }

    @SuppressWarnings("unchecked") // checked by its Java class
    <T> ColumnAttribute<M, T> named(String name, Class<T> type) {
        ColumnAttribute<M, ?> attribute = named(name);
        if (attribute.type().javaType() != type) {
            throw new SchemaException("Attribute '" + name + "' of model " + model.getSimpleName() + " is a "
                    + attribute.type().javaType().getSimpleName() + ", not a " + type.getSimpleName() + ".");
        }
        return (ColumnAttribute<M, T>) attribute;
    }

    DocumentAttribute<M, ?> inside(String name) {
        if (!(named(name) instanceof DocumentAttribute<M, ?> inside)) {
            throw new SchemaException("Attribute '" + name + "' of model " + model.getSimpleName()
                    + " is a column, and no @JsonAttribute. Ask for it by column(…).");
        }
        return inside;
    }

    /** The columns' names by those of their attributes. */
    InvertDict<String, String> columnNames() {
        InvertDict<String, String> names = new InvertDict<>();
        columns.forEach(column -> names.put(column.attribute(), column.name()));
        return names;
    }

    /** The values that an instance holds, by name. */
    Map<String, @Nullable Object> values(M instance) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> !documents.areIn(column))
                .forEach(column -> values.put(column.attribute(), column.get(instance)));
        documents.attributes().forEach(inside -> values.put(inside.attribute(), inside.get(instance)));
        return values;
    }
}

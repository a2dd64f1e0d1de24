/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.type.JsonTree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are given by attribute. Single-use. */
final class ToldByMap<M> extends Told<M> {

    private final Map<ColumnAttribute<M, ?>, @Nullable Object> values;

    ToldByMap(
            List<ColumnAttribute<M, ?>> columns,
            Documents<M> documents,
            Map<ColumnAttribute<M, ?>, @Nullable Object> values) {
        super(columns, documents);
        this.values = values;
    }

    @Override
    public boolean has(int column) {
        return values.containsKey(column(column));
    }

    @Override
    public @Nullable Object get(int column) {
        return values.get(column(column));
    }

    @Override
    JsonTree document(int column) {
        Object value = get(column);
        return value == null ? JsonTree.empty() : Documents.tree(column(column), value);
    }

    @Override
    public boolean tells(int attribute) {
        return values.containsKey(attribute(attribute)) || super.tells(attribute);
    }

    @Override
    public boolean hasInside(int attribute) {
        return values.containsKey(attribute(attribute)) || super.hasInside(attribute);
    }

    @Override
    public @Nullable Object inside(int attribute) {
        return values.containsKey(attribute(attribute)) ? values.get(attribute(attribute)) : super.inside(attribute);
    }
}

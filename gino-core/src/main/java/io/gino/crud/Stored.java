/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Cells;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Readers of what a statement has stored, into the instances that it came from. */
final class Stored {

    private Stored() {}

    /** Into this instance; a record is made anew. */
    static <M> RowReader<M> in(Model<M> model, M instance) {
        return ofEach(model, () -> instance);
    }

    /** Into these instances, a row for each in their order. */
    static <M> RowReader<M> in(Model<M> model, List<M> instances) {
        return columns -> ofEach(model, instances.iterator()::next).open(columns);
    }

    private static <M> RowReader<M> ofEach(Model<M> model, Supplier<M> next) {
        return columns -> {
            int[] positions = model.positions(columns);
            return cells -> model.refresh(next.get(), cells, positions);
        };
    }

    /** Into these instances once every one of them has its row; else {@link io.gino.error.StaleRowException}. */
    static <M> RowReader<M> whole(Model<M> model, List<M> instances) {
        return columns -> {
            int[] positions = model.positions(columns);
            List<Map<ColumnAttribute<M, ?>, @Nullable Object>> rows = new ArrayList<>();
            return new RowPass<>() {
                @Override
                public @Nullable M read(Cells cells) {
                    rows.add(values(model, cells, positions));
                    return null;
                }

                @Override
                public List<M> end() {
                    requireAll(model, instances, rows);
                    return IntStream.range(0, rows.size())
                            .mapToObj(i -> model.with(instances.get(i), rows.get(i)))
                            .toList();
                }
            };
        };
    }

    private static <M> Map<ColumnAttribute<M, ?>, @Nullable Object> values(
            Model<M> model, Cells cells, int[] positions) {
        Map<ColumnAttribute<M, ?>, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < positions.length; i++) {
            ColumnAttribute<M, ?> column = model.columns().get(i);
            values.put(column, cells.get(positions[i], column.type()));
        }
        return values;
    }

    private static <M> void requireAll(
            Model<M> model, List<M> instances, List<Map<ColumnAttribute<M, ?>, @Nullable Object>> rows) {
        if (rows.size() < instances.size()) {
            Set<List<@Nullable Object>> stored = new HashSet<>();
            rows.forEach(row -> stored.add(key(model, row::get)));
            List<M> missing = instances.stream()
                    .filter(instance -> !stored.contains(key(model, column -> column.get(instance))))
                    .toList();
            throw VersionGuard.stale(model, missing, instances.size());
        }
    }

    private static <M> List<@Nullable Object> key(
            Model<M> model, Function<ColumnAttribute<M, ?>, @Nullable Object> values) {
        List<@Nullable Object> key = new ArrayList<>();
        model.key().forEach(column -> key.add(values.apply(column)));
        return key;
    }
}

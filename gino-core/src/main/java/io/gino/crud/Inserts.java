package io.gino.crud;

import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.RowReader;
import io.gino.schema.Column;
import io.gino.sql.Insert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Instances as INSERT statements. */
final class Inserts {

    private Inserts() {}

    /**
     * One instance, returned as stored. An attribute that is null is left out where the column has a value of its own to
     * give.
     */
    static <M> Insert<M> one(Model<M> model, M instance) {
        Insert<?> insert = model.table().insert();
        for (ColumnAttribute<M, ?> column : model) {
            Object value = value(column, instance);
            if (!isLeftOut(column, value)) {
                insert = insert.set(column.name(), value);
            }
        }
        RowReader<M> stored = columns -> {
            int[] positions = model.positions(columns);
            return cells -> model.refresh(instance, cells, positions);
        };
        return insert.returning(model.columns(), stored);
    }

    /**
     * Any number of instances, returned as stored: a statement for each set of columns that have values, which for most
     * lists is one. Each statement comes with the places of its instances in the list.
     */
    static <M> Map<List<Integer>, Insert<M>> many(Model<M> model, List<M> instances) {
        Map<List<ColumnAttribute<M, ?>>, List<Integer>> placesByColumns = new LinkedHashMap<>();
        List<List<@Nullable Object>> values = new ArrayList<>(instances.size());
        for (int i = 0; i < instances.size(); i++) {
            List<ColumnAttribute<M, ?>> columns = new ArrayList<>();
            List<@Nullable Object> row = new ArrayList<>();
            for (ColumnAttribute<M, ?> column : model) {
                Object value = value(column, instances.get(i));
                if (!isLeftOut(column, value)) {
                    columns.add(column);
                    row.add(value);
                }
            }
            values.add(row);
            placesByColumns.computeIfAbsent(columns, key -> new ArrayList<>()).add(i);
        }
        Map<List<Integer>, Insert<M>> inserts = new LinkedHashMap<>();
        placesByColumns.forEach(
                (columns, places) -> inserts.put(places, many(model, instances, columns, places, values)));
        return inserts;
    }

    private static <M> Insert<M> many(
            Model<M> model,
            List<M> instances,
            List<ColumnAttribute<M, ?>> columns,
            List<Integer> places,
            List<List<@Nullable Object>> values) {
        RowReader<M> stored = selected -> {
            int[] positions = model.positions(selected);
            Supplier<Integer> next = places.iterator()::next;
            return cells -> model.refresh(instances.get(next.get()), cells, positions);
        };
        return model.table()
                .insert()
                .rows(columns, places.stream().map(values::get).toList())
                .returning(model.columns(), stored);
    }

    /** Whether PostgreSQL is to give the value. */
    static boolean isLeftOut(Column<?> column, @Nullable Object value) {
        return column.isGenerated() || (value == null && column.hasServerValue());
    }

    /** What the instance holds, else the column's client default. */
    static <M> @Nullable Object value(ColumnAttribute<M, ?> column, M instance) {
        Object value = column.get(instance);
        return value != null ? value : clientDefault(column);
    }

    private static @Nullable Object clientDefault(Column<?> column) {
        return column.options().clientDefault().map(Supplier::get).orElse(null);
    }
}

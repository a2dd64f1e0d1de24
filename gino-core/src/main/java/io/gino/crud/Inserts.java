package io.gino.crud;

import io.gino.load.ModelLoader;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.schema.Column;
import io.gino.sql.Insert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Instances as INSERT statements. */
final class Inserts<M> {

    private final Model<M> model;
    private final Optional<Upsert<M>> upsert;

    /** @param upsert what becomes of instances whose row is there already; empty to fail */
    Inserts(Model<M> model, Optional<Upsert<M>> upsert) {
        this.model = model;
        this.upsert = upsert;
    }

    /**
     * One instance, returned as stored. An attribute that is null is left out where the column has a value of its own to
     * give.
     */
    Insert<M> one(M instance) {
        Insert<Row> insert = model.table().insert();
        List<ColumnAttribute<M, ?>> columns = new ArrayList<>();
        for (ColumnAttribute<M, ?> column : model) {
            Object value = value(column, instance);
            if (!isLeftOut(column, value)) {
                columns.add(column);
                insert = insert.set(column.name(), value);
            }
        }
        return orUpdate(insert, columns).returning(model.columns(), Stored.in(model, instance));
    }

    private Insert<Row> orUpdate(Insert<Row> insert, List<ColumnAttribute<M, ?>> columns) {
        return upsert.map(way -> way.applyTo(insert, columns)).orElse(insert);
    }

    /**
     * Any number of instances, returned as stored: a statement for each set of columns that have values, which for most
     * lists is one. Each statement comes with the places of its instances in the list.
     */
    Map<List<Integer>, Insert<M>> many(List<M> instances) {
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
        placesByColumns.forEach((columns, places) -> {
            List<M> those = places.stream().map(instances::get).toList();
            Insert<Row> insert = model.table()
                    .insert()
                    .rows(columns, places.stream().map(values::get).toList());
            inserts.put(places, orUpdate(insert, columns).returning(model.columns(), stored(those)));
        });
        return inserts;
    }

    /** Where some rows may not come back, nothing says which do: those that do become new instances. */
    private RowReader<M> stored(List<M> instances) {
        boolean everyRow = upsert.map(Upsert::givesEveryRow).orElse(true);
        return everyRow ? Stored.in(model, instances) : ModelLoader.load(model.type());
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

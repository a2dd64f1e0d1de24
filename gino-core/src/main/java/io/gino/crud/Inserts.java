/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.Verbs;
import io.gino.error.StaleRowException;
import io.gino.load.ModelLoader;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.row.RowColumns;
import io.gino.row.RowReader;
import io.gino.schema.Column;
import io.gino.sql.CommonTable;
import io.gino.sql.Expression;
import io.gino.sql.Insert;
import io.gino.sql.Query;
import io.gino.sql.Sql;
import io.gino.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Inserts instances, or upserts them. */
final class Inserts<M> {

    private final Model<M> model;
    private final Optional<Upsert<M>> upsert;

    /** @param upsert what becomes of instances whose row is there already; empty to fail */
    Inserts(Model<M> model, Optional<Upsert<M>> upsert) {
        this.model = model;
        this.upsert = upsert;
    }

    /**
     * Inserts one instance and gives it as stored. An attribute that is null is left out where the column has a value of
     * its own to give.
     */
    Mono<M> one(Verbs verbs, M instance) {
        List<ColumnAttribute<M, ?>> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (ColumnAttribute<M, ?> column : model) {
            Object value = value(model, column, instance);
            if (!isLeftOut(column, value)) {
                columns.add(column);
                values.add(value);
            }
        }
        OneInsert<M> one = new OneInsert<>(model, columns);
        if (upsert.isEmpty()) {
            return verbs.first(one.of(values, Stored.in(model, instance)));
        }
        Insert<Row> insert = one.withValues(values);
        boolean compares = comparesVersion(columns);
        Mono<M> stored = verbs.first(alone(orUpdate(insert, columns), Stored.in(model, instance)));
        return compares ? stored.switchIfEmpty(Mono.error(() -> stale(instance))) : stored;
    }

    private boolean comparesVersion(List<ColumnAttribute<M, ?>> columns) {
        return upsert.filter(way -> way.comparesVersion(columns)).isPresent();
    }

    private StaleRowException stale(M instance) {
        return VersionGuard.of(model, instance).orElseThrow().stale();
    }

    private Insert<Row> orUpdate(Insert<Row> insert, List<ColumnAttribute<M, ?>> columns) {
        return upsert.map(way -> way.applyTo(insert, columns)).orElse(insert);
    }

    /**
     * Inserts any number of instances by one statement, and gives them as stored in their order: by one INSERT for each
     * set of columns that have values, which for most lists is one.
     */
    Flux<M> many(Verbs verbs, List<M> instances) {
        Map<List<ColumnAttribute<M, ?>>, List<Integer>> placesByColumns = new LinkedHashMap<>();
        List<List<@Nullable Object>> values = new ArrayList<>(instances.size());
        for (int i = 0; i < instances.size(); i++) {
            List<ColumnAttribute<M, ?>> columns = new ArrayList<>();
            List<@Nullable Object> row = new ArrayList<>();
            for (ColumnAttribute<M, ?> column : model) {
                Object value = value(model, column, instances.get(i));
                if (!isLeftOut(column, value)) {
                    columns.add(column);
                    row.add(value);
                }
            }
            values.add(row);
            placesByColumns.computeIfAbsent(columns, key -> new ArrayList<>()).add(i);
        }
        List<Insert<Row>> inserts = new ArrayList<>();
        List<Integer> places = new ArrayList<>(instances.size());
        placesByColumns.forEach((columns, those) -> {
            List<List<@Nullable Object>> rows = those.stream().map(values::get).toList();
            inserts.add(orUpdate(model.table().insert().rows(columns, rows), columns));
            places.addAll(those);
        });
        boolean compares = placesByColumns.keySet().stream().anyMatch(this::comparesVersion);
        return run(verbs, inserts, places.stream().map(instances::get).toList(), compares)
                .transform(stored -> inserts.size() == 1 || !givesEveryRow() ? stored : inOrder(stored, places));
    }

    private Flux<M> run(Verbs verbs, List<Insert<Row>> inserts, List<M> instances, boolean compares) {
        RowReader<M> reader = compares
                ? Stored.whole(model, instances)
                : givesEveryRow() ? Stored.in(model, instances) : ModelLoader.load(model.type());
        Flux<M> stored = verbs.all(inserts.size() == 1 ? alone(inserts.get(0), reader) : together(inserts, reader));
        return compares
                ? stored.switchIfEmpty(Flux.error(() -> VersionGuard.stale(model, instances, instances.size())))
                : stored;
    }

    /** Where some rows may not come back, nothing says which do: those that do become new instances. */
    private boolean givesEveryRow() {
        return upsert.map(Upsert::givesEveryRow).orElse(true);
    }

    private Statement<M> alone(Insert<Row> insert, RowReader<M> reader) {
        return insert.returning(model.columns(), reader);
    }

    /** All of them or none, one after the other. */
    private Statement<M> together(List<Insert<Row>> inserts, RowReader<M> reader) {
        Query<?> rows = rows(inserts.get(0), 0);
        for (int i = 1; i < inserts.size(); i++) {
            rows = rows.unionAll(rows(inserts.get(i), i));
        }
        return rows.read(columns -> reader.open(new RowColumns(model.columns())));
    }

    private Query<?> rows(Insert<Row> insert, int index) {
        CommonTable stored =
                insert.returning(model.columns().toArray(Expression<?>[]::new)).asCommonTable("stored" + (index + 1));
        return Sql.select(Sql.count()).from(stored).columns(stored.columns(), RowReader.ROWS);
    }

    private Flux<M> inOrder(Flux<M> stored, List<Integer> places) {
        return stored.collectList().flatMapIterable(rows -> {
            List<M> ordered = new ArrayList<>(rows);
            for (int i = 0; i < places.size(); i++) {
                ordered.set(places.get(i), rows.get(i));
            }
            return ordered;
        });
    }

    /** Whether PostgreSQL is to give the value. */
    static boolean isLeftOut(Column<?> column, @Nullable Object value) {
        return column.isGenerated() || (value == null && column.hasServerValue());
    }

    /** What the instance holds, else the column's client default. */
    static <M> @Nullable Object value(Model<M> model, ColumnAttribute<M, ?> column, M instance) {
        Object value = column.get(instance);
        return model.documents().inserted(column, instance, value != null ? value : clientDefault(column));
    }

    private static @Nullable Object clientDefault(Column<?> column) {
        return column.options().clientDefault().map(Supplier::get).orElse(null);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.gino.sql.Select;
import io.gino.sql.Statement;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs queries whose loaders have collections that statements of their own bring: first the parents' rows, then for each
 * collection those of all of them, then instances are made.
 *
 * @since 0.1.0
 */
public final class Stages {

    private static final RowReader<@Nullable Object[]> VALUES = RowReader.rowByRow(columns -> cells -> {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.get(i, columns.type(i));
        }
        return values;
    });

    private final Runner parents;
    private final Runner collections;

    /** @param collections runs the statements that follow the first */
    public Stages(Runner parents, Runner collections) {
        this.parents = parents;
        this.collections = collections;
    }

    /** What runs a statement. */
    public interface Runner {
        <R> Flux<R> run(Statement<R> statement);
    }

    /** Whether the loader has collections that need this. */
    public static boolean isNeededFor(Loader<?> loader) {
        return !loader.separates().isEmpty();
    }

    /**
     * Runs a query, and what its collections need.
     *
     * @param batch for how many rows at a time collections are asked for
     */
    public <R> Flux<R> run(Loader<R> loader, Select<R> select, int batch) {
        if (!isNeededFor(loader)) {
            return parents.run(select);
        }
        RowColumns columns = new RowColumns(select.columns());
        return parents.run(select.read(VALUES)).buffer(batch).concatMap(rows -> instances(loader, columns, rows));
    }

    private <R> Flux<R> instances(Loader<R> loader, RowColumns columns, List<@Nullable Object[]> rows) {
        Related related = new Related();
        return Flux.fromIterable(loader.separates())
                .concatMap(separate -> fetch(separate, columns, rows, related))
                .thenMany(Flux.defer(() -> Flux.fromIterable(read(loader, columns, rows, related))));
    }

    private <C> Mono<Void> fetch(
            Separate<C> separate, RowColumns columns, List<@Nullable Object[]> rows, Related related) {
        Set<List<Object>> keys = new LinkedHashSet<>();
        for (@Nullable Object[] row : rows) {
            separate.parentKey(new Values(row), columns).ifPresent(keys::add);
        }
        Map<List<Object>, List<C>> found = new HashMap<>();
        related.put(separate, found);
        if (keys.isEmpty()) {
            return Mono.empty();
        }
        return new Stages(collections, collections)
                .run(separate.loader(), separate.select(keys), Integer.MAX_VALUE)
                .doOnNext(each -> found.computeIfAbsent(each.key(), key -> new ArrayList<>())
                        .add(each.member()))
                .then();
    }

    private static <R> List<R> read(
            Loader<R> loader, RowColumns columns, List<@Nullable Object[]> rows, Related related) {
        List<R> instances = new ArrayList<>(rows.size());
        RowPass<R> pass = loader.rows(columns, related);
        for (@Nullable Object[] row : rows) {
            R complete = pass.read(new Values(row));
            if (complete != null) {
                instances.add(complete);
            }
        }
        instances.addAll(pass.end());
        return instances;
    }

    /** The values of a row that was read before. */
    private static final class Values implements Cells {

        private final @Nullable Object[] row;

        Values(@Nullable Object[] row) {
            this.row = row;
        }

        @Override
        @SuppressWarnings("unchecked") // read with the type of the column
        public <T> @Nullable T get(int index, SqlType<T> type) {
            return (T) row[index];
        }
    }
}

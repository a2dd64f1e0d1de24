/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.error.StatementException;
import io.gino.load.Leaf;
import io.gino.load.Loader;
import io.gino.load.Loaders;
import io.gino.load.ModelLoader;
import io.gino.load.Stages;
import io.gino.model.ColumnAttribute;
import io.gino.row.Cells;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.OrderTerm;
import io.gino.sql.Ordering;
import io.gino.sql.Select;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query's instances page by page. */
final class Pages<M> {

    private static final long UNKNOWN = -1;

    private final ModelQuery<M> query;

    /** @param query in the order of the pages, which the primary key settles where it leaves instances equal */
    Pages(ModelQuery<M> query) {
        List<Expression<?>> ordered = query.rows().paging().orderBy().stream()
                .<Expression<?>>map(Pages::expression)
                .toList();
        if (ordered.isEmpty()) {
            throw new StatementException("Pages of " + query.root().model()
                    + " need an order, else a row can be on two of them. Call orderBy(…) first.");
        }
        List<OrderTerm> more = new ArrayList<>();
        for (ColumnClause<?> column : columns(query.root(), query.root().model().key())) {
            if (!ordered.contains(column)) {
                more.add(column);
            }
        }
        this.query = query.orderBy(more);
    }

    private static List<ColumnClause<?>> columns(
            ModelLoader<?> root, List<? extends ColumnAttribute<?, ?>> attributes) {
        return attributes.stream().<ColumnClause<?>>map(root::column).toList();
    }

    private static Expression<?> expression(OrderTerm term) {
        return term instanceof Ordering ordering ? ordering.expression() : (Expression<?>) term;
    }

    private static void requireSize(int size) {
        if (size < 1) {
            throw new StatementException("A page needs a size of at least 1; got " + size + ".");
        }
    }

    /** A page with the number of all instances, which each row carries. */
    Mono<Page<M>> page(int number, int size) {
        requireSize(size);
        ModelQuery<M> rows = query.limit(size).offset((long) number * size);
        if (query.root().isDistinct() && Stages.isNeededFor(query.loader())) {
            return rows.all()
                    .collectList()
                    .zipWith(query.count(), (items, total) -> new Page<>(items, number, size, total));
        }
        Expression<Long> count = query.counting().asValue().as("total");
        AtomicLong total = new AtomicLong(UNKNOWN);
        Flux<M> items = query.root().isDistinct() ? counted(rows.select(), count, total) : told(rows, count, total);
        return items.collectList()
                .flatMap(all -> total(total, number).map(known -> new Page<>(all, number, size, known)));
    }

    private Flux<M> told(ModelQuery<M> rows, Expression<Long> count, AtomicLong total) {
        Loader<M> loader = Loaders.load(
                (item, known) -> {
                    total.set(known);
                    return item;
                },
                query.loader(),
                Loaders.column(count));
        return query.verbs().all(rows.select().columns(loader.columns(), loader));
    }

    private Flux<M> counted(Select<M> rows, Expression<Long> count, AtomicLong total) {
        List<Expression<?>> columns = new ArrayList<>(rows.columns());
        columns.add(count);
        return query.verbs().all(rows.columns(columns, counted(rows.reader(), count, total)));
    }

    private static <R> RowReader<R> counted(RowReader<R> reader, Expression<Long> count, AtomicLong total) {
        return columns -> {
            RowPass<R> pass = reader.open(columns);
            int at = columns.indexOf(count);
            return new RowPass<>() {
                @Override
                public @Nullable R read(Cells cells) {
                    Long all = cells.get(at, Types.BIGINT);
                    total.set(all == null ? UNKNOWN : all);
                    return pass.read(cells);
                }

                @Override
                public List<R> end() {
                    return pass.end();
                }
            };
        };
    }

    /** No row has told the number where the page is beyond the last one. */
    private Mono<Long> total(AtomicLong total, int number) {
        if (total.get() == UNKNOWN) {
            return number == 0 ? Mono.just(0L) : query.count();
        }
        return Mono.just(total.get());
    }

    /** One instance more than asked for tells whether there is a next slice. */
    Mono<Slice<M>> pageAfter(@Nullable String token, int size) {
        requireSize(size);
        ModelQuery<M> rest = (token == null ? query : query.afterToken(token)).limit(size + 1L);
        Flux<Placed<M>> placed =
                query.root().isDistinct() ? rest.all().map(item -> new Placed<>(item, values(item))) : placed(rest);
        return placed.collectList().map(all -> {
            List<M> items = all.stream().map(Placed::item).toList();
            return items.size() <= size
                    ? new Slice<>(items, Optional.empty())
                    : new Slice<>(items.subList(0, size), Optional.of(token(all.get(size - 1))));
        });
    }

    /** An instance and where it stands in the order. */
    private record Placed<M>(M item, List<@Nullable Object> values) {}

    private Flux<Placed<M>> placed(ModelQuery<M> rest) {
        Leaf<?>[] terms = query.rows().paging().orderBy().stream()
                .map(term -> Loaders.column(expression(term)))
                .toArray(Leaf<?>[]::new);
        Loader<List<@Nullable Object>> loader = Loaders.tuple(query.loader(), terms);
        return query.verbs()
                .all(rest.select().columns(loader.columns(), loader))
                .map(Pages::placed);
    }

    @SuppressWarnings("unchecked") // the first part is the query's own
    private static <M> Placed<M> placed(List<@Nullable Object> parts) {
        return new Placed<>((M) parts.get(0), parts.subList(1, parts.size()));
    }

    private String token(Placed<M> last) {
        return query.rows().pageToken(last.values.toArray());
    }

    /** What an instance of several rows holds of the terms of the order. */
    private List<@Nullable Object> values(M instance) {
        List<@Nullable Object> values = new ArrayList<>();
        for (OrderTerm term : query.rows().paging().orderBy()) {
            values.add(value(query.root(), expression(term), instance));
        }
        return values;
    }

    @SuppressWarnings("unchecked") // a distinct root is what the query gives
    private static <N> @Nullable Object value(ModelLoader<N> root, Expression<?> term, Object instance) {
        List<ColumnAttribute<N, ?>> attributes = new ArrayList<>(root.model().columns());
        attributes.addAll(root.model().documents().attributes());
        for (ColumnAttribute<N, ?> column : attributes) {
            if (root.column(column) == term) {
                return column.get((N) instance);
            }
        }
        throw new StatementException(
                "Pages after a token need an order by attributes of " + root.model() + "; got " + term + ".");
    }
}

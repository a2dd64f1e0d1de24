package io.gino.crud;

import io.gino.error.StatementException;
import io.gino.model.ColumnAttribute;
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
            throw new StatementException("Pages of " + query.loader().model()
                    + " need an order, else a row can be on two of them. Call orderBy(…) first.");
        }
        List<OrderTerm> more = new ArrayList<>();
        for (ColumnAttribute<M, ?> key : query.loader().model().key()) {
            ColumnClause<?> column = query.loader().column(key);
            if (!ordered.contains(column)) {
                more.add(column);
            }
        }
        this.query = query.orderBy(more);
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
        AtomicLong total = new AtomicLong(UNKNOWN);
        Expression<Long> count = query.counting().asValue().as("total");
        Select<M> rows = query.limit(size).offset((long) number * size).select();
        List<Expression<?>> columns = new ArrayList<>(rows.columns());
        columns.add(count);
        return query.verbs()
                .all(rows.columns(columns, counted(rows.reader(), count, total)))
                .collectList()
                .flatMap(items -> total(total, number).map(all -> new Page<>(items, number, size, all)));
    }

    private static <R> RowReader<R> counted(RowReader<R> reader, Expression<Long> count, AtomicLong total) {
        return columns -> {
            RowPass<R> pass = reader.open(columns);
            int at = columns.indexOf(count);
            return new RowPass<>() {
                @Override
                public @Nullable R read(io.gino.row.Cells cells) {
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
        ModelQuery<M> rest = token == null ? query : query.afterToken(token);
        return rest.limit(size + 1L).all().collectList().map(items -> {
            boolean isLast = items.size() <= size;
            return isLast
                    ? new Slice<>(items, Optional.empty())
                    : new Slice<>(items.subList(0, size), Optional.of(token(items.get(size - 1))));
        });
    }

    private String token(M last) {
        List<@Nullable Object> values = new ArrayList<>();
        for (OrderTerm term : query.rows().paging().orderBy()) {
            values.add(value(expression(term), last));
        }
        return query.rows().pageToken(values.toArray());
    }

    private @Nullable Object value(Expression<?> term, M instance) {
        for (ColumnAttribute<M, ?> column : query.loader().model()) {
            if (query.loader().column(column) == term) {
                return column.get(instance);
            }
        }
        throw new StatementException("Pages after a token need an order by attributes of "
                + query.loader().model() + "; got " + term + ".");
    }
}

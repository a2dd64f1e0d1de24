/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.RowReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query.
 *
 * @param <R> what each row is read as: the value of a single column, else a row, or what {@link #read} and {@link #into}
 *     say
 * @since 0.1.0
 */
public final class Select<R> implements Query<R> {

    private final Projection projection;
    private final List<FromItem> from;
    private final Condition where;
    private final Grouping grouping;
    private final Paging paging;
    private final Optional<Lock> lock;
    private final RowReader<R> reader;

    private Select(
            Projection projection,
            List<FromItem> from,
            Condition where,
            Grouping grouping,
            Paging paging,
            Optional<Lock> lock,
            RowReader<R> reader) {
        this.projection = projection;
        this.from = from;
        this.where = where;
        this.grouping = grouping;
        this.paging = paging;
        this.lock = lock;
        this.reader = reader;
    }

    static <R> Select<R> of(List<? extends Expression<?>> columns, RowReader<R> reader) {
        return new Select<>(
                new Projection(Optional.empty(), List.copyOf(columns)),
                List.of(),
                Condition.none(),
                Grouping.NONE,
                Paging.NONE,
                Optional.empty(),
                reader);
    }

    /**
     * The columns, and which of equal rows to keep.
     *
     * @param distinct empty to keep all rows, an empty list for {@code DISTINCT}, else what {@code DISTINCT ON} names
     */
    public record Projection(Optional<List<Expression<?>>> distinct, List<Expression<?>> columns) {
        public Projection {
            distinct = distinct.map(List::copyOf);
            if (columns.isEmpty()) {
                throw new StatementException("A SELECT needs at least one column.");
            }
        }
    }

    /** GROUP BY, HAVING and WINDOW, the windows in the order of their declaration. */
    public record Grouping(List<GroupTerm> by, Condition having, Map<Identifier, Window> windows) {

        private static final Grouping NONE = new Grouping(List.of(), Condition.none(), Map.of());

        public Grouping {
            by = List.copyOf(by);
            windows = Collections.unmodifiableMap(new LinkedHashMap<>(windows));
        }
    }

    /** The same query over these columns, read as rows are read that {@code reader} knows. */
    public <X> Select<X> columns(List<? extends Expression<?>> columns, RowReader<X> reader) {
        return new Select<>(
                new Projection(projection.distinct(), List.copyOf(columns)),
                from,
                where,
                grouping,
                paging,
                lock,
                reader);
    }

    /** Where the rows come from; several are joined crosswise. */
    public Select<R> from(FromItem... items) {
        return new Select<>(projection, concat(from, items), where, grouping, paging, lock, reader);
    }

    /** Only rows that meet the condition; called again, both. */
    public Select<R> where(Expression<Boolean> condition) {
        return new Select<>(projection, from, where.and(condition), grouping, paging, lock, reader);
    }

    public Select<R> groupBy(GroupTerm... terms) {
        Grouping wider = new Grouping(concat(grouping.by(), terms), grouping.having(), grouping.windows());
        return new Select<>(projection, from, where, wider, paging, lock, reader);
    }

    /** Only groups that meet the condition; called again, both. */
    public Select<R> having(Expression<Boolean> condition) {
        Grouping narrower = new Grouping(grouping.by(), grouping.having().and(condition), grouping.windows());
        return new Select<>(projection, from, where, narrower, paging, lock, reader);
    }

    /** Declares a window under a name, for functions {@code over} it and windows that continue it. */
    public Select<R> window(String name, Window window) {
        Map<Identifier, Window> windows = new LinkedHashMap<>(grouping.windows());
        if (windows.put(Identifier.of(name), window) != null) {
            throw new StatementException("The query declares the window '" + name + "' twice.");
        }
        Grouping wider = new Grouping(grouping.by(), grouping.having(), windows);
        return new Select<>(projection, from, where, wider, paging, lock, reader);
    }

    /** The order of the rows; called again, the further terms come after. */
    public Select<R> orderBy(OrderTerm... terms) {
        return orderBy(List.of(terms));
    }

    /** The order of the rows, such as one of {@link Orderings}. */
    public Select<R> orderBy(List<? extends OrderTerm> terms) {
        return paging(paging.orderBy(terms));
    }

    /** At most this many rows. */
    public Select<R> limit(long rows) {
        return paging(paging.limit(rows, false));
    }

    /** At most this many rows, and those that are equal in order to the last of them. */
    public Select<R> limitWithTies(long rows) {
        return paging(paging.limit(rows, true));
    }

    /** Without the first rows, this many. */
    public Select<R> offset(long rows) {
        return paging(paging.offset(rows));
    }

    /**
     * Only rows that come after the one with these values, one for each term of the order; give the order first.
     *
     * @throws StatementException when there is no order, or a value does not fit its term
     */
    public Select<R> after(@Nullable Object... values) {
        return after(Arrays.asList(values));
    }

    private Select<R> after(List<? extends @Nullable Object> values) {
        if (!projection.distinct().orElse(List.of()).isEmpty()) {
            throw new StatementException("A page of DISTINCT ON cannot begin after a row: what comes next would be"
                    + " chosen anew. Make the query a table with asTable(…), and page through that.");
        }
        Condition later = keyset().after(values);
        Select<R> rest = grouping.by().isEmpty() ? where(later) : having(later);
        return rest.paging(paging.afterRow());
    }

    /**
     * Only rows that come after the one that {@link #pageToken} was made of.
     *
     * @throws StatementException when the token is of another order, or damaged
     */
    public Select<R> afterToken(String token) {
        return after(PageToken.decode(keyset().terms(), token));
    }

    /** The values of a row, one for each term of the order, as text that a client can keep; it is safe in URLs. */
    public String pageToken(@Nullable Object... values) {
        List<@Nullable Object> all = Arrays.asList(values);
        Keyset keyset = keyset();
        keyset.requireAll(all);
        return PageToken.encode(keyset.terms(), all);
    }

    private Keyset keyset() {
        return new Keyset(paging.orderBy(), from);
    }

    /** With this order and page in place of its own. */
    public Select<R> paging(Paging changed) {
        return new Select<>(projection, from, where, grouping, changed, lock, reader);
    }

    /** Each row once. */
    public Select<R> distinct() {
        return distinctOn();
    }

    /** Of the rows with equal values of these, the first in order. */
    public Select<R> distinctOn(Expression<?>... expressions) {
        Projection once = new Projection(Optional.of(List.of(expressions)), projection.columns());
        return new Select<>(once, from, where, grouping, paging, lock, reader);
    }

    /** With the rows locked against change by others until the transaction ends. */
    public Select<R> forUpdate() {
        return lock(new Lock(Lock.Strength.UPDATE, Lock.Wait.UNTIL_FREE));
    }

    public Select<R> lock(Lock rowLock) {
        return new Select<>(projection, from, where, grouping, paging, Optional.of(rowLock), reader);
    }

    @Override
    public <X> Select<X> read(RowReader<X> other) {
        return new Select<>(projection, from, where, grouping, paging, lock, other);
    }

    /** The same query, each row made into a record (or class) by the names of its components. */
    public <X> Select<X> into(Class<X> target) {
        return read(RowReader.into(target, columns()));
    }

    @Override
    public List<Expression<?>> columns() {
        return projection.columns();
    }

    public Projection projection() {
        return projection;
    }

    public List<FromItem> from() {
        return from;
    }

    public Condition where() {
        return where;
    }

    public Grouping grouping() {
        return grouping;
    }

    public Paging paging() {
        return paging;
    }

    public Optional<Lock> lock() {
        return lock;
    }

    @Override
    public RowReader<R> reader() {
        return reader;
    }

    private static <E> List<E> concat(List<E> first, E[] more) {
        List<E> all = new ArrayList<>(first.size() + more.length);
        all.addAll(first);
        all.addAll(Arrays.asList(more));
        return all;
    }

    @Override
    public String toString() {
        return StatementPrinter.toString(this);
    }
}

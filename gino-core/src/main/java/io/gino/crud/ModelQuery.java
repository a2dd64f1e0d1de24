/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.Status;
import io.gino.engine.Verbs;
import io.gino.load.Loader;
import io.gino.load.ModelLoader;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Lock;
import io.gino.sql.OrderTerm;
import io.gino.sql.Paging;
import io.gino.sql.RowValue;
import io.gino.sql.Select;
import io.gino.sql.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query of a model's instances, or of views of them, bound to what runs it. Each method gives a new query.
 *
 * @param <M> the model, or the view
 * @since 0.1.0
 */
public final class ModelQuery<M> {

    private final Verbs verbs;
    private final Loader<M> loader;
    private final ModelLoader<?> root;
    private final Select<M> select;
    private final Condition filter;

    ModelQuery(Verbs verbs, Loader<M> loader) {
        this(new StagedVerbs(verbs), loader, loader.everything(), loader.root().visible());
    }

    private ModelQuery(Verbs verbs, Loader<M> loader, Select<M> select, Condition filter) {
        this.verbs = verbs;
        this.loader = loader;
        this.root = loader.root();
        this.select = select;
        this.filter = filter;
    }

    /** Only instances that meet the condition; called again, both. */
    public ModelQuery<M> where(Expression<Boolean> condition) {
        return with(select.where(condition));
    }

    /** Also those instances that the model's own filters keep from queries, such as deleted ones. */
    public ModelQuery<M> unfiltered() {
        return new ModelQuery<>(verbs, loader, select, Condition.none());
    }

    public ModelQuery<M> orderBy(OrderTerm... terms) {
        return with(select.orderBy(terms));
    }

    /** In this order, such as one of {@link io.gino.sql.Orderings}. */
    public ModelQuery<M> orderBy(List<? extends OrderTerm> terms) {
        return with(select.orderBy(terms));
    }

    /** At most this many instances, however many rows each of them takes. */
    public ModelQuery<M> limit(long instances) {
        return with(select.limit(instances));
    }

    /** Without the first instances, this many. */
    public ModelQuery<M> offset(long instances) {
        return with(select.offset(instances));
    }

    /** With the rows locked against change by others until the transaction ends. */
    public ModelQuery<M> forUpdate() {
        return with(select.forUpdate());
    }

    /** With the rows locked until the transaction ends. */
    public ModelQuery<M> lock(Lock lock) {
        return with(select.lock(lock));
    }

    private ModelQuery<M> with(Select<M> changed) {
        return new ModelQuery<>(verbs, loader, changed, filter);
    }

    ModelQuery<M> afterToken(String token) {
        return with(select.afterToken(token));
    }

    Loader<M> loader() {
        return loader;
    }

    /** The loader of the model that is paged and counted. */
    ModelLoader<?> root() {
        return root;
    }

    Verbs verbs() {
        return verbs;
    }

    /** The query as it was said, before pages of instances are picked. */
    Select<M> rows() {
        return filter.equals(Condition.none()) ? select : select.where(filter);
    }

    Select<M> ofKey(Object key) {
        return with(select.where(Keys.condition(root, key))).select();
    }

    /** The instances of these keys in the order of the keys. */
    Select<M> ofKeys(Collection<?> keys) {
        Given given = Given.of(
                Keys.required(root.model()),
                keys.stream().map(key -> Keys.values(root.model(), key)).toList());
        return of(given).orderBy((OrderTerm) given.place());
    }

    /** The instances of the keys that are given, in any order. */
    Select<M> of(Given given) {
        return ofKeys(given, root).where(rows().where());
    }

    private <N> Select<M> ofKeys(Given given, ModelLoader<N> model) {
        return loader.select(given.table(), given.matches(model.model().key(), model::column));
    }

    /** The statement that this runs. */
    public Select<M> select() {
        Paging paging = select.paging();
        boolean paged = paging.limit() != null || paging.offset() != null;
        return paged && root.isDistinct() ? page(root.key()) : rows();
    }

    /** All that belongs to the instances on the page, which a sub-query picks by their keys. */
    private Select<M> page(List<Expression<?>> key) {
        Select<Row> keys = select(key.get(0), key)
                .from(root.source())
                .where(rows().where())
                .paging(select.paging());
        OrderTerm[] order = select.paging().orderBy().toArray(OrderTerm[]::new);
        Condition picked = key.size() == 1 ? among(key.get(0), keys) : new RowValue(key).in(keys);
        return loader.everything().where(picked).orderBy(order);
    }

    private static Select<Row> select(Expression<?> first, List<Expression<?>> all) {
        return Sql.select(first).columns(all, RowReader.ROWS);
    }

    @SuppressWarnings("unchecked") // the query selects the expression itself
    private static <K> Condition among(Expression<K> key, Select<?> keys) {
        return key.in((Select<K>) keys);
    }

    /** The values of one attribute or expression, in place of instances. */
    public <T> AttributeQuery<T> select(Expression<T> attribute) {
        return new AttributeQuery<>(verbs, over(Sql.select(attribute)));
    }

    /** Several attributes or expressions, in place of instances. */
    public AttributeQuery<Row> select(Expression<?> first, Expression<?> second, Expression<?>... others) {
        return new AttributeQuery<>(verbs, over(Sql.select(first, second, others)));
    }

    private <R> Select<R> over(Select<R> projection) {
        return projection
                .from(select.from().toArray(FromItem[]::new))
                .where(rows().where())
                .paging(select.paging());
    }

    public Flux<M> all() {
        return verbs.all(select());
    }

    /** Every instance, fetched from the server as they are asked for, so that memory stays bounded. */
    public Flux<M> iterate() {
        return verbs.iterate(inGroups().orElseGet(this::select));
    }

    /** In an order in which all that belongs to an instance stands together, so that it is complete with the next one. */
    private Optional<Select<M>> inGroups() {
        return loader instanceof ModelLoader<M> model && model.isDistinct()
                ? model.inGroupsBy(select.paging().orderBy())
                        .map(more -> with(select.orderBy(more)).select().read(model.inGroups()))
                : Optional.empty();
    }

    public Mono<M> first() {
        return verbs.first(root.isDistinct() ? limit(1).select() : select());
    }

    /** The only instance, else an error; see {@link Verbs#one}. */
    public Mono<M> one() {
        return verbs.one(select());
    }

    /** The only instance, empty when there is none; see {@link Verbs#oneOrNone}. */
    public Mono<M> oneOrNone() {
        return verbs.oneOrNone(select());
    }

    /** The instance of this primary key, if the query finds it; see {@link ModelVerbs#get}. */
    public Mono<M> get(Object key) {
        return Mono.defer(() -> verbs.all(ofKey(key)).singleOrEmpty());
    }

    /** Those of these primary keys that the query finds, in the order of the keys; see {@link ModelVerbs#getMany}. */
    public Flux<M> getMany(Collection<?> keys) {
        return Flux.defer(() -> keys.isEmpty() ? Flux.empty() : verbs.all(ofKeys(keys)));
    }

    public Mono<Status> status() {
        return verbs.status(select());
    }

    /** The number of instances that the query finds, page or no page. */
    public Mono<Long> count() {
        return verbs.scalar(counting());
    }

    Select<Long> counting() {
        FromItem[] from = root.isDistinct()
                ? new FromItem[] {root.source()}
                : select.from().toArray(FromItem[]::new);
        return Sql.select(Sql.count()).from(from).where(rows().where());
    }

    /** Whether the query finds any instance. */
    public Mono<Boolean> exists() {
        return verbs.first(Sql.select(Sql.exists(select())));
    }

    /**
     * A page of the instances and how many there are, in one statement; a page beyond the last one takes another to
     * count. It needs an order, which the primary key settles where it leaves instances equal.
     *
     * @param number the page's number, counted from 0
     * @param size how many instances a page has
     */
    public Mono<Page<M>> page(int number, int size) {
        return Mono.defer(() -> new Pages<>(this).page(number, size));
    }

    /**
     * The instances that come after those before, told by the token that came with them. It needs an order by attributes,
     * which the primary key settles where it leaves instances equal. However far in, it costs what the first page does.
     *
     * @param token the {@link Slice#next} of the slice before; null for the first
     * @param size how many instances at most
     */
    public Mono<Slice<M>> pageAfter(@Nullable String token, int size) {
        return Mono.defer(() -> new Pages<>(this).pageAfter(token, size));
    }

    @Override
    public String toString() {
        return select().toString();
    }
}

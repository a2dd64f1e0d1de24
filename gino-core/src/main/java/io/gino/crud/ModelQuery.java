package io.gino.crud;

import io.gino.engine.Status;
import io.gino.engine.Verbs;
import io.gino.load.ModelLoader;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.OrderTerm;
import io.gino.sql.Paging;
import io.gino.sql.Select;
import io.gino.sql.Sql;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query of a model's instances, bound to what runs it. Each method gives a new query.
 *
 * @param <M> the model
 */
public final class ModelQuery<M> {

    private final Verbs verbs;
    private final ModelLoader<M> loader;
    private final Select<M> select;

    ModelQuery(Verbs verbs, ModelLoader<M> loader) {
        this(verbs, loader, loader.select());
    }

    private ModelQuery(Verbs verbs, ModelLoader<M> loader, Select<M> select) {
        this.verbs = verbs;
        this.loader = loader;
        this.select = select;
    }

    /** Only instances that meet the condition; called again, both. */
    public ModelQuery<M> where(Expression<Boolean> condition) {
        return with(select.where(condition));
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

    private ModelQuery<M> with(Select<M> changed) {
        return new ModelQuery<>(verbs, loader, changed);
    }

    /** The statement that this runs. */
    public Select<M> select() {
        Paging paging = select.paging();
        boolean paged = paging.limit() != null || paging.offset() != null;
        return paged && loader.isDistinct() ? page(loader.key()) : select;
    }

    /** All that belongs to the instances on the page, which a sub-query picks by their keys. */
    private <K> Select<M> page(Expression<K> key) {
        Select<K> keys =
                Sql.select(key).from(loader.source()).where(select.where()).paging(select.paging());
        OrderTerm[] order = select.paging().orderBy().toArray(OrderTerm[]::new);
        return loader.select().where(key.in(keys)).orderBy(order);
    }

    public Flux<M> all() {
        return verbs.all(select());
    }

    /** Every instance, fetched from the server as they are asked for, so that memory stays bounded. */
    public Flux<M> iterate() {
        return verbs.iterate(select());
    }

    public Mono<M> first() {
        return verbs.first(loader.isDistinct() ? limit(1).select() : select());
    }

    /** The only instance, else an error; see {@link Verbs#one}. */
    public Mono<M> one() {
        return verbs.one(select());
    }

    /** The only instance, empty when there is none; see {@link Verbs#oneOrNone}. */
    public Mono<M> oneOrNone() {
        return verbs.oneOrNone(select());
    }

    public Mono<Status> status() {
        return verbs.status(select());
    }

    /** The number of instances that the query finds, page or no page. */
    public Mono<Long> count() {
        FromItem[] from = loader.isDistinct()
                ? new FromItem[] {loader.source()}
                : select.from().toArray(FromItem[]::new);
        return verbs.scalar(Sql.select(Sql.count()).from(from).where(select.where()));
    }

    @Override
    public String toString() {
        return select().toString();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.Verbs;
import io.gino.sql.Select;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query of some attributes of a model, bound to what runs it. Each method gives a new query.
 *
 * @param <R> what each row is read as
 * @since 0.1.0
 */
public final class AttributeQuery<R> {

    private final Verbs verbs;
    private final Select<R> select;

    AttributeQuery(Verbs verbs, Select<R> select) {
        this.verbs = verbs;
        this.select = select;
    }

    /** Each value, or row of values, once. */
    public AttributeQuery<R> distinct() {
        return new AttributeQuery<>(verbs, select.distinct());
    }

    /** Each row made into a record by the names of its components. */
    public <X> AttributeQuery<X> into(Class<X> target) {
        return new AttributeQuery<>(verbs, select.into(target));
    }

    /** The statement that this runs. */
    public Select<R> select() {
        return select;
    }

    public Flux<R> all() {
        return verbs.all(select);
    }

    /** Every row, fetched from the server as they are asked for, so that memory stays bounded. */
    public Flux<R> iterate() {
        return verbs.iterate(select);
    }

    public Mono<R> first() {
        return verbs.first(select);
    }

    /** The only row, else an error; see {@link Verbs#one}. */
    public Mono<R> one() {
        return verbs.one(select);
    }

    /** The only row, empty when there is none; see {@link Verbs#oneOrNone}. */
    public Mono<R> oneOrNone() {
        return verbs.oneOrNone(select);
    }

    @Override
    public String toString() {
        return select.toString();
    }
}

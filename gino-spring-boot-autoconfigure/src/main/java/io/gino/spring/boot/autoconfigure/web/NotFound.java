/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import io.gino.crud.ModelQuery;
import io.gino.crud.ModelVerbs;
import io.gino.engine.Verbs;
import io.gino.sql.Statement;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Answers with 404 when a row is not there; import its methods statically. {@code db} may be a {@code Gino}, or what
 * {@code db.on(connection)} gives; {@link #firstOr404(Verbs, Statement)} takes engines and connections too.
 *
 * @since 0.1.0
 */
public final class NotFound {

    private static final String NOTHING = "No such data";

    private NotFound() {}

    /**
     * The instance of this primary key, else 404 with {@code User is not found}.
     *
     * @param key as for {@link ModelVerbs#get}
     */
    public static <M> Mono<M> getOr404(ModelVerbs db, Class<M> model, Object key) {
        return db.get(model, key).as(or404(model));
    }

    /** The query's first instance, else 404 with {@code No such data}. */
    public static <M> Mono<M> firstOr404(ModelQuery<M> query) {
        return query.first().as(or404());
    }

    /** The statement's first row, else 404 with {@code No such data}. */
    public static <R> Mono<R> firstOr404(Verbs verbs, Statement<R> statement) {
        return verbs.first(statement).as(or404());
    }

    /** At the end of a chain, {@code ….as(or404())}: 404 with {@code No such data} when it is empty. */
    public static <T> Function<Mono<T>, Mono<T>> or404() {
        return or404(NOTHING);
    }

    /** The same with {@code User is not found}, after the model's name. */
    public static <T> Function<Mono<T>, Mono<T>> or404(Class<?> model) {
        return or404(model.getSimpleName() + " is not found");
    }

    /** The same with a reason of your own. */
    public static <T> Function<Mono<T>, Mono<T>> or404(String reason) {
        return found -> found.switchIfEmpty(Mono.error(() -> new NotFoundException(reason)));
    }
}

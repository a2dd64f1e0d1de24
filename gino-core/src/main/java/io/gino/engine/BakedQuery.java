/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Baked;
import io.gino.row.RowReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A statement that was compiled once, with what runs it. Each method that changes something gives a new one, over the
 * same text.
 *
 * @param <R> what each row that it returns is read as
 * @since 0.1.0
 */
public record BakedQuery<R>(Verbs verbs, Baked<R> statement) {

    /** With a value for the parameter of this name; null is NULL. */
    public BakedQuery<R> bind(String name, @Nullable Object value) {
        return new BakedQuery<>(verbs, statement.bind(name, value));
    }

    /** With values for these parameters. */
    public BakedQuery<R> bind(Map<String, ?> values) {
        return new BakedQuery<>(verbs, statement.bind(values));
    }

    /** With values for all parameters, in the order in which they first come. */
    public BakedQuery<R> bind(List<? extends @Nullable Object> values) {
        return new BakedQuery<>(verbs, statement.bind(values));
    }

    /** With these options. */
    public BakedQuery<R> with(ExecutionOptions options) {
        return new BakedQuery<>(verbs.with(options), statement);
    }

    /** With its rows read so. */
    public <X> BakedQuery<X> read(RowReader<X> reader) {
        return new BakedQuery<>(verbs, statement.read(reader));
    }

    /** Run by others: an engine, or one connection. */
    public BakedQuery<R> on(Verbs others) {
        return new BakedQuery<>(others, statement);
    }

    /** The SQL. */
    public String sql() {
        return statement.sql();
    }

    /** See {@link Verbs#all}. */
    public Flux<R> all() {
        return verbs.all(statement);
    }

    /** See {@link Verbs#first}. */
    public Mono<R> first() {
        return verbs.first(statement);
    }

    /** See {@link Verbs#one}. */
    public Mono<R> one() {
        return verbs.one(statement);
    }

    /** See {@link Verbs#oneOrNone}. */
    public Mono<R> oneOrNone() {
        return verbs.oneOrNone(statement);
    }

    /** See {@link Verbs#scalar(io.gino.sql.Statement)}. */
    public Mono<R> scalar() {
        return verbs.scalar(statement);
    }

    /** See {@link Verbs#iterate}. */
    public Flux<R> iterate() {
        return verbs.iterate(statement);
    }

    /** See {@link Verbs#status}. */
    public Mono<Status> status() {
        return verbs.status(statement);
    }
}

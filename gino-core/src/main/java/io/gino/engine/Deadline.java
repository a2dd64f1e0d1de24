/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.DatabaseError;
import io.gino.error.QueryTimeout;
import io.gino.error.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The time limit of work under way. Reactor's context tells the statements in it of the limit, so that one that is
 * cancelled knows whether it was late. Single-use.
 */
final class Deadline {

    private final Duration limit;
    private final Supplier<String> sql;
    private volatile @Nullable QueryTimeout failure;

    /** Told the text of the statement by what is asked only when it is late. */
    Deadline(Duration limit, Supplier<String> sql) {
        this.limit = limit;
        this.sql = sql;
    }

    /** What whoever runs the work gets, if its time is up. */
    static Optional<Throwable> missed(ContextView context) {
        return context.<Deadline>getOrEmpty(Deadline.class).map(deadline -> deadline.failure);
    }

    /** The whole work, as far as it comes in time. */
    <T> Flux<T> total(Flux<T> work) {
        return known(work)
                .takeUntilOther(end())
                .concatWith(Mono.defer(() -> Mono.justOrEmpty(failure).flatMap(Mono::error)));
    }

    /** The work, if its first value comes in time. */
    <T> Flux<T> first(Flux<T> work) {
        return known(work)
                .timeout(end())
                .onErrorMap(TimeoutException.class, cause -> Objects.requireNonNullElseGet(failure, this::late));
    }

    private <T> Flux<T> known(Flux<T> work) {
        return work.contextWrite(context -> context.put(Deadline.class, this));
    }

    private Mono<Long> end() {
        return Mono.create(time -> time.onDispose(Timers.after(limit, () -> {
            failure = late();
            time.success(0L);
        })));
    }

    private QueryTimeout late() {
        String text = sql.get();
        return new QueryTimeout(
                "The statement did not end within " + Wording.time(limit) + " and was cancelled. SQL: " + text,
                new DatabaseError("57014", text, null, null, List.of(), null),
                new TimeoutException());
    }
}

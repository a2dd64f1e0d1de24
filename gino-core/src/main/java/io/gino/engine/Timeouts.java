package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.error.DatabaseError;
import io.gino.error.QueryTimeout;
import io.gino.error.Wording;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Time limits of statements. Work that is late is cancelled, which cancels the statement on the server. */
final class Timeouts {

    private Timeouts() {}

    /** The whole work within the time limit. */
    static <T> Flux<T> total(Flux<T> work, ExecutionOptions options, Compiled statement) {
        return total(work, options, statement::sql);
    }

    /** The same for a statement whose text is needed when it is late only. */
    static <T> Flux<T> total(Flux<T> work, ExecutionOptions options, Supplier<String> sql) {
        Duration limit = options.limit();
        return limit == null ? work : Flux.defer(() -> cutOff(work, limit, sql));
    }

    private static <T> Flux<T> cutOff(Flux<T> work, Duration limit, Supplier<String> sql) {
        AtomicBoolean isLate = new AtomicBoolean();
        return work.takeUntilOther(Mono.delay(limit).doOnNext(tick -> isLate.set(true)))
                .concatWith(Mono.defer(() -> isLate.get() ? Mono.error(late(sql.get(), limit)) : Mono.empty()));
    }

    /** The first value within the time limit; what comes after depends on who takes it. */
    static <T> Flux<T> first(Flux<T> work, ExecutionOptions options, Compiled statement) {
        Duration limit = options.limit();
        return limit == null
                ? work
                : work.timeout(Mono.delay(limit))
                        .onErrorMap(TimeoutException.class, failure -> late(statement.sql(), limit));
    }

    private static QueryTimeout late(String sql, Duration limit) {
        DatabaseError error = new DatabaseError("57014", sql, null, null, List.of(), null);
        return new QueryTimeout(
                "The statement did not end within " + Wording.time(limit) + " and was cancelled. SQL: " + sql,
                error,
                new TimeoutException());
    }
}

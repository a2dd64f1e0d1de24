/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a test does with one database: all of it in one transaction, on a connection that is opened when it is first
 * needed. Everyone in it works in a savepoint, so that a statement that fails takes nothing of the others with it.
 */
final class TestTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(TestTransaction.class);

    private static final String SAVEPOINT = "gino_test";
    private static final String UNDO = "ROLLBACK TO SAVEPOINT %1$s; RELEASE SAVEPOINT %1$s".formatted(SAVEPOINT);
    /** What COMMIT would check is checked, and stays deferred. */
    private static final String KEEP =
            "SAVEPOINT %1$s_check; SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK TO SAVEPOINT %1$s_check; RELEASE SAVEPOINT %1$s_check;%2$s RELEASE SAVEPOINT %1$s";

    private static final String ABORTED = "25P02";
    private static final Duration LAST_STATEMENTS = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(10);

    private final Line line = new Line();
    private final Mono<Connection> connection;
    private volatile boolean isOpened;
    private volatile boolean isOver;

    /** @param open opens a connection; what it gives is closed at the end */
    TestTransaction(Mono<Connection> open) {
        this.connection = open.flatMap(opened -> Mono.from(opened.beginTransaction())
                        .doOnSuccess(nothing -> isOpened = true)
                        .thenReturn(opened))
                .cache(opened -> Duration.ofNanos(Long.MAX_VALUE), failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** A connection, to whoever asked for one. */
    Mono<Connection> guest() {
        return connection.map(opened -> new Guest(this, opened));
    }

    Line line() {
        return line;
    }

    void checkNotOver() {
        if (isOver) {
            throw new IllegalStateException(
                    "The test in whose transaction this connection works has ended. Let the test wait for all that it starts.");
        }
    }

    /**
     * The work alone and in a savepoint.
     *
     * @param localSettings of the work, once it has ended
     */
    <T> Flux<T> alone(Connection on, Supplier<? extends Publisher<T>> work, Supplier<Set<String>> localSettings) {
        return Flux.defer(() -> {
            AtomicBoolean isEnding = new AtomicBoolean();
            Mono<Void> end = Mono.defer(() -> {
                        isEnding.set(true);
                        return keep(on, localSettings.get());
                    })
                    .onErrorResume(failure -> undo(on).then(isAborted(failure) ? Mono.empty() : Mono.error(failure)))
                    .cache();
            return Flux.usingWhen(
                    line.come(),
                    turn -> begin(on)
                            .thenMany(Flux.defer(() -> running(work.get())))
                            .concatWith(end.then(Mono.empty())),
                    turn -> Mono.fromRunnable(turn::leave),
                    (turn, failure) -> (isEnding.get() ? Mono.<Void>empty() : undo(on)).doOnTerminate(turn::leave),
                    turn -> end.onErrorComplete().doOnTerminate(turn::leave));
        });
    }

    /** Work of the one whose turn it is. */
    <T> Flux<T> running(Publisher<T> work) {
        return Flux.defer(() -> {
            checkNotOver();
            Runnable ended = line.begun();
            return Flux.from(work).doOnTerminate(ended).doOnCancel(ended);
        });
    }

    Mono<Void> begin(Connection on) {
        return Mono.defer(() -> {
            checkNotOver();
            return command(on, "SAVEPOINT " + SAVEPOINT);
        });
    }

    /** @param localSettings the names of what SET LOCAL has set, which ends with the transaction */
    Mono<Void> keep(Connection on, Set<String> localSettings) {
        return command(
                on,
                KEEP.formatted(
                        SAVEPOINT,
                        localSettings.stream()
                                .map(name -> " SET LOCAL " + name + " TO DEFAULT;")
                                .collect(Collectors.joining())));
    }

    Mono<Void> undo(Connection on) {
        return command(on, UNDO).onErrorResume(failure -> {
            LOG.debug("Nothing could be undone", failure);
            return Mono.empty();
        });
    }

    static boolean isAborted(Throwable failure) {
        return failure instanceof R2dbcException database && ABORTED.equals(database.getSqlState());
    }

    static Mono<Void> command(Connection on, String sql) {
        return Flux.defer(() -> on.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    /** Waits a moment for what still runs, and undoes everything. */
    Mono<Void> rollback() {
        return Mono.defer(() -> {
            isOver = true;
            return isOpened ? connection.flatMap(this::rollback) : Mono.empty();
        });
    }

    private Mono<Void> rollback(Connection opened) {
        return line.come()
                .timeout(LAST_STATEMENTS)
                .onErrorResume(late -> {
                    LOG.warn("Work that the test began with the database goes on after it. All of it is rolled back.");
                    return cancel(opened).then(Mono.empty());
                })
                .then(Mono.defer(() -> Mono.from(opened.rollbackTransaction())))
                .timeout(END)
                .onErrorResume(failure -> {
                    LOG.warn("The connection of the test is closed, since it could not be rolled back", failure);
                    return driver(opened).flatMap(found -> Mono.from(found.close()));
                })
                .then(Mono.defer(() -> Mono.from(opened.close())))
                .onErrorComplete();
    }

    private static Mono<Void> cancel(Connection opened) {
        return driver(opened).flatMap(PostgresqlConnection::cancelRequest).onErrorComplete();
    }

    private static Mono<PostgresqlConnection> driver(Connection opened) {
        Object found = opened;
        while (!(found instanceof PostgresqlConnection)
                && found instanceof Wrapped<?> wrapped
                && wrapped.unwrap() != null) {
            found = wrapped.unwrap();
        }
        return found instanceof PostgresqlConnection postgres ? Mono.just(postgres) : Mono.empty();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.gino.error.StatementException;
import io.gino.sql.Identifier;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/** Listens on channels over a connection of its own, and over another one when that is lost. Single-use. */
final class Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** How often the server must show that it is there: a connection that is dead need not say so. */
    static final Duration BEAT = Duration.ofSeconds(30);

    private final ConnectionProvider connections;
    private final List<Identifier> channels;
    private final Runnable listening;
    private final Duration beat;
    /** How long the server may take to show it. */
    private final Duration answer;

    private boolean connectedBefore;
    /** How often connecting anew has failed since the connection was lost. */
    private int failures;

    /**
     * @param listening what to run whenever listening has begun, the first time and after each loss
     * @param beat how often the server must show that it is there, and how long connecting may take
     */
    Listener(ConnectionProvider connections, Collection<String> channels, Runnable listening, Duration beat) {
        this.connections = connections;
        this.channels = channels.stream().map(Identifier::of).distinct().toList();
        this.listening = listening;
        this.beat = beat;
        this.answer = beat.dividedBy(3);
        if (channels.isEmpty()) {
            throw new StatementException("There is no channel to listen on. Name at least one.");
        }
    }

    /** What is received, read ahead: the hook must run, and nothing be missed, however slow the receiver is. */
    Flux<Notification> notifications() {
        return session()
                .retryWhen(Retry.from(losses -> losses.concatMap(loss -> pause(loss.failure()))))
                .<Notification>handle((event, sink) -> {
                    if (event.isPresent()) {
                        sink.next(event.get());
                    } else {
                        listening.run();
                    }
                })
                .onBackpressureBuffer();
    }

    /** What comes over one connection; the empty event says that listening has begun. */
    private Flux<Optional<Notification>> session() {
        return Flux.usingWhen(
                alone(connections.dedicated()).timeout(beat).onErrorMap(DatabaseErrors::connecting),
                this::events,
                this::release,
                (connection, failure) -> release(connection),
                connection -> unlisten(connection).then(release(connection)));
    }

    private Flux<Optional<Notification>> events(Connection connection) {
        PostgresqlConnection postgres = DriverConnection.postgres(connection);
        Flux<Optional<Notification>> received = postgres.getNotifications()
                .onBackpressureBuffer()
                .map(Listener::notification)
                .map(Optional::of)
                .concatWith(Flux.error(() -> new ConnectionException("The connection was closed.")));
        // First the notifications, of which none must be missed once the server has heard of the channels.
        return Flux.merge(received, listen(postgres), beat(postgres))
                .onErrorMap(failure -> DatabaseErrors.translate(failure, null));
    }

    private static Notification notification(io.r2dbc.postgresql.api.Notification received) {
        String payload = received.getParameter();
        return new Notification(received.getName(), payload == null ? "" : payload, received.getProcessId());
    }

    private Mono<Optional<Notification>> listen(PostgresqlConnection postgres) {
        String sql = channels.stream().map(channel -> "LISTEN " + channel.sql()).collect(Collectors.joining("; "));
        return run(postgres, sql).then(Mono.fromSupplier(() -> {
            if (connectedBefore) {
                LOG.info("Listening on {} again.", channels);
            }
            connectedBefore = true;
            failures = 0;
            return Optional.empty();
        }));
    }

    private Flux<Optional<Notification>> beat(PostgresqlConnection postgres) {
        return Flux.interval(beat)
                .onBackpressureDrop()
                .concatMap(tick -> postgres.validate(ValidationDepth.REMOTE).timeout(answer, Mono.just(false)), 1)
                .filter(alive -> !alive)
                .flatMap(dead -> Flux.error(new ConnectionException("The server does not answer any more.")));
    }

    /** Waits before the next attempt, a longer time after each; what has never worked fails at once. */
    private Mono<Long> pause(Throwable failure) {
        if (!connectedBefore) {
            return Mono.error(failure);
        } else if (failures == 0) {
            LOG.warn("Lost the connection that listens on {}; connecting anew. {}", channels, failure.getMessage());
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        return Mono.delay(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** A connection of someone's pool must not go on receiving. */
    private Mono<Void> unlisten(Connection connection) {
        return run(DriverConnection.postgres(connection), "UNLISTEN *")
                .timeout(answer)
                .onErrorComplete();
    }

    private Mono<Void> release(Connection connection) {
        return alone(connections.release(connection)).timeout(answer).onErrorComplete();
    }

    private static Mono<Void> run(PostgresqlConnection postgres, String sql) {
        return postgres.createStatement(sql)
                .execute()
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    /** Without the caller's context, so that whoever provides connections gives none of a transaction. */
    private static <T> Mono<T> alone(Mono<T> work) {
        return work.contextWrite(context -> Context.empty());
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.error.ConnectionException;
import io.gino.error.ConnectionLost;
import io.gino.error.StatementException;
import io.gino.error.TransactionException;
import io.gino.row.RowReader;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.Client;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Wrapped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One connection of the driver, and all that is asked of the driver. Statements on it must run one after another; after
 * one that was cancelled, {@link #settle} comes before the next.
 */
final class DriverConnection {

    private final Connection connection;
    private final Settings settings;
    private final DriverStatements statements;
    /** Where statements can be run without the driver's; null where not. */
    private final @Nullable DirectWire wire;
    /** Those who work in the transaction of someone else's that the connection came with, if it did. */
    private final Optional<Party> party;
    /** Whether the server has ended the connection, whatever the driver knows of that yet. */
    private final AtomicBoolean isLost;
    /** Whether a statement was begun and did not end. Guarded by this. */
    private boolean isRunning;
    /** How many rows of the statement that runs have come. Guarded by this. */
    private LongSupplier rows = () -> 0;
    /** Whether no statement can begin any more. Guarded by this. */
    private boolean isSettled;

    DriverConnection(Connection connection, Settings settings, Parties parties) {
        this.connection = connection;
        this.settings = settings;
        this.statements = new DriverStatements(connection);
        this.wire = settings.driverCodecs() ? null : DirectWire.of(connection);
        this.party = isInTransaction() ? Optional.of(parties.of(target(connection))) : Optional.empty();
        this.isLost = new AtomicBoolean();
    }

    private DriverConnection(DriverConnection same) {
        this.connection = same.connection;
        this.settings = same.settings;
        this.statements = same.statements;
        this.wire = same.wire;
        this.party = same.party;
        this.isLost = same.isLost;
    }

    /** The same connection for the work that comes next. */
    DriverConnection again() {
        return new DriverConnection(this);
    }

    Connection raw() {
        return connection;
    }

    Optional<Party> party() {
        return party;
    }

    /** Whether the connection has ended. */
    boolean isLost() {
        return isLost.get();
    }

    /** Runs a statement and reads its rows. Single-use. */
    <R> Flux<R> rows(Compiled compiled, RowReader<R> reader, int fetchSize) {
        Reading<R> reading = new Reading<>(compiled, reader, settings);
        return new Rows<>(rows(compiled, reading, fetchSize), reading);
    }

    /**
     * Runs a statement whose rows are, perhaps, only some of those that {@code reading} is to read.
     *
     * @param fetchSize how many rows to fetch at a time; 0 for all at once
     */
    <R> Flux<R> rows(Compiled compiled, Reading<R> reading, int fetchSize) {
        return watched(
                compiled,
                () -> {
                    Flux<R> direct = wire == null || fetchSize > 0 ? null : wire.rows(compiled, reading);
                    return direct == null ? byDriver(compiled).rows(compiled, reading, fetchSize) : direct;
                },
                reading::count);
    }

    private DriverStatements byDriver(Compiled compiled) {
        if (wire != null) {
            wire.passing(compiled);
        }
        return statements;
    }

    /** Runs a statement and counts what became of it. Single-use. */
    Flux<Status> status(Compiled compiled) {
        Status.Count count = new Status.Count(compiled.command());
        return watched(
                compiled,
                () -> {
                    Flux<Status> direct = wire == null ? null : wire.status(compiled, count);
                    return direct == null ? byDriver(compiled).status(compiled, count) : direct;
                },
                count::rows);
    }

    /** The work as a statement that runs: it is told of, and settled when it is cancelled. */
    <T> Flux<T> watched(Compiled statement, Supplier<? extends Publisher<T>> work, LongSupplier rows) {
        return settings.heard(statement, new Watched<>(this, work, statement.sql(), rows), rows);
    }

    /** Whether a statement may begin, which then counts as running. */
    synchronized boolean begins(LongSupplier ofRows) {
        rows = ofRows;
        isRunning = !isSettled;
        return isRunning;
    }

    /** The statement has come to its end. */
    synchronized void ended() {
        isRunning = false;
    }

    /** What to tell of a failure. What the driver tells of has ended the statement; what went wrong in reading its rows has not. */
    Throwable failed(Throwable failure, String sql) {
        synchronized (this) {
            isRunning = isRunning && !(failure instanceof R2dbcException);
        }
        Throwable told = DatabaseErrors.translate(failure, sql);
        if (told instanceof ConnectionLost) {
            isLost.set(true);
        }
        return told;
    }

    /** Lets no other statement begin; whether one is running that did not end. */
    private synchronized boolean closes() {
        isSettled = true;
        return isRunning;
    }

    /** Whether a transaction is under way. */
    boolean isInTransaction() {
        return !connection.isAutoCommit();
    }

    /** Runs a command that returns nothing and takes no values. */
    Flux<Void> command(String sql) {
        return command(sql, () -> wire == null ? statements.command(sql) : wire.command(sql));
    }

    Flux<Void> commit() {
        return command(
                "COMMIT",
                () -> wire == null
                        ? statements.commit(DriverConnection::rolledBack)
                        : wire.commit(DriverConnection::rolledBack));
    }

    Flux<Void> rollback() {
        return command("ROLLBACK", () -> wire == null ? statements.rollback() : wire.rollback());
    }

    private Flux<Void> command(String sql, Supplier<Publisher<Void>> work) {
        return watched(Compiled.command(sql), work, () -> 0);
    }

    private static TransactionException rolledBack(@Nullable Throwable cause) {
        return new TransactionException(
                "The transaction was rolled back instead of committed: a statement in it had failed, and its error was"
                        + " not passed on. Let the error through, or run that statement in a nested transaction.",
                cause);
    }

    /**
     * Lets no other statement begin, and brings one that was cancelled to its end, by PostgreSQL's cancel request when
     * it does not end at once, so that the connection is ready for others. Fails when it does not get there in time.
     */
    Mono<Void> settle() {
        return settle(false);
    }

    /**
     * The same where other statements may follow in the transaction, if there is one, which a cancel request would end:
     * a result that is on its way, of which somebody took as much as he wanted, may come to its end then.
     */
    Mono<Void> settle(boolean isNeeded) {
        return Mono.defer(
                () -> closes() ? new Stopping(connection, settings).stop(isNeeded && isArriving()) : Mono.empty());
    }

    private synchronized boolean isArriving() {
        return rows.getAsLong() > 0 && isInTransaction();
    }

    /** Whether the connection can go to someone else as it is. Lets no other statement begin. */
    boolean isReady() {
        return !closes() && !isLost.get() && (party.isPresent() || !isInTransaction());
    }

    /**
     * Makes the connection ready for whoever gets it next: without a transaction that was begun by hand and left. Fails
     * when nobody can get it any more.
     */
    Mono<Void> reset() {
        return Mono.defer(() -> isLost.get()
                ? Mono.error(new ConnectionException("The connection was lost."))
                : settle().then(Mono.defer(this::endTransaction)));
    }

    private Mono<Void> endTransaction() {
        return party.isPresent() || !isInTransaction()
                ? Mono.empty()
                : again().rollback().then();
    }

    /** Closes the connection itself, also when a pool lent it. */
    Mono<Void> kill() {
        return find(connection)
                .map(PostgresqlConnection::close)
                .orElse(Mono.empty())
                .timeout(settings.cancelTimeout())
                .onErrorComplete();
    }

    /** The driver's wire, for COPY. */
    Client client() {
        return DriverClient.of(postgres(connection));
    }

    /**
     * The driver's connection inside those of a pool, and of whatever else wraps it.
     *
     * @throws StatementException when there is none
     */
    static PostgresqlConnection postgres(Connection connection) {
        if (target(connection) instanceof PostgresqlConnection postgres) {
            return postgres;
        }
        throw new StatementException("This needs a connection of the driver r2dbc-postgresql; got a "
                + connection.getClass().getName() + ", which does not wrap one.");
    }

    /** The driver's own connection, if it is one of PostgreSQL's driver. */
    static Optional<PostgresqlConnection> find(Connection connection) {
        return target(connection) instanceof PostgresqlConnection postgres ? Optional.of(postgres) : Optional.empty();
    }

    /** What is below pools and proxies. */
    private static Object target(Connection connection) {
        Object found = connection;
        while (!(found instanceof PostgresqlConnection)
                && found instanceof Wrapped<?> wrapped
                && wrapped.unwrap() != null) {
            found = wrapped.unwrap();
        }
        return found;
    }
}

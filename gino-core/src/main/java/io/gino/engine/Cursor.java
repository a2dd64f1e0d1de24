/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.error.StatementException;
import io.gino.row.RowReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * A place in what a statement returns, moved by the caller; other statements may run on the connection in between. The
 * calls on one cursor must follow one another. Close it, unless the transaction that it was opened in ends.
 *
 * @param <R> what its rows are read as; a graph is given whole, however many rows it takes
 * @since 0.1.0
 */
public final class Cursor<R> {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final GinoConnection connection;
    private final Compiled statement;
    private final boolean isRowByRow;
    private final Reading<R> reading;
    private final ExecutionOptions options;
    private final String name = "gino_cursor_" + NUMBERS.incrementAndGet();
    /** What has been read and not been taken. */
    private final Queue<R> read = new ArrayDeque<>();

    private boolean isAtEnd;

    Cursor(GinoConnection connection, Compiled statement, RowReader<R> reader, ExecutionOptions options) {
        this.connection = connection;
        this.statement = statement;
        this.isRowByRow = reader.isRowByRow();
        this.reading = new Reading<>(statement, reader, connection.settings());
        this.options = options;
    }

    /** Opens it. What writes and returns rows has no cursor on the server: its rows are all read. */
    Mono<Cursor<R>> open() {
        if (statement.isQuery()) {
            return limited(connection.inTurn(driver -> driver.status(declaration(driver))))
                    .thenReturn(this);
        }
        return limited(read(statement)).then(Mono.fromRunnable(this::end)).thenReturn(this);
    }

    /** Outside of a transaction the server keeps what the query found until the cursor is closed. */
    private Compiled declaration(DriverConnection driver) {
        return new Compiled(
                "DECLARE",
                "DECLARE " + name + " NO SCROLL CURSOR " + (driver.isInTransaction() ? "FOR " : "WITH HOLD FOR ")
                        + statement.sql(),
                statement.slots(),
                Optional.empty(),
                statement.table());
    }

    private <T> Mono<Void> limited(Flux<T> work) {
        return Timeouts.total(work, options, statement).then();
    }

    private Flux<R> read(Compiled rows) {
        return connection.inTurn(driver -> driver.rows(rows, reading, 0)).doOnNext(read::add);
    }

    private void end() {
        isAtEnd = true;
        read.addAll(reading.end());
    }

    /** All of it from here on; a batch is fetched when the one before has been taken. */
    Flux<R> rows() {
        return new Borrowing<>(
                this::open,
                cursor -> Flux.defer(() -> many(options.fetchSize()))
                        .repeat(() -> !isAtEnd || !read.isEmpty())
                        .concatMapIterable(batch -> batch, 1),
                (cursor, signal) -> signal == SignalType.ON_ERROR ? Mono.empty() : close());
    }

    /** The next one; empty at the end. */
    public Mono<R> next() {
        return filled(1).then(Mono.fromSupplier(read::poll));
    }

    /** The next ones: fewer than asked for at the end, and an empty list after it. */
    public Mono<List<R>> many(int count) {
        requirePositive("many", count);
        return filled(count).then(Mono.fromSupplier(() -> {
            List<R> taken = new ArrayList<>(Math.min(count, read.size()));
            while (taken.size() < count && !read.isEmpty()) {
                taken.add(read.remove());
            }
            return taken;
        }));
    }

    /** Leaves out this many; at the end it stays there. */
    public Mono<Void> forward(int count) {
        requirePositive("forward", count);
        if (!isRowByRow || !statement.isQuery()) {
            return many(count).then();
        }
        return Mono.defer(() -> {
            int rest = count;
            while (rest > 0 && read.poll() != null) {
                rest--;
            }
            String move = "MOVE FORWARD " + rest + " FROM " + name;
            return rest == 0 || isAtEnd ? Mono.empty() : limited(connection.inTurn(driver -> driver.command(move)));
        });
    }

    private static void requirePositive(String method, int count) {
        if (count < 1) {
            throw new StatementException(method + "(" + count + ") would not move the cursor. Ask for at least 1.");
        }
    }

    /** This many have been read, unless the end came before. */
    private Mono<Void> filled(int count) {
        return Mono.defer(() -> isAtEnd || read.size() >= count
                ? Mono.empty()
                : fetch(Math.max(count - read.size(), options.fetchSize()))
                        .repeat(() -> !isAtEnd && read.size() < count)
                        .then());
    }

    private Mono<Void> fetch(int rows) {
        return Mono.defer(() -> {
            int before = reading.count();
            Compiled fetch = new Compiled(
                    "FETCH", "FETCH " + rows + " FROM " + name, List.of(), statement.columns(), statement.table());
            return limited(read(fetch)).then(Mono.fromRunnable(() -> {
                if (reading.count() - before < rows) {
                    end();
                }
            }));
        });
    }

    /** Lets go of it on the server. */
    public Mono<Void> close() {
        return statement.isQuery()
                ? connection
                        .<Void>inTurn(driver -> driver.command("CLOSE " + name))
                        .then()
                : Mono.empty();
    }
}

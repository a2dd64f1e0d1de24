package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.row.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query read through a cursor, a batch at a time, so that other statements run in between. */
final class Cursor<R> {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final DriverConnection driver;
    private final Turns turns;
    private final Compiled query;
    private final DriverConnection.Reading<R> reading;
    private final int fetchSize;
    private final String name = "gino_cursor_" + NUMBERS.incrementAndGet();
    /** How many rows had been read before the last batch. */
    private int before;

    Cursor(DriverConnection driver, Turns turns, Compiled query, RowReader<R> reader, int fetchSize) {
        this.driver = driver;
        this.turns = turns;
        this.query = query;
        this.reading = new DriverConnection.Reading<>(query, reader);
        this.fetchSize = fetchSize;
    }

    Flux<R> rows() {
        return Flux.usingWhen(
                declare(),
                cursor -> batches(),
                cursor -> close(),
                (cursor, failure) -> Mono.empty(),
                cursor -> close());
    }

    /** Outside of a transaction the server keeps what the query found until the cursor is closed. */
    private Mono<Cursor<R>> declare() {
        return turns.inTurn(() -> driver.status(declaration())).then(Mono.just(this));
    }

    private Compiled declaration() {
        return new Compiled(
                "DECLARE",
                "DECLARE " + name + " NO SCROLL CURSOR " + (driver.isInTransaction() ? "FOR " : "WITH HOLD FOR ")
                        + query.sql(),
                query.slots(),
                Optional.empty());
    }

    /** Fetches the next batch when the one before has been taken, until one comes that is not full. */
    private Flux<R> batches() {
        return Flux.defer(this::fetch)
                .repeat(() -> !isAtEnd())
                .concatMapIterable(batch -> batch, 1)
                .concatWith(reading.rest());
    }

    private boolean isAtEnd() {
        return reading.count() - before < fetchSize;
    }

    private Mono<List<R>> fetch() {
        Compiled fetch = new Compiled("FETCH", "FETCH " + fetchSize + " FROM " + name, List.of(), query.columns());
        before = reading.count();
        return turns.inTurn(() -> driver.rows(fetch, reading, 0)).collectList();
    }

    private Mono<Void> close() {
        return turns.<Void>inTurn(() -> driver.command("CLOSE " + name)).then();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.gino.error.Wording;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The connections of an engine, and who has them since when. A service. */
final class Connections {

    private final ConnectionProvider provider;
    private final Settings settings;
    /** The connections in use, each with the time it was acquired, of {@link System#nanoTime}. */
    private final Map<DriverConnection, Long> inUse = new ConcurrentHashMap<>();

    /** How many have a connection or wait for one. */
    private final AtomicInteger busy = new AtomicInteger();

    private final Parties parties = new Parties();
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private final Sinks.Empty<Void> idle = Sinks.empty();
    private volatile boolean isClosed;

    Connections(ConnectionProvider provider, Settings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    ConnectionProvider provider() {
        return provider;
    }

    /** Completes when this begins to close. */
    Mono<Void> closed() {
        return closed.asMono();
    }

    Mono<DriverConnection> acquire(Duration timeout) {
        if (isClosed) {
            return Mono.error(new ConnectionException("This engine is closed. Create another one."));
        }
        return new Acquisition(this, timeout);
    }

    /** Whether the pool, about to lend a connection, found that it had died, and dropped it: the next one may be alive. */
    static boolean isStale(Throwable failure) {
        return failure instanceof R2dbcNonTransientResourceException
                && "Connection validation failed".equals(failure.getMessage());
    }

    Mono<DriverConnection> acquire() {
        return acquire(settings.acquireTimeout());
    }

    /** Someone waits for a connection. */
    void awaited() {
        busy.incrementAndGet();
    }

    /** Who waited for a connection did not get one, or has given it back. */
    void notAwaited() {
        if (busy.decrementAndGet() == 0 && isClosed) {
            idle.tryEmitEmpty();
        }
    }

    /** Who waited for a connection got this one. */
    DriverConnection acquired(Connection connection) {
        DriverConnection driver = new DriverConnection(connection, settings, parties);
        inUse.put(driver, System.nanoTime());
        return driver;
    }

    /** A connection came that nobody waits for any more. */
    void returnUnused(Connection connection) {
        Mono.defer(() -> provider.release(connection)).subscribe(null, failure -> {});
    }

    /** What to tell who waited in vain. */
    Throwable failure(Throwable cause, Duration timeout) {
        return isTimeout(cause) ? late(timeout, cause) : DatabaseErrors.connecting(cause);
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof R2dbcTimeoutException;
    }

    private ConnectionException late(Duration timeout, Throwable cause) {
        if (inUse.isEmpty()) {
            return new ConnectionException(
                    "No connection within " + Wording.time(timeout) + ", though this engine uses none: the server does"
                            + " not answer, or others hold all connections of the pool.",
                    cause);
        }
        long longest = System.nanoTime()
                - inUse.values().stream().mapToLong(since -> since).min().orElse(0);
        return new ConnectionException(
                "No connection became free within " + Wording.time(timeout) + ": " + inUse.size()
                        + " are in use, the longest for " + Wording.time(Duration.ofNanos(longest))
                        + ". Work that holds one and waits for another, as acquire(…) inside acquire(…) does, may be"
                        + " waiting for itself: let the inner one reuse the outer one's connection.",
                cause);
    }

    /** Gives a connection back when it is ready for the next statement; one that does not get there is closed. */
    Mono<Void> release(DriverConnection driver) {
        Mono<Void> release = Mono.defer(() -> provider.release(driver.raw()));
        Mono<Void> ready = Mono.defer(() -> driver.isReady()
                ? provider.release(driver.raw())
                : driver.reset().then(release));
        return ready.onErrorResume(failure -> driver.kill().then(release).onErrorComplete())
                .doFinally(signal -> forget(driver));
    }

    private void forget(DriverConnection driver) {
        inUse.remove(driver);
        notAwaited();
    }

    /** Lends no more, waits up to {@code limit} until all is given back, and closes. */
    Mono<Void> close(Duration limit) {
        return Mono.defer(() -> {
            isClosed = true;
            closed.tryEmitEmpty();
            if (busy.get() == 0) {
                idle.tryEmitEmpty();
            }
            return idle.asMono().timeout(limit, Mono.empty()).then(Mono.defer(provider::close));
        });
    }

    @Override
    public String toString() {
        return provider.toString();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A connection for as long as it is kept: borrowed when it is first needed, given back in between when asked to, shared
 * by all who reuse it. Whoever uses it waits for his turn. Thread-safe.
 */
final class Lease {

    private final Connections connections;
    private final Duration timeout;
    private final Turns turns = new Turns();
    private final AtomicReference<@Nullable Transaction> innermost = new AtomicReference<>();
    /** Changed only by whoever has the turn. */
    private volatile @Nullable DriverConnection driver;

    private volatile boolean isClosed;

    Lease(Connections connections, Duration timeout) {
        this.connections = connections;
        this.timeout = timeout;
    }

    /** A lease of what is borrowed already, and given back by whoever did that. */
    static Lease of(Connections connections, DriverConnection borrowed) {
        Lease lease = new Lease(connections, Duration.ofMillis(1));
        lease.driver = borrowed;
        return lease;
    }

    /** The innermost transaction that is open; in one of someone else's, of all who joined that. */
    AtomicReference<@Nullable Transaction> innermost() {
        DriverConnection held = driver;
        Party party = held == null ? null : held.party().orElse(null);
        return party == null ? innermost : party.innermost();
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Whether a connection is held at the moment. */
    boolean isBorrowed() {
        return driver != null;
    }

    /** Work on the connection, which is borrowed if it is not yet. */
    <T> Flux<T> inTurn(Function<DriverConnection, ? extends Publisher<T>> work) {
        return turns.inTurn(() -> new Visit<>(work));
    }

    /** The same for those who may be refused when they come. */
    <T> Flux<T> inTurn(Runnable check, Function<DriverConnection, ? extends Publisher<T>> work) {
        return turns.inTurn(() -> {
            check.run();
            return new Visit<>(work);
        });
    }

    /** Gives the connection back after whatever waits for its turn: when all is cancelled, nobody else waits for the rollbacks. */
    Mono<Void> giveBack(boolean forGood) {
        return errand(() -> {
            isClosed |= forGood;
            DriverConnection held = driver;
            driver = null;
            return held == null ? Mono.empty() : connections.release(held);
        });
    }

    /** Gives back a connection that was lost, so that the next statement borrows another one. */
    Mono<Void> renew() {
        return errand(() -> {
            DriverConnection held = driver;
            if (held == null || !held.isLost()) {
                return Mono.empty();
            }
            driver = null;
            return connections.release(held);
        });
    }

    private Mono<Void> errand(Supplier<Mono<Void>> work) {
        return turns.inTurn(() -> new Turns.Errand<>(work)).then();
    }

    /** Someone's work when it is his turn. Once it was cancelled and settled, nothing of it can begin any more. */
    private final class Visit<T> implements Turns.Visit<T> {

        private final Function<DriverConnection, ? extends Publisher<T>> work;
        private @Nullable DriverConnection mine;
        /** Comes when whatever the work sends at its beginning has been sent. */
        private volatile Mono<Void> begun = Mono.empty();

        private boolean isOver;
        /** Whether the connection that this borrowed became that of the lease. */
        private boolean isKept;

        Visit(Function<DriverConnection, ? extends Publisher<T>> work) {
            this.work = work;
        }

        @Override
        public Publisher<T> begin() {
            if (isClosed) {
                return Flux.error(new ConnectionException("This connection is already released permanently. Acquire"
                        + " another one; release(false) would have kept this one for later."));
            }
            DriverConnection held = driver;
            return held != null ? on(held) : borrow();
        }

        /** A connection that comes too late for the work is not kept. */
        private Publisher<T> borrow() {
            Sinks.Empty<Void> sent = Sinks.empty();
            begun = sent.asMono();
            return new Borrowing<>(
                    () -> connections.acquire(timeout),
                    borrowed -> keep(borrowed) ? beginning(borrowed, sent) : Flux.empty(),
                    (borrowed, signal) -> isKept() ? Mono.empty() : connections.release(borrowed));
        }

        /** The connection comes on a thread of its own, so that this may be cancelled while the statement is sent. */
        private Publisher<T> beginning(DriverConnection borrowed, Sinks.Empty<Void> sent) {
            return actual -> {
                try {
                    on(borrowed).subscribe(actual);
                } finally {
                    sent.tryEmitEmpty();
                }
            };
        }

        private synchronized boolean keep(DriverConnection borrowed) {
            if (!isOver) {
                driver = borrowed;
                isKept = true;
            }
            return isKept;
        }

        private synchronized boolean isKept() {
            return isKept;
        }

        private Publisher<T> on(DriverConnection held) {
            Party party = held.party().orElse(null);
            return party == null ? run(held) : party.turns().inTurn(() -> new Inner(held));
        }

        /** The turn among those who share the connection, which is settled before theirs is passed on. */
        private final class Inner implements Turns.Visit<T> {

            private final DriverConnection held;

            Inner(DriverConnection held) {
                this.held = held;
            }

            @Override
            public Publisher<T> begin() {
                return run(held);
            }

            @Override
            public Mono<Void> settle() {
                return Visit.this.settle();
            }
        }

        private Publisher<T> run(DriverConnection held) {
            DriverConnection own = held.again();
            synchronized (this) {
                if (isOver) {
                    return Flux.empty();
                }
                mine = own;
            }
            return work.apply(own);
        }

        @Override
        public Mono<Void> settle() {
            DriverConnection own;
            synchronized (this) {
                isOver = true;
                own = mine;
            }
            if (own == null) {
                return Mono.empty();
            }
            return begun.then(own.settle(isNeeded())).onErrorResume(failure -> own.kill());
        }

        /** Whether a transaction goes on, which ends when a statement in it is cancelled. */
        private boolean isNeeded() {
            Transaction open = innermost().get();
            return open == null || !open.isStopped();
        }
    }
}

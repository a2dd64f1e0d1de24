/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * One after another, in the order of arrival: who may use the connection of a test. Who waits while nothing moves is told
 * so, since he may be waiting for himself. Thread-safe.
 */
final class Line {

    /** How long a transaction may run nothing while others wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The same for a statement that does not end, since nobody reads its results perhaps. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(60);

    private static final Duration CHECKS = Duration.ofMillis(500);

    private final Queue<Turn> waiting = new ArrayDeque<>();
    private boolean isTaken;
    /** The statements that run of the one whose turn it is. */
    private final Set<Object> running = new HashSet<>();

    private long movedAt = System.nanoTime();

    /** Comes when it is one's turn, which is over when one leaves. */
    Mono<Turn> come() {
        return Mono.create(sink -> {
            Turn turn = new Turn(sink);
            sink.onCancel(turn::leave);
            enter(turn);
            if (turn.isWaiting()) {
                sink.onDispose(Schedulers.parallel()
                        .schedulePeriodically(
                                turn::check, CHECKS.toMillis(), CHECKS.toMillis(), TimeUnit.MILLISECONDS));
            }
        });
    }

    /** The one whose turn it is has begun a statement. */
    synchronized Runnable begun() {
        Object statement = new Object();
        running.add(statement);
        movedAt = System.nanoTime();
        return () -> ended(statement);
    }

    private synchronized void ended(Object statement) {
        if (running.remove(statement)) {
            movedAt = System.nanoTime();
        }
    }

    private synchronized boolean isStuck() {
        Duration patience = running.isEmpty() ? PATIENCE : LONG_PATIENCE;
        return System.nanoTime() - movedAt > patience.toNanos();
    }

    private void enter(Turn turn) {
        synchronized (this) {
            if (isTaken) {
                waiting.add(turn);
                return;
            }
            isTaken = true;
            movedAt = System.nanoTime();
        }
        if (!turn.grant()) {
            passOn();
        }
    }

    private void passOn() {
        Turn next;
        do {
            synchronized (this) {
                next = waiting.poll();
                isTaken = next != null;
                running.clear();
                movedAt = System.nanoTime();
            }
        } while (next != null && !next.grant());
    }

    /** Someone's place in the line. */
    final class Turn {

        private enum State {
            WAITING,
            GRANTED,
            LEFT
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final MonoSink<Turn> sink;

        private Turn(MonoSink<Turn> sink) {
            this.sink = sink;
        }

        private boolean isWaiting() {
            return state.get() == State.WAITING;
        }

        private boolean grant() {
            boolean isGranted = state.compareAndSet(State.WAITING, State.GRANTED);
            if (isGranted) {
                sink.success(this);
            }
            return isGranted;
        }

        private void check() {
            if (isStuck() && state.compareAndSet(State.WAITING, State.LEFT)) {
                sink.error(new IllegalStateException(
                        "A statement waited in vain for the one connection of the test, which another transaction holds"
                                + " without running anything. What needs two connections at a time, such as REQUIRES_NEW"
                                + " or reuse(false) inside of a transaction, cannot be rolled back after the test: mark"
                                + " the test @Commit, or its class rollback = false, and clean up after it."));
            }
        }

        /** Lets the next one come; a second time it does nothing. */
        void leave() {
            if (state.getAndSet(State.LEFT) == State.GRANTED) {
                passOn();
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * The time limits of statements, and of those who wait for a connection. Nearly all are over within milliseconds, and a
 * timer of its own would cost each of them more than the work: those with time are looked at now and then, by one timer
 * for all, and come late by a tenth at most.
 */
final class Timers {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration SHORT = TICK.multipliedBy(10);
    private static final Timers ALL = new Timers();

    private final Set<Limit> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isTicking = new AtomicBoolean();

    private Timers() {}

    /** Runs the action when the time is up, unless this is disposed of before. */
    static Disposable after(Duration limit, Runnable action) {
        return limit.compareTo(SHORT) < 0
                ? Schedulers.parallel().schedule(action, limit.toMillis(), TimeUnit.MILLISECONDS)
                : ALL.add(limit, action);
    }

    private Disposable add(Duration limit, Runnable action) {
        Limit added = new Limit(System.nanoTime() + limit.toNanos(), action);
        waiting.add(added);
        tick();
        return added;
    }

    private void tick() {
        if (isTicking.compareAndSet(false, true)) {
            Schedulers.parallel().schedule(this::look, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        long now = System.nanoTime();
        try {
            waiting.forEach(limit -> limit.at(now));
        } finally {
            isTicking.set(false);
            if (!waiting.isEmpty()) {
                tick();
            }
        }
    }

    private final class Limit implements Disposable {

        private final long nanos;
        private final Runnable action;

        Limit(long nanos, Runnable action) {
            this.nanos = nanos;
            this.action = action;
        }

        void at(long now) {
            if (now - nanos >= 0 && waiting.remove(this)) {
                action.run();
            }
        }

        @Override
        public void dispose() {
            waiting.remove(this);
        }
    }
}

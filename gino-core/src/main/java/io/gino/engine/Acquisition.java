/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A connection within a time limit. One that comes when nobody waits for it any more, because the time was up or the
 * wait was cancelled, goes back: no moment between the two loses it.
 */
final class Acquisition extends Mono<DriverConnection> {

    private final Connections connections;
    private final Duration timeout;

    Acquisition(Connections connections, Duration timeout) {
        this.connections = connections;
        this.timeout = timeout;
    }

    @Override
    public void subscribe(CoreSubscriber<? super DriverConnection> actual) {
        Waiting waiting = new Waiting(actual);
        actual.onSubscribe(waiting);
        waiting.begin();
    }

    private final class Waiting implements CoreSubscriber<Connection>, Subscription {

        private final CoreSubscriber<? super DriverConnection> actual;
        /** Set by the one that comes first: the connection, a failure, the time limit or the cancellation. */
        private final AtomicBoolean isOver = new AtomicBoolean();

        private volatile @Nullable Subscription upstream;
        private volatile @Nullable Disposable timer;

        Waiting(CoreSubscriber<? super DriverConnection> actual) {
            this.actual = actual;
        }

        void begin() {
            connections.awaited();
            connections.provider().acquire().subscribe(this);
            if (!isOver.get()) {
                startTimer();
            }
        }

        /** Only where there is something to wait for. */
        private void startTimer() {
            timer = Timers.after(timeout, this::late);
            if (isOver.get()) {
                stopTimer();
            }
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription s) {
            upstream = s;
            if (isOver.get()) {
                s.cancel();
            } else {
                s.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(Connection connection) {
            if (isOver.compareAndSet(false, true)) {
                stopTimer();
                actual.onNext(connections.acquired(connection));
                actual.onComplete();
            } else {
                connections.returnUnused(connection);
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (Connections.isStale(failure) && !isOver.get()) {
                connections.provider().acquire().subscribe(this);
            } else if (isOver.compareAndSet(false, true)) {
                stopTimer();
                fail(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!isOver.get()) {
                onError(new IllegalStateException("The connection provider completed without a connection."));
            }
        }

        private void fail(Throwable failure) {
            connections.notAwaited();
            actual.onError(connections.failure(failure, timeout));
        }

        private void late() {
            if (isOver.compareAndSet(false, true)) {
                stopWaiting();
                fail(new TimeoutException());
            }
        }

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {
            if (isOver.compareAndSet(false, true)) {
                stopTimer();
                stopWaiting();
                connections.notAwaited();
            }
        }

        private void stopTimer() {
            Disposable running = timer;
            if (running != null) {
                running.dispose();
            }
        }

        private void stopWaiting() {
            Subscription waited = upstream;
            if (waited != null) {
                waited.cancel();
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * The work of a statement that its connection knows to be running: in one operator what would be five, since there is one
 * for each statement. It leaves out {@link Reading#NOTHING}.
 */
final class Watched<T> extends Flux<T> {

    private final DriverConnection connection;
    private final Supplier<? extends Publisher<T>> work;
    private final String sql;
    private final LongSupplier rows;

    /**
     * @param work begins the statement
     * @param rows how many rows have come
     */
    Watched(DriverConnection connection, Supplier<? extends Publisher<T>> work, String sql, LongSupplier rows) {
        this.connection = connection;
        this.work = work;
        this.sql = sql;
        this.rows = rows;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        if (!connection.begins(rows)) {
            Operators.error(actual, new CancellationException());
            return;
        }
        Publisher<T> begun;
        try {
            begun = work.get();
        } catch (RuntimeException e) {
            Operators.error(actual, failed(e));
            return;
        }
        begun.subscribe(new Watcher(actual));
    }

    private Throwable failed(Throwable failure) {
        return connection.failed(failure, sql);
    }

    private final class Watcher extends Following<T> implements CoreSubscriber<T> {

        Watcher(CoreSubscriber<? super T> actual) {
            super(actual);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            follow(subscription);
            actual().onSubscribe(this);
        }

        @Override
        public void onNext(T value) {
            if (value == Reading.NOTHING) {
                replace();
            } else {
                actual().onNext(value);
            }
        }

        @Override
        public void onError(Throwable failure) {
            actual().onError(failed(failure));
        }

        @Override
        public void onComplete() {
            connection.ended();
            actual().onComplete();
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** What is read of rows as they come, and at their end what only the last one completes. */
final class Rows<R> extends FluxOperator<R, R> {

    private final Reading<R> reading;

    Rows(Flux<R> source, Reading<R> reading) {
        super(source);
        this.reading = reading;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        source.subscribe(new Reader<>(actual, reading));
    }

    private static final class Reader<R> implements CoreSubscriber<R>, Subscription {

        private final CoreSubscriber<? super R> actual;
        private final Reading<R> reading;
        /** The rows, or what comes at their end. Guarded by this. */
        private @Nullable Subscription upstream;
        /** What was asked for and has not come. Guarded by this. */
        private long open;
        /** How many have come. Changed only by the rows. */
        private long come;

        Reader(CoreSubscriber<? super R> actual, Reading<R> reading) {
            this.actual = actual;
            this.reading = reading;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            synchronized (this) {
                upstream = subscription;
            }
            actual.onSubscribe(this);
        }

        @Override
        public void onNext(R value) {
            come++;
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable failure) {
            actual.onError(failure);
        }

        @Override
        public void onComplete() {
            List<R> last;
            try {
                last = reading.end();
            } catch (RuntimeException e) {
                actual.onError(e);
                return;
            }
            if (last.isEmpty()) {
                actual.onComplete();
            } else {
                Flux.fromIterable(last).subscribe(new Last());
            }
        }

        @Override
        public void request(long count) {
            Subscription asked;
            synchronized (this) {
                open = Operators.addCap(open, count);
                asked = upstream;
            }
            if (asked != null) {
                asked.request(count);
            }
        }

        @Override
        public void cancel() {
            Subscription asked;
            synchronized (this) {
                asked = upstream;
            }
            if (asked != null) {
                asked.cancel();
            }
        }

        private final class Last implements CoreSubscriber<R> {

            @Override
            public Context currentContext() {
                return actual.currentContext();
            }

            @Override
            public void onSubscribe(Subscription subscription) {
                long left;
                synchronized (Reader.this) {
                    upstream = subscription;
                    left = open == Long.MAX_VALUE ? open : open - come;
                }
                if (left > 0) {
                    subscription.request(left);
                }
            }

            @Override
            public void onNext(R value) {
                actual.onNext(value);
            }

            @Override
            public void onError(Throwable failure) {
                actual.onError(failure);
            }

            @Override
            public void onComplete() {
                actual.onComplete();
            }
        }
    }
}

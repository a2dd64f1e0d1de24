/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.List;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
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

    private static final class Reader<R> extends Following<R> implements CoreSubscriber<R> {

        private final Reading<R> reading;
        /** How many have come. Changed only by the rows. */
        private long come;

        Reader(CoreSubscriber<? super R> actual, Reading<R> reading) {
            super(actual);
            this.reading = reading;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            follow(subscription);
            actual().onSubscribe(this);
        }

        @Override
        public void onNext(R value) {
            come++;
            actual().onNext(value);
        }

        @Override
        public void onError(Throwable failure) {
            actual().onError(failure);
        }

        @Override
        public void onComplete() {
            List<R> last;
            try {
                last = reading.end();
            } catch (RuntimeException e) {
                actual().onError(e);
                return;
            }
            if (last.isEmpty()) {
                actual().onComplete();
            } else {
                Flux.fromIterable(last).subscribe(new Last());
            }
        }

        private final class Last implements CoreSubscriber<R> {

            @Override
            public Context currentContext() {
                return Reader.this.currentContext();
            }

            @Override
            public void onSubscribe(Subscription subscription) {
                long asked = follow(subscription);
                long left = asked == Long.MAX_VALUE ? asked : asked - come;
                if (left > 0) {
                    subscription.request(left);
                }
            }

            @Override
            public void onNext(R value) {
                actual().onNext(value);
            }

            @Override
            public void onError(Throwable failure) {
                actual().onError(failure);
            }

            @Override
            public void onComplete() {
                actual().onComplete();
            }
        }
    }
}

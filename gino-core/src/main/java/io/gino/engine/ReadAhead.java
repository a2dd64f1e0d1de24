/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * Takes rows from the source as fast as they come, whatever the subscriber asks for, and keeps up to {@code limit} of
 * them, so that a short result ends, and gives its connection back, long before a slow subscriber has seen it.
 */
final class ReadAhead<T> extends FluxOperator<T, T> {

    private final long limit;

    /** @param limit how many rows to keep; {@link Long#MAX_VALUE} for all */
    ReadAhead(Flux<T> source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new Reader<>(actual, limit));
    }

    private static final class Reader<T> implements CoreSubscriber<T>, Subscription {

        @SuppressWarnings("rawtypes")
        private static final AtomicLongFieldUpdater<Reader> REQUESTED =
                AtomicLongFieldUpdater.newUpdater(Reader.class, "requested");

        @SuppressWarnings("rawtypes")
        private static final AtomicIntegerFieldUpdater<Reader> WORK =
                AtomicIntegerFieldUpdater.newUpdater(Reader.class, "work");

        private final CoreSubscriber<? super T> actual;
        private final long limit;

        private volatile long requested;
        /** Signals that have come while another was being passed on. */
        private volatile int work;

        private volatile boolean isDone;
        private volatile boolean isCancelled;
        private @Nullable Throwable failure;
        private @Nullable Subscription source;
        /** Rows that nobody has asked for yet; made when there is the first of them. */
        private volatile @Nullable Queue<T> kept;

        private long produced;
        private long taken;

        Reader(CoreSubscriber<? super T> actual, long limit) {
            this.actual = actual;
            this.limit = limit;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            source = subscription;
            actual.onSubscribe(this);
            subscription.request(limit);
        }

        @Override
        public void onNext(T row) {
            if (work == 0 && WORK.compareAndSet(this, 0, 1)) {
                if (produced != requested && isEmpty()) {
                    pass(row);
                } else {
                    keep(row);
                }
                if (WORK.decrementAndGet(this) != 0) {
                    drain();
                }
            } else {
                keep(row);
                signal();
            }
        }

        private boolean isEmpty() {
            Queue<T> queue = kept;
            return queue == null || queue.isEmpty();
        }

        private void keep(T row) {
            Queue<T> queue = kept;
            if (queue == null) {
                queue = Queues.<T>unbounded(64).get();
                kept = queue;
            }
            queue.offer(row);
        }

        private void pass(T row) {
            produced++;
            actual.onNext(row);
            replenish();
        }

        /** Asks for as many rows as were taken, a quarter of the limit at a time. */
        private void replenish() {
            Subscription from = source;
            if (limit != Long.MAX_VALUE && ++taken >= limit - (limit >> 2) && from != null) {
                long more = taken;
                taken = 0;
                from.request(more);
            }
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
            onComplete();
        }

        @Override
        public void onComplete() {
            isDone = true;
            signal();
        }

        @Override
        public void request(long more) {
            Operators.addCap(REQUESTED, this, more);
            signal();
        }

        @Override
        public void cancel() {
            isCancelled = true;
            Subscription from = source;
            if (from != null) {
                from.cancel();
            }
            signal();
        }

        private void signal() {
            if (WORK.getAndIncrement(this) == 0) {
                drain();
            }
        }

        private void drain() {
            int missed = 1;
            do {
                drainOnce();
                missed = WORK.addAndGet(this, -missed);
            } while (missed != 0);
        }

        private void drainOnce() {
            if (isCancelled) {
                Queue<T> queue = kept;
                if (queue != null) {
                    Operators.onDiscardQueueWithClear(queue, currentContext(), null);
                }
                return;
            }
            boolean wasDone = isDone;
            Queue<T> queue = kept;
            while (queue != null && produced != requested && !isCancelled) {
                T row = queue.poll();
                if (row == null) {
                    break;
                }
                pass(row);
            }
            if (wasDone && isEmpty() && !isCancelled) {
                isCancelled = true;
                end();
            }
        }

        private void end() {
            Throwable error = failure;
            if (error == null) {
                actual.onComplete();
            } else {
                actual.onError(error);
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;

/**
 * Takes something, works with it and gives it back, whether the work completes, fails or is cancelled: exactly once, not
 * before the work has been told to stop, and, unless it was cancelled, before anyone hears of its end. What comes when
 * all is cancelled already is given back without any work.
 *
 * @param <C> what is taken
 * @param <T> what the work gives
 */
final class Borrowing<C, T> extends Flux<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Borrowing.class);

    private final Supplier<? extends Mono<C>> acquire;
    private final Function<? super C, ? extends Publisher<T>> work;
    private final BiFunction<? super C, SignalType, Mono<Void>> release;
    private final Consumer<? super C> stopping;

    /**
     * @param acquire asked by each who subscribes
     * @param release is told how the work ended: {@code ON_COMPLETE}, {@code ON_ERROR} or {@code CANCEL}
     */
    Borrowing(
            Supplier<? extends Mono<C>> acquire,
            Function<? super C, ? extends Publisher<T>> work,
            BiFunction<? super C, SignalType, Mono<Void>> release) {
        this(acquire, work, release, borrowed -> {});
    }

    /**
     * @param acquire asked by each who subscribes
     * @param release is told how the work ended
     * @param stopping is told before the work is that all is cancelled
     */
    Borrowing(
            Supplier<? extends Mono<C>> acquire,
            Function<? super C, ? extends Publisher<T>> work,
            BiFunction<? super C, SignalType, Mono<Void>> release,
            Consumer<? super C> stopping) {
        this.acquire = acquire;
        this.work = work;
        this.release = release;
        this.stopping = stopping;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Borrower<C, T> borrower = new Borrower<>(this, actual);
        actual.onSubscribe(borrower);
        acquired().subscribe(borrower.acquiring);
    }

    private Mono<C> acquired() {
        try {
            return acquire.get();
        } catch (RuntimeException e) {
            return Mono.error(e);
        }
    }

    private enum State {
        ACQUIRING,
        /** Cancelled before anything came. */
        GONE,
        /** The work is being subscribed to; who cancels now leaves the rest to whoever does that. */
        STARTING,
        WORKING
    }

    private static final class Borrower<C, T> extends Operators.DeferredSubscription implements CoreSubscriber<T> {

        private final Borrowing<C, T> plan;
        private final CoreSubscriber<? super T> actual;
        /** Asked for once: each of those who follow in the chain would ask all that come after it. */
        private final Context context;

        private final Acquiring acquiring = new Acquiring();
        private final AtomicReference<State> state = new AtomicReference<>(State.ACQUIRING);
        /** Set by whoever gives back. */
        private final AtomicBoolean isOver = new AtomicBoolean();

        private volatile @Nullable C borrowed;

        Borrower(Borrowing<C, T> plan, CoreSubscriber<? super T> actual) {
            this.plan = plan;
            this.actual = actual;
            this.context = actual.currentContext();
        }

        @Override
        public Context currentContext() {
            return context;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            set(subscription);
        }

        @Override
        public void onNext(T value) {
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable failure) {
            giveBack(failure);
        }

        @Override
        public void onComplete() {
            giveBack(null);
        }

        private void giveBack(@Nullable Throwable failure) {
            C given = borrowed;
            if (given != null && isOver.compareAndSet(false, true)) {
                SignalType end = failure == null ? SignalType.ON_COMPLETE : SignalType.ON_ERROR;
                Mono<Void> release = plan.release.apply(given, end);
                if (release == Mono.<Void>empty()) {
                    end(failure);
                } else {
                    release.subscribe(new Releasing(failure));
                }
            }
        }

        private void end(@Nullable Throwable failure) {
            if (failure == null) {
                actual.onComplete();
            } else {
                actual.onError(failure);
            }
        }

        @Override
        public void cancel() {
            C given = borrowed;
            if (given != null) {
                plan.stopping.accept(given);
            }
            super.cancel();
            if (state.compareAndSet(State.ACQUIRING, State.GONE)) {
                acquiring.cancel();
            } else if (state.get() == State.WORKING) {
                giveBackCancelled(borrowed);
            }
        }

        private void giveBackCancelled(@Nullable C given) {
            if (given != null && isOver.compareAndSet(false, true)) {
                plan.release
                        .apply(given, SignalType.CANCEL)
                        .contextWrite(currentContext())
                        .subscribe(null, failure -> LOG.debug("After a cancellation", failure));
            }
        }

        private void take(C given) {
            if (!state.compareAndSet(State.ACQUIRING, State.STARTING)) {
                giveBackCancelled(given);
                return;
            }
            borrowed = given;
            if (!isCancelled()) {
                start(given);
            }
            state.set(State.WORKING);
            if (isCancelled()) {
                giveBackCancelled(given);
            }
        }

        private void start(C given) {
            Publisher<T> publisher;
            try {
                publisher = plan.work.apply(given);
            } catch (RuntimeException e) {
                publisher = Mono.error(e);
            }
            publisher.subscribe(this);
        }

        private final class Acquiring implements CoreSubscriber<C> {

            private volatile @Nullable Subscription subscription;
            private boolean isAcquired;

            @Override
            public Context currentContext() {
                return context;
            }

            @Override
            public void onSubscribe(Subscription s) {
                subscription = s;
                if (state.get() == State.GONE) {
                    s.cancel();
                } else {
                    s.request(Long.MAX_VALUE);
                }
            }

            @Override
            public void onNext(C given) {
                isAcquired = true;
                take(given);
            }

            @Override
            public void onError(Throwable failure) {
                actual.onError(failure);
            }

            @Override
            public void onComplete() {
                if (!isAcquired) {
                    actual.onComplete();
                }
            }

            void cancel() {
                Subscription s = subscription;
                if (s != null) {
                    s.cancel();
                }
            }
        }

        /** Tells of the end of the work when all is given back. */
        private final class Releasing implements CoreSubscriber<Void> {

            private final @Nullable Throwable failure;

            Releasing(@Nullable Throwable failure) {
                this.failure = failure;
            }

            @Override
            public Context currentContext() {
                return context;
            }

            @Override
            public void onSubscribe(Subscription s) {
                s.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Void nothing) {}

            @Override
            public void onError(Throwable second) {
                if (failure != null) {
                    failure.addSuppressed(second);
                }
                end(failure == null ? second : failure);
            }

            @Override
            public void onComplete() {
                end(failure);
            }
        }
    }
}

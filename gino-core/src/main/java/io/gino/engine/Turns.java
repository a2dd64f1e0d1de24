/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** One after another, in the order of arrival: what may use a connection that several share. Thread-safe. */
final class Turns {

    private final Queue<Turn<?>> waiting = new ArrayDeque<>();
    private boolean taken;

    /** Someone's work when it is his turn. */
    interface Visit<T> {

        /** Begins it. */
        Publisher<T> begin();

        /** What has to be done after work that did not come to its end, before the turn is passed on. */
        Mono<Void> settle();
    }

    /** The work, made and subscribed to once it is its turn; its end, or its cancellation, passes the turn on. */
    <T> Flux<T> inTurn(Supplier<? extends Visit<T>> visits) {
        return new Borrowing<>(() -> new Turn<>(visits.get()), turn -> turn.visit.begin(), Turn::end);
    }

    /** Work that leaves nothing behind. */
    record Errand<T>(Supplier<? extends Publisher<T>> work) implements Visit<T> {

        @Override
        public Publisher<T> begin() {
            return work.get();
        }

        @Override
        public Mono<Void> settle() {
            return Mono.empty();
        }
    }

    private void enter(Turn<?> turn) {
        synchronized (waiting) {
            if (taken) {
                waiting.add(turn);
                return;
            }
            taken = true;
        }
        if (!turn.grant()) {
            passOn();
        }
    }

    private void passOn() {
        Turn<?> next;
        do {
            synchronized (waiting) {
                next = waiting.poll();
                taken = next != null;
            }
        } while (next != null && !next.grant());
    }

    /** Someone's place in the line, who is told when it is his turn. Who does not wait any longer leaves it. */
    private final class Turn<T> extends Mono<Turn<T>> implements Subscription {

        private enum State {
            WAITING,
            GRANTED,
            LEFT
        }

        private final Visit<T> visit;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private volatile @Nullable CoreSubscriber<? super Turn<T>> waits;

        Turn(Visit<T> visit) {
            this.visit = visit;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Turn<T>> actual) {
            waits = actual;
            actual.onSubscribe(this);
            enter(this);
        }

        /** Whether this took the turn; who has left already does not. */
        boolean grant() {
            CoreSubscriber<? super Turn<T>> granted = waits;
            if (granted == null || !state.compareAndSet(State.WAITING, State.GRANTED)) {
                return false;
            }
            granted.onNext(this);
            granted.onComplete();
            return true;
        }

        @Override
        public void request(long count) {
            // Asked for by coming.
        }

        @Override
        public void cancel() {
            leave();
        }

        /** Passes the turn on, after work that did not come to its end once that is settled. */
        Mono<Void> end(SignalType how) {
            if (how != SignalType.ON_COMPLETE) {
                return visit.settle().onErrorComplete().doOnTerminate(this::leave);
            }
            leave();
            return Mono.empty();
        }

        private void leave() {
            if (state.getAndSet(State.LEFT) == State.GRANTED) {
                passOn();
            }
        }
    }
}

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

    private final Queue<Turn> waiting = new ArrayDeque<>();
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
        return Flux.defer(() -> {
            Visit<T> visit = visits.get();
            return new Borrowing<>(new Turn(), turn -> visit.begin(), (turn, end) -> {
                if (end != SignalType.ON_COMPLETE) {
                    return visit.settle().onErrorComplete().doOnTerminate(turn::leave);
                }
                turn.leave();
                return Mono.empty();
            });
        });
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

    private void enter(Turn turn) {
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
        Turn next;
        do {
            synchronized (waiting) {
                next = waiting.poll();
                taken = next != null;
            }
        } while (next != null && !next.grant());
    }

    /** Someone's place in the line, who is told when it is his turn. Who does not wait any longer leaves it. */
    private final class Turn extends Mono<Turn> implements Subscription {

        private enum State {
            WAITING,
            GRANTED,
            LEFT
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private volatile @Nullable CoreSubscriber<? super Turn> waits;

        @Override
        public void subscribe(CoreSubscriber<? super Turn> actual) {
            waits = actual;
            actual.onSubscribe(this);
            enter(this);
        }

        /** Whether this took the turn; who has left already does not. */
        boolean grant() {
            CoreSubscriber<? super Turn> granted = waits;
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

        void leave() {
            if (state.getAndSet(State.LEFT) == State.GRANTED) {
                passOn();
            }
        }
    }
}

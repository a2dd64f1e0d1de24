/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.SignalType;

/** One after another, in the order of arrival: what may use a connection that several share. Thread-safe. */
final class Turns {

    private final Queue<Turn> waiting = new ArrayDeque<>();
    private boolean taken;

    /**
     * The work, subscribed to once it is its turn; its end, or its cancellation, passes the turn on.
     *
     * @param afterwards what has to be done after work that did not come to its end, before the turn is passed on
     */
    <T> Flux<T> inTurn(Supplier<? extends Publisher<T>> work, Supplier<Mono<Void>> afterwards) {
        return Flux.defer(() -> {
            Turn turn = new Turn();
            return new Borrowing<>(turn.come(), granted -> work.get(), (granted, signal) -> {
                Mono<Void> before = signal == SignalType.ON_COMPLETE
                        ? Mono.empty()
                        : afterwards.get().onErrorComplete();
                return before.doOnTerminate(turn::leave);
            });
        });
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

    /** Someone's place in the line. */
    private final class Turn {

        private enum State {
            WAITING,
            GRANTED,
            LEFT
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private volatile @Nullable MonoSink<Turn> sink;

        /** Comes when it is its turn; who does not wait any longer leaves the line. */
        Mono<Turn> come() {
            return Mono.create(created -> {
                sink = created;
                created.onCancel(this::leave);
                enter(this);
            });
        }

        /** Whether this took the turn; who has left already does not. */
        boolean grant() {
            MonoSink<Turn> granted = sink;
            if (granted == null || !state.compareAndSet(State.WAITING, State.GRANTED)) {
                return false;
            }
            granted.success(this);
            return true;
        }

        void leave() {
            if (state.getAndSet(State.LEFT) == State.GRANTED) {
                passOn();
            }
        }
    }
}

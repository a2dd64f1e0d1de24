/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is to be done after a transaction. Thread-safe. */
final class TransactionHooks {

    private final List<Supplier<? extends Mono<?>>> afterCommit = new ArrayList<>();
    private final List<Supplier<? extends Mono<?>>> afterRollback = new ArrayList<>();
    /** Of what has been rolled back already, inside or before a retry. */
    private final List<Supplier<? extends Mono<?>>> due = new ArrayList<>();

    private Transaction.@Nullable Ending ending;

    synchronized void afterCommit(Supplier<? extends Mono<?>> work) {
        afterCommit.add(work);
    }

    synchronized void afterRollback(Supplier<? extends Mono<?>> work) {
        afterRollback.add(work);
    }

    synchronized void ended(Transaction.Ending how) {
        ending = how;
    }

    /** The hooks of a nested transaction that has ended. */
    synchronized void take(TransactionHooks nested) {
        boolean isCommitted = nested.ending == Transaction.Ending.COMMIT;
        afterCommit.addAll(isCommitted ? nested.afterCommit : List.of());
        (isCommitted ? afterRollback : due).addAll(nested.afterRollback);
        due.addAll(nested.due);
    }

    /** Before the same work is tried again. */
    synchronized void again() {
        afterCommit.clear();
        due.addAll(afterRollback);
        afterRollback.clear();
        ending = null;
    }

    private synchronized List<Supplier<? extends Mono<?>>> due() {
        if (due.isEmpty() && afterCommit.isEmpty() && afterRollback.isEmpty()) {
            return List.of();
        }
        List<Supplier<? extends Mono<?>>> all = new ArrayList<>(due);
        all.addAll(ending == Transaction.Ending.COMMIT ? afterCommit : afterRollback);
        due.clear();
        afterCommit.clear();
        afterRollback.clear();
        return all;
    }

    /** Does what is due, one after another; each once. */
    Mono<Void> run() {
        return Mono.defer(() -> {
            List<Supplier<? extends Mono<?>>> works = due();
            return works.isEmpty()
                    ? Mono.empty()
                    : Flux.fromIterable(works)
                            .concatMapDelayError(Supplier::get)
                            .then();
        });
    }

    /** What is due when this has ended, before its end is told. */
    <T> Flux<T> after(Flux<T> transaction) {
        return transaction
                .concatWith(run().then(Mono.empty()))
                .onErrorResume(failure -> run().onErrorResume(second -> {
                            failure.addSuppressed(second);
                            return Mono.empty();
                        })
                        .then(Mono.error(failure)));
    }
}

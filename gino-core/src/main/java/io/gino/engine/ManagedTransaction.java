/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.engine.Transaction.Ending;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.ContextView;

/** Work in a transaction that ends with it. */
final class ManagedTransaction<T> {

    private final TransactionOptions kind;
    private final Function<? super Transaction, ? extends Publisher<T>> work;
    private final TransactionHooks hooks = new TransactionHooks();

    ManagedTransaction(TransactionOptions kind, Function<? super Transaction, ? extends Publisher<T>> work) {
        this.kind = kind;
        this.work = work;
    }

    TransactionOptions kind() {
        return kind;
    }

    /** What is to be done after the transaction. */
    TransactionHooks hooks() {
        return hooks;
    }

    /** Runs it on the connection; hooks are left to the caller, who may give the connection back before. */
    Flux<T> on(GinoConnection connection) {
        return Flux.deferContextual(context -> {
            Transaction outer = outer(connection, context);
            return kind.isRetried() && outer == null
                    ? attempt(connection, null)
                            .collectList()
                            .doOnError(failure -> hooks.again())
                            .retryWhen(kind.retry(connection.lease()::renew))
                            .flatMapIterable(List::copyOf)
                    : attempt(connection, outer);
        });
    }

    /** One that is ended by hand is around whatever begins on the connection; others only around their own work. */
    private static @Nullable Transaction outer(GinoConnection connection, ContextView context) {
        Transaction innermost = connection.lease().innermost().get();
        return innermost != null && !innermost.isManaged()
                ? innermost
                : connection.transactionIn(connection.scopeOf(context));
    }

    private Flux<T> attempt(GinoConnection connection, @Nullable Transaction outer) {
        return new Borrowing<>(
                () -> Mono.just(new Transaction(connection, kind, outer, hooks)),
                transaction -> transaction.begin().thenMany(Flux.defer(() -> work(connection, transaction))),
                this::end,
                Transaction::stop);
    }

    private Flux<T> work(GinoConnection connection, Transaction transaction) {
        return Flux.defer(() -> work.apply(transaction))
                .contextWrite(context -> connection.scope(transaction.shared().enter(context), transaction))
                .takeUntilOther(transaction.raised())
                .concatWith(Mono.defer(() -> end(transaction)).then(Mono.empty()));
    }

    private Mono<Void> end(Transaction transaction) {
        Ending ending = transaction.raisedOr(Ending.COMMIT);
        return ending == Ending.COMMIT
                ? transaction.shared().beforeCommit().then(transaction.end(ending))
                : transaction.end(ending);
    }

    private Mono<Void> end(Transaction transaction, SignalType signal) {
        if (signal == SignalType.CANCEL) {
            Mono<Void> end = transaction.end(transaction.raisedOr(Ending.ROLLBACK));
            return transaction.isNested() ? end : end.then(hooks.run());
        }
        return signal == SignalType.ON_COMPLETE ? Mono.empty() : transaction.end(Ending.ROLLBACK);
    }
}

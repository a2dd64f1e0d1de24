/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.springframework.transaction.reactive.TransactionSynchronization.STATUS_COMMITTED;
import static org.springframework.transaction.reactive.TransactionSynchronization.STATUS_ROLLED_BACK;

import io.gino.engine.SharedTransaction;
import io.gino.engine.Transaction;
import io.gino.error.TransactionException;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionContext;
import org.springframework.transaction.reactive.TransactionContextManager;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A transaction of gino's as one of Spring's: its connection is bound where {@code DatabaseClient} and transaction
 * managers look for it, and what they register to be told of the end is told. It has a context of its own, since
 * whatever runs beside it shares the one around.
 */
final class SpringSharedTransaction implements SharedTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(SpringSharedTransaction.class);

    private final ConnectionFactory factory;
    private final SharedConnectionHolder holder;
    private final boolean isReadOnly;
    private final Context own;
    private final TransactionContext inside;
    private final TransactionSynchronizationManager manager;
    /** Of a nested transaction that of the one around, at whose end the work is committed; else empty. */
    private final Optional<TransactionContext> outside;

    /** Set by the thread that ends the transaction. */
    private boolean isCompleting;

    /** @param around what is found in the context in which it began */
    SpringSharedTransaction(
            ConnectionFactory factory,
            SharedConnectionHolder holder,
            Transaction transaction,
            Optional<TransactionContext> around) {
        this.factory = factory;
        this.holder = holder;
        this.isReadOnly = transaction.kind().isReadOnly();
        this.own = TransactionContextManager.getOrCreateContext()
                .apply(TransactionContextManager.getOrCreateContextHolder().apply(Context.empty()));
        this.inside = own.get(TransactionContext.class);
        this.manager = new TransactionSynchronizationManager(inside);
        this.outside = around.filter(context -> transaction.isNested());
        around.ifPresent(context -> inside.getResources().putAll(context.getResources()));
        manager.unbindResourceIfPossible(factory);
        manager.bindResource(factory, holder);
        manager.setActualTransactionActive(true);
        manager.setCurrentTransactionReadOnly(isReadOnly);
        manager.initSynchronization();
    }

    @Override
    public Context enter(Context context) {
        return context.putAll(own.readOnly());
    }

    @Override
    public Mono<Void> beforeCommit() {
        return Mono.defer(() -> {
            if (holder.isRollbackOnly()) {
                return Mono.error(new TransactionException(
                        "The transaction was rolled back instead of committed: work of Spring's in it failed or asked for"
                                + " the rollback. Pass its error on, or run it in a nested transaction."));
            }
            return outside.isPresent()
                    ? Mono.empty()
                    : each(synchronization -> synchronization.beforeCommit(isReadOnly))
                            .then(beforeCompletion());
        });
    }

    @Override
    public Mono<Void> ended(boolean isCommitted) {
        return Mono.defer(() -> {
            if (isCommitted && outside.isPresent()) {
                handOver(outside.get());
                return Mono.empty();
            }
            Mono<Void> after = isCommitted ? each(TransactionSynchronization::afterCommit) : beforeCompletion();
            Mono<Void> completion = completed(isCommitted ? STATUS_COMMITTED : STATUS_ROLLED_BACK);
            return after.onErrorResume(failure -> completion.then(Mono.error(failure)))
                    .then(completion);
        });
    }

    /** What waits for the end of the transaction waits for that of the one around now. */
    private void handOver(TransactionContext outer) {
        manager.unbindResourceIfPossible(factory);
        inside.getResources().forEach(outer.getResources()::putIfAbsent);
        Collection<TransactionSynchronization> waiting = outer.getSynchronizations();
        if (waiting != null) {
            waiting.addAll(manager.getSynchronizations());
        }
        inside.clear();
    }

    /** Once, before the commit or the end of the rollback. */
    private Mono<Void> beforeCompletion() {
        return Mono.defer(() -> {
            if (isCompleting) {
                return Mono.empty();
            }
            isCompleting = true;
            return each(synchronization -> logged(synchronization.beforeCompletion()));
        });
    }

    private Mono<Void> completed(int status) {
        return Mono.defer(() -> each(synchronization -> logged(synchronization.afterCompletion(status))))
                .doFinally(signal -> {
                    manager.unbindResourceIfPossible(factory);
                    inside.clear();
                });
    }

    private static Mono<Void> logged(Mono<Void> synchronization) {
        return synchronization
                .doOnError(failure -> LOG.error("A synchronization with a transaction failed at its end", failure))
                .onErrorComplete();
    }

    private Mono<Void> each(Function<TransactionSynchronization, Mono<Void>> call) {
        return Flux.defer(() -> Flux.fromIterable(manager.getSynchronizations()))
                .concatMap(call)
                .then()
                .contextWrite(this::enter);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.engine.ConnectionProvider;
import io.gino.engine.SharedTransaction;
import io.gino.engine.Transaction;
import io.gino.error.DatabaseError;
import io.gino.error.QueryTimeout;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;
import org.springframework.r2dbc.connection.ConnectionHolder;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.reactive.TransactionContext;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The connections of a factory as Spring's transactions share them out: inside {@code @Transactional} or a
 * {@code TransactionalOperator} everyone gets the transaction's, elsewhere one of their own. Transactions of gino's are
 * shared with Spring in turn.
 *
 * <p>Not by {@link ConnectionFactoryUtils#releaseConnection}: it counts down what {@code R2dbcTransactionManager} has
 * not counted up, and the transaction then loses its connection before the commit.
 */
final class SpringConnectionProvider implements ConnectionProvider {

    private final ConnectionFactory factory;

    SpringConnectionProvider(ConnectionFactory factory) {
        this.factory = factory;
    }

    @Override
    public Mono<Connection> acquire() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .flatMap(this::inTransaction)
                .onErrorResume(NoTransactionException.class, none -> Mono.from(factory.create()));
    }

    /** Who closes it is settled here: by the time of its release the transaction may have been suspended or ended. */
    private Mono<Connection> inTransaction(TransactionSynchronizationManager transaction) {
        if (transaction.getResource(factory) instanceof SharedConnectionHolder shared) {
            // What gino runs in its own transaction does not come here, unless it wants a connection beside it.
            return shared.isInsideOfSprings()
                    ? Mono.just(new HeldConnection(shared.getConnection()))
                    : Mono.from(factory.create());
        }
        return ConnectionFactoryUtils.doGetConnection(factory)
                .flatMap(connection -> held(transaction, connection)
                        .map(holder -> limited(holder).thenReturn((Connection) new HeldConnection(connection)))
                        .orElse(Mono.just(connection)));
    }

    private Optional<ConnectionHolder> held(TransactionSynchronizationManager transaction, Connection connection) {
        return transaction.getResource(factory) instanceof ConnectionHolder holder
                        && holder.isOpen()
                        && holder.getConnection() == connection
                ? Optional.of(holder)
                : Optional.empty();
    }

    /** What is left of the transaction's time limit is that of the next statement; the driver does nothing about it. */
    private static Mono<Void> limited(ConnectionHolder holder) {
        if (!holder.hasTimeout()) {
            return Mono.empty();
        }
        return Mono.fromCallable(holder::getTimeToLiveInMillis)
                .onErrorMap(TransactionTimedOutException.class, SpringConnectionProvider::late)
                .flatMapMany(left -> holder.getConnection()
                        .createStatement("SET LOCAL statement_timeout = " + left)
                        .execute())
                .flatMap(Result::getRowsUpdated)
                // In a transaction that has failed the statement itself tells.
                .onErrorResume(R2dbcException.class, failure -> Mono.empty())
                .then();
    }

    private static QueryTimeout late(TransactionTimedOutException cause) {
        DatabaseError error = new DatabaseError("57014", null, null, null, List.of(), null);
        return new QueryTimeout(
                "The time limit of the transaction is over; nothing more runs in it. Give @Transactional a longer timeout,"
                        + " or do less in it.",
                error,
                cause);
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return Mono.from(connection.close());
    }

    @Override
    public SharedTransaction share(Connection connection, Transaction transaction, ContextView context) {
        return new SpringSharedTransaction(
                factory, new SharedConnectionHolder(connection), transaction, transactionIn(context));
    }

    @Override
    public Optional<Object> innermost(ContextView context) {
        return transactionIn(context)
                .filter(TransactionContext::isActualTransactionActive)
                .map(transaction -> new TransactionSynchronizationManager(transaction).getResource(factory));
    }

    private static Optional<TransactionContext> transactionIn(ContextView context) {
        return context.getOrEmpty(TransactionContext.class);
    }

    @Override
    public String toString() {
        return factory.getMetadata().getName();
    }
}

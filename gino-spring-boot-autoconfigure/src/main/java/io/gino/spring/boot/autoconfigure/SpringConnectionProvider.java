package io.gino.spring.boot.autoconfigure;

import io.gino.engine.ConnectionProvider;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;
import org.springframework.r2dbc.connection.ConnectionHolder;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * The connections of a factory as Spring's transactions share them out: inside {@code @Transactional} or a
 * {@code TransactionalOperator} everyone gets the transaction's, elsewhere one of their own.
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
        return ConnectionFactoryUtils.doGetConnection(factory)
                .map(connection -> isHeld(transaction, connection) ? new HeldConnection(connection) : connection);
    }

    private boolean isHeld(TransactionSynchronizationManager transaction, Connection connection) {
        return transaction.getResource(factory) instanceof ConnectionHolder holder
                && holder.isOpen()
                && holder.getConnection() == connection;
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return Mono.from(connection.close());
    }

    @Override
    public String toString() {
        return factory.getMetadata().getName();
    }
}

package io.gino.engine;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Connections of a pool that this opened and closes. */
final class PooledConnections implements ConnectionProvider {

    private static final int MAX_SIZE = 10;
    private static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(30);

    private final ConnectionPool pool;

    private PooledConnections(ConnectionPool pool) {
        this.pool = pool;
    }

    static PooledConnections of(ConnectionFactory factory) {
        return new PooledConnections(new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(MAX_SIZE)
                .maxAcquireTime(ACQUIRE_TIMEOUT)
                .build()));
    }

    @Override
    public Mono<Connection> acquire() {
        return pool.create();
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return Mono.from(connection.close());
    }

    @Override
    public Mono<Void> close() {
        return pool.disposeLater();
    }

    @Override
    public String toString() {
        return pool.getMetrics()
                .map(metrics -> "pool max=" + metrics.getMaxAllocatedSize() + " open=" + metrics.allocatedSize()
                        + " in use=" + metrics.acquiredSize())
                .orElse("pool");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** Connections of a pool that this opened and closes. */
final class PooledConnections implements ConnectionProvider {

    private final ConnectionFactory factory;
    private final ConnectionPool pool;
    private final int minSize;

    private PooledConnections(ConnectionFactory factory, ConnectionPool pool, int minSize) {
        this.factory = factory;
        this.pool = pool;
        this.minSize = minSize;
    }

    static PooledConnections of(
            ConnectionFactory factory,
            PoolSize size,
            Settings settings,
            Consumer<ConnectionPoolConfiguration.Builder> more) {
        return new PooledConnections(factory, pool(factory, size, settings.acquireTimeout(), more), size.min());
    }

    /** A pool that opens nothing until it is asked, and says so when it cannot be set up like this. */
    static ConnectionPool pool(
            ConnectionFactory factory,
            PoolSize size,
            Duration limit,
            Consumer<ConnectionPoolConfiguration.Builder> more) {
        ConnectionPoolConfiguration.Builder builder = ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .minIdle(size.min())
                .maxSize(size.max())
                // A connection that the server does not finish to open would keep its place for ever.
                .maxCreateConnectionTime(limit);
        try {
            more.accept(builder);
            return new ConnectionPool(builder.build());
        } catch (IllegalArgumentException e) {
            throw new ConnectionException("The pool cannot be set up so: " + e.getMessage() + ".", e);
        }
    }

    /** How many connections are kept open, and how many there are at most. */
    record PoolSize(int min, int max) {

        static final PoolSize DEFAULT = new PoolSize(0, 10);

        PoolSize {
            if (min < 0 || max < 1 || min > max) {
                throw new ConnectionException("A pool cannot have from " + min + " to " + max
                        + " connections. Give at least 0 and 1, the smaller one first.");
            }
        }
    }

    @Override
    public Mono<Connection> acquire() {
        return pool.create();
    }

    /** One beside those of the pool. */
    @Override
    public Mono<Connection> dedicated() {
        return Mono.from(factory.create()).cast(Connection.class);
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
                .map(metrics -> "pool max=" + metrics.getMaxAllocatedSize() + " min=" + minSize + " current="
                        + metrics.allocatedSize() + " in use=" + metrics.acquiredSize())
                .orElse("pool");
    }
}

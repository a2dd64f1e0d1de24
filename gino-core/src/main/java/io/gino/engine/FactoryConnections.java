/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Mono;

/** Connections of a factory, a pool perhaps, that belongs to someone else, who closes it. */
record FactoryConnections(ConnectionFactory factory) implements ConnectionProvider {

    @Override
    public Mono<Connection> acquire() {
        return Mono.from(factory.create()).cast(Connection.class);
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

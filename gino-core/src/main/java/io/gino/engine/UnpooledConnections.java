/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Connections that are opened for one use each. */
final class UnpooledConnections implements ConnectionProvider {

    private final ConnectionFactory factory;
    private final AtomicInteger open = new AtomicInteger();

    UnpooledConnections(ConnectionFactory factory) {
        this.factory = factory;
    }

    @Override
    public Mono<Connection> acquire() {
        return Mono.from(factory.create()).cast(Connection.class).doOnNext(opened -> open.incrementAndGet());
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return Mono.from(connection.close()).doOnTerminate(open::decrementAndGet);
    }

    @Override
    public String toString() {
        return "no pool max=unlimited min=0 current=" + open + " in use=" + open;
    }
}

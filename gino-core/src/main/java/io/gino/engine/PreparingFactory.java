/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Connections that work has been done on before anyone gets them; where it fails, the connection is closed. */
record PreparingFactory(
        ConnectionFactory factory,
        Settings settings,
        List<Function<? super GinoConnection, ? extends Publisher<Void>>> works)
        implements ConnectionFactory {

    PreparingFactory {
        works = List.copyOf(works);
    }

    @Override
    public Mono<Connection> create() {
        return Mono.from(factory.create()).cast(Connection.class).flatMap(this::prepared);
    }

    private Mono<Connection> prepared(Connection connection) {
        GinoEngine engine = new GinoEngine(new Single(connection), settings);
        return engine.acquireMany(only -> Flux.fromIterable(works).concatMap(work -> work.apply(only)))
                .then(Mono.just(connection))
                .onErrorResume(failure -> Mono.from(connection.close()).then(Mono.error(failure)));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    /** The connection alone, which nobody closes. */
    private record Single(Connection connection) implements ConnectionProvider {

        @Override
        public Mono<Connection> acquire() {
            return Mono.just(connection);
        }

        @Override
        public Mono<Void> release(Connection released) {
            return Mono.empty();
        }
    }
}

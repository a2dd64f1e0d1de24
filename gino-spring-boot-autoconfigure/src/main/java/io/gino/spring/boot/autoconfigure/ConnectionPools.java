/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.engine.ConnectionUrl;
import io.gino.error.ConnectionException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;
import org.springframework.boot.r2dbc.ConnectionFactoryDecorator;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/** Opens the pools that Boot does not: with the customizers and decorators that Boot's own has. */
final class ConnectionPools {

    private final ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> customizers;
    private final ObjectProvider<ConnectionFactoryDecorator> decorators;

    ConnectionPools(
            ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> customizers,
            ObjectProvider<ConnectionFactoryDecorator> decorators) {
        this.customizers = customizers;
        this.decorators = decorators;
    }

    ConnectionPool open(ConfiguredDatabase database) {
        return open(database, GinoConnectionDetails.of(database));
    }

    /** Where the details are not those of the properties, these say only how large the pool is. */
    ConnectionPool open(ConfiguredDatabase database, R2dbcConnectionDetails details) {
        ConnectionUrl url = details instanceof GinoConnectionDetails own ? own.url() : database.poolSize();
        ConnectionFactory connections = ConnectionFactoryBuilder.withOptions(
                        details.getConnectionFactoryOptions().mutate())
                .configure(options -> customizers.orderedStream().forEach(more -> more.customize(options)))
                .decorators(decorators.orderedStream().toList())
                .build();
        try {
            return url.pool(connections);
        } catch (ConnectionException e) {
            throw new GinoStartupException(
                    "The pool of %s cannot be set up: %s".formatted(database.prefix(), e.getMessage()),
                    "Correct %s.pool.min-size and %s.pool.max-size, or what the URL says of the pool."
                            .formatted(database.prefix(), database.prefix()));
        }
    }
}

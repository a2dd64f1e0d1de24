/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;

/** Makes the beans of {@code spring.gino.databases}; {@link GinoDatabaseRegistrar} has each definition call one method. */
final class GinoDatabases {

    private static final Logger LOG = LoggerFactory.getLogger(GinoDatabases.class);

    private final boolean isAlone;
    private final GinoProperties properties;
    private final GinoAssembly assembly;
    private final ConnectionPools pools;
    private final ModelShares shares;
    private final Environment environment;

    /**
     * Made by Spring.
     *
     * @param isAlone whether there is no main database beside these
     */
    GinoDatabases(
            boolean isAlone,
            GinoProperties properties,
            GinoAssembly assembly,
            ConnectionPools pools,
            GinoManagedTypes types,
            Environment environment) {
        this.isAlone = isAlone;
        this.properties = properties;
        this.assembly = assembly;
        this.pools = pools;
        this.shares = new ModelShares(types, properties);
        this.environment = environment;
    }

    private ConfiguredDatabase database(String name) {
        GinoDatabaseProperties own =
                Objects.requireNonNull(properties.databases().get(name));
        return ConfiguredDatabase.of(prefix(name), own, environment);
    }

    static String prefix(String name) {
        return "spring.gino.databases." + name;
    }

    GinoConnectionDetails connectionDetails(String name) {
        return GinoConnectionDetails.of(database(name));
    }

    ConnectionPool connectionFactory(String name, R2dbcConnectionDetails details) {
        return pools.open(database(name), details);
    }

    GinoEngine engine(String name, ConnectionFactory factory) {
        LOG.info("GINO uses PostgreSQL at {} as '{}'", DatabaseAddress.of(factory, ""), name);
        return assembly.engine(name, factory, database(name).properties());
    }

    /** @param source what to change in order to get elsewhere */
    GinoConnectionCheck connectionCheck(String name, String source, GinoEngine engine, ConnectionFactory factory) {
        return new GinoConnectionCheck(
                engine,
                DatabaseAddress.of(factory, source),
                database(name).properties().retry());
    }

    GinoSchemaInitializer schemaInitializer(String name, GinoEngine engine) {
        return new GinoSchemaInitializer(engine, metadata(name), database(name));
    }

    Gino gino(String name, GinoEngine engine) {
        return metadata(name).bind(engine);
    }

    R2dbcTransactionManager transactionManager(ConnectionFactory factory) {
        return new R2dbcTransactionManager(factory);
    }

    private Gino metadata(String name) {
        if (!isAlone || !isHeir(name)) {
            requireNoneWithoutDatabase();
            return assembly.metadata(shares.of(name));
        }
        return assembly.metadata(Stream.concat(shares.of(name).stream(), shares.ofMain().stream())
                .toList());
    }

    /** Whether it has what would be the main database's, where there is none. */
    private boolean isHeir(String name) {
        return properties.databases().size() == 1 || name.equals(properties.primary());
    }

    private void requireNoneWithoutDatabase() {
        List<String> names = shares.ofMain().stream().map(Class::getName).toList();
        if (isAlone && properties.primary() == null && !names.isEmpty()) {
            throw new GinoStartupException(
                    "These models belong to none of spring.gino.databases: %s.".formatted(String.join(", ", names)),
                    "Annotate them with @GinoDatabase, name their packages in %s.packages, or set spring.gino.primary."
                            .formatted(
                                    prefix(new TreeSet<>(properties.databases().keySet()).first())));
        }
    }
}

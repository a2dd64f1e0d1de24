/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolingConnectionFactoryProvider;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a URL says of a database: how the driver gets there, and how its connections are pooled.
 *
 * @param driver the driver's options, but for the hosts when the driver is to choose among them
 * @param hosts the hosts to choose among; none when the driver's options name the one host or socket
 * @param pool the pool's options that the URL names
 */
record DatabaseUrl(ConnectionFactoryOptions driver, List<UrlHost> hosts, ConnectionFactoryOptions pool) {

    DatabaseUrl {
        hosts = List.copyOf(hosts);
    }

    /**
     * Reads a URL; nothing is opened.
     *
     * @throws ConnectionException when it says something that is not understood; the message holds no password
     */
    static DatabaseUrl parse(String url) {
        return parse(url, Map.of());
    }

    /** The same with what holds where the URL says nothing, by the same names as its options. */
    static DatabaseUrl parse(String url, Map<String, String> otherwise) {
        return new UrlReader(UrlText.parse(url.strip()), otherwise).read();
    }

    /** What opens connections as the URL says. */
    ConnectionFactory factory() {
        try {
            PostgresqlConnectionConfiguration.Builder builder = PostgresqlConnectionFactoryProvider.builder(driver);
            hosts.forEach(host -> builder.addHost(host.name(), host.port()));
            return new PostgresqlConnectionFactory(builder.build());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw unusable(e);
        }
    }

    private static ConnectionException unusable(RuntimeException refusal) {
        Throwable deepest = refusal;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String cause = deepest == refusal ? "" : ": " + deepest.getMessage();
        return new ConnectionException(
                "The database URL cannot be used: " + refusal.getMessage() + cause + ".", refusal);
    }

    /** How many connections the pool has, as the URL says, else as usual. */
    PooledConnections.PoolSize poolSize() {
        PooledConnections.PoolSize usual = PooledConnections.PoolSize.DEFAULT;
        return new PooledConnections.PoolSize(
                said(PoolingConnectionFactoryProvider.MIN_IDLE, Integer.class).orElse(usual.min()),
                said(PoolingConnectionFactoryProvider.MAX_SIZE, Integer.class).orElse(usual.max()));
    }

    /** How long to wait for a connection, if the URL says so. */
    Optional<Duration> maxAcquireTime() {
        return said(PoolingConnectionFactoryProvider.MAX_ACQUIRE_TIME, Duration.class);
    }

    private <T> Optional<T> said(Option<T> option, Class<T> type) {
        return Optional.ofNullable(pool.getValue(option)).map(type::cast);
    }

    /** Sets the pool up as the URL wants it; where it says nothing, {@code builder} stays as it is. */
    void configure(ConnectionPoolConfiguration.Builder builder) {
        set(PoolingConnectionFactoryProvider.ACQUIRE_RETRY, builder::acquireRetry);
        set(PoolingConnectionFactoryProvider.BACKGROUND_EVICTION_INTERVAL, builder::backgroundEvictionInterval);
        set(PoolingConnectionFactoryProvider.INITIAL_SIZE, builder::initialSize);
        set(PoolingConnectionFactoryProvider.MAX_CREATE_CONNECTION_TIME, builder::maxCreateConnectionTime);
        set(PoolingConnectionFactoryProvider.MAX_IDLE_TIME, builder::maxIdleTime);
        set(PoolingConnectionFactoryProvider.MAX_LIFE_TIME, builder::maxLifeTime);
        set(PoolingConnectionFactoryProvider.MAX_VALIDATION_TIME, builder::maxValidationTime);
        set(PoolingConnectionFactoryProvider.POOL_NAME, builder::name);
        set(PoolingConnectionFactoryProvider.REGISTER_JMX, builder::registerJmx);
        set(PoolingConnectionFactoryProvider.VALIDATION_DEPTH, builder::validationDepth);
        set(PoolingConnectionFactoryProvider.VALIDATION_QUERY, builder::validationQuery);
    }

    @SuppressWarnings("unchecked") // read as the option's own type
    private <T> void set(Option<T> option, Consumer<T> setting) {
        Object value = pool.getValue(option);
        if (value != null) {
            setting.accept((T) value);
        }
    }

    @Override
    public String toString() {
        return "DatabaseUrl(" + driver.getValue(ConnectionFactoryOptions.DATABASE) + ")";
    }
}

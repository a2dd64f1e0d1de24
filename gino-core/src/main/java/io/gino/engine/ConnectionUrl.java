/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a URL says of a database, for frameworks that open and pool the connections themselves. Programs that do not
 * create an engine from the URL: {@link GinoEngine#create(String)}.
 *
 * @since 0.1.0
 */
public final class ConnectionUrl {

    private final DatabaseUrl url;
    private final String text;

    private ConnectionUrl(DatabaseUrl url, String text) {
        this.url = url;
        this.text = text;
    }

    /**
     * Reads a URL; nothing is opened.
     *
     * @throws ConnectionException when it says something that is not understood; the message holds no password
     */
    public static ConnectionUrl parse(String url) {
        return parse(url, Map.of());
    }

    /**
     * The same with what holds where the URL says nothing: {@code user}, {@code password}, {@code host}, {@code port},
     * {@code database}, and all options by the names that URLs have for them.
     */
    public static ConnectionUrl parse(String url, Map<String, String> otherwise) {
        DatabaseUrl parsed = DatabaseUrl.parse(url, otherwise);
        return new ConnectionUrl(parsed, "postgresql://" + place(parsed));
    }

    private static String place(DatabaseUrl url) {
        Object database = url.driver().getValue(ConnectionFactoryOptions.DATABASE);
        if (!url.hosts().isEmpty()) {
            return hosts(url) + "/" + database;
        }
        Object host = url.driver().getValue(ConnectionFactoryOptions.HOST);
        Object port = url.driver().getValue(ConnectionFactoryOptions.PORT);
        return (host == null ? "" : host + ":" + port) + "/" + database;
    }

    private static String hosts(DatabaseUrl url) {
        return url.hosts().stream().map(host -> host.name() + ":" + host.port()).collect(Collectors.joining(","));
    }

    /**
     * What the driver is told.
     *
     * @throws ConnectionException when the driver refuses it, or when one of several hosts is an IPv6 address, for which
     *     the driver's options have no way to write it
     */
    public ConnectionFactoryOptions driver() {
        url.factory();
        if (url.hosts().isEmpty()) {
            return url.driver();
        } else if (url.hosts().stream().anyMatch(host -> host.name().contains(":"))) {
            throw new ConnectionException("An IPv6 address cannot stand among several hosts where the driver is told"
                    + " of them by its options. Give the hosts by their names.");
        }
        return url.driver()
                .mutate()
                .option(ConnectionFactoryOptions.HOST, hosts(url))
                .build();
    }

    /** What the URL says of the pool, by the names of r2dbc-pool. */
    public ConnectionFactoryOptions poolOptions() {
        return url.pool();
    }

    /** A pool as the URL wants it around these connections; whoever asks for it closes it. */
    public ConnectionPool pool(ConnectionFactory connections) {
        Duration limit = url.maxAcquireTime().orElse(Settings.DEFAULT.acquireTimeout());
        return PooledConnections.pool(connections, url.poolSize(), limit, this::configure);
    }

    private void configure(ConnectionPoolConfiguration.Builder pool) {
        url.maxAcquireTime().ifPresent(pool::maxAcquireTime);
        url.configure(pool);
    }

    /** The URL in its plain form, without user, password and options. */
    @Override
    public String toString() {
        return text;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code spring.gino.*} says of the main database, and {@code spring.gino.databases.<name>.*} of another.
 *
 * @param url URL of the database: postgresql://, postgres:// or r2dbc:postgresql://. What it says comes before the other
 *     properties. Without it and a host, port or database, GINO uses the application's ConnectionFactory, for example
 *     that of spring.r2dbc.url.
 * @param host Host of the server, or several with commas between them; a directory stands for the Unix socket in it.
 * @param port Port of the server.
 * @param database Name of the database. Where nothing names one it is that of the user.
 * @param username User to log in as where the URL names none.
 * @param password Password to log in with where the URL has none.
 * @param ssl Use of SSL, as libpq's sslmode spells it; true stands for require, false for disable.
 * @param properties Options of the driver and of the pool, by the names that URLs have for them. Unknown ones are
 *     refused.
 * @param pool Size of the pool of connections.
 * @param retry How often to try to connect at start.
 * @param failFast Whether to fail at start when the database cannot be reached.
 * @param echo Whether to log each statement at INFO, on the logger io.gino.sql.
 * @param slowStatementThreshold Time from which on a statement is logged at WARN as a slow one, on the logger
 *     io.gino.sql. Without it none is.
 * @param gatherReads Whether reads of instances by key that come at the same time may be sent as one statement.
 * @param packages Packages with the models of this database.
 * @param createAll Whether to create the tables of the models that are missing, before the web server accepts requests.
 * @param schema What happens to the database's schema at start.
 */
@ConfigurationProperties("spring.gino")
record GinoDatabaseProperties(
        @Nullable String url,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String database,
        @Nullable String username,
        @Nullable String password,
        @Nullable String ssl,
        @DefaultValue Map<String, String> properties,
        @DefaultValue Pool pool,
        @DefaultValue Retry retry,
        @DefaultValue("true") boolean failFast,
        @DefaultValue("false") boolean echo,
        @Nullable Duration slowStatementThreshold,
        @DefaultValue("true") boolean gatherReads,
        @DefaultValue List<String> packages,
        @DefaultValue("false") boolean createAll,
        @DefaultValue Schema schema) {

    /**
     * How many connections there are. What is not said here, Boot's pool takes from {@code spring.r2dbc.pool.*}.
     *
     * @param minSize Minimum number of connections that are kept open.
     * @param maxSize Maximum number of connections.
     */
    record Pool(@Nullable Integer minSize, @Nullable Integer maxSize) {}

    /**
     * How often to try to connect at start.
     *
     * @param attempts Number of attempts to connect at start, the first one included.
     * @param interval Time between two attempts to connect.
     */
    record Retry(
            @DefaultValue("1") int attempts,
            @DefaultValue("1s") Duration interval) {}

    /**
     * What happens to the database's schema at start.
     *
     * @param mode What to do with the tables of the models at start. Where nothing is said, create with
     *     spring.gino.create-all, else none.
     * @param timeout Time that this may take.
     * @param checkFirst Whether to look first which tables are there; without, creating what is there fails.
     * @param deferScriptInitialization Whether the scripts of spring.sql.init run after the tables are created. Not for
     *     applications with Flyway or Liquibase.
     */
    record Schema(
            @Nullable SchemaMode mode,
            @DefaultValue("30s") Duration timeout,
            @DefaultValue("true") boolean checkFirst,
            @DefaultValue("false") boolean deferScriptInitialization) {}

    /** Without the URL and what else may hold a secret. */
    @Override
    public String toString() {
        return "GinoDatabaseProperties[pool=%s, retry=%s, failFast=%s, echo=%s, packages=%s, createAll=%s, schema=%s]"
                .formatted(pool, retry, failFast, echo, packages, createAll, schema);
    }
}

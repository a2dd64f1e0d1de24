/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Where a server answers, and as whom databases are created there. The query is what followed a URL's question mark. */
record PostgresServer(String host, int port, String username, String password, String database, String query) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Reads {@code postgresql://}, {@code postgres://} and {@code r2dbc:postgresql://} URLs. */
    static PostgresServer parse(String url) {
        URI uri = uri(url.strip().replaceFirst("^r2dbc:", ""));
        if (uri == null
                || uri.getHost() == null
                || !String.valueOf(uri.getScheme()).matches("postgres(ql)?")) {
            // Without the value: it may hold a password.
            throw new IllegalStateException(
                    "%s is not a PostgreSQL URL. Write postgresql://user:password@host:port/database, with %%-escapes for special characters."
                            .formatted(TestPostgres.URL));
        }
        String[] user = (uri.getUserInfo() == null ? "postgres" : uri.getUserInfo()).split(":", 2);
        String path = uri.getPath().replaceFirst("^/", "");
        return new PostgresServer(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                user[0],
                user.length < 2 ? "" : user[1],
                path.isEmpty() ? "postgres" : path,
                uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    private static @Nullable URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    String url(String name) {
        return "postgresql://%s%s@%s:%d/%s%s"
                .formatted(
                        encode(username),
                        password.isEmpty() ? "" : ":" + encode(password),
                        host,
                        port,
                        name,
                        query.isEmpty() ? "" : "?" + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Runs one administrative statement, which may depend on the server's major version, and waits for it. */
    void run(Function<Integer, String> sqlByVersion) {
        Flux.usingWhen(
                        ConnectionFactories.get("r2dbc:" + url(database)).create(),
                        connection -> Flux.from(connection
                                        .createStatement(sqlByVersion.apply(majorVersion(connection)))
                                        .execute())
                                .flatMap(Result::getRowsUpdated),
                        Connection::close)
                .blockLast(TIMEOUT);
    }

    private static int majorVersion(Connection connection) {
        return Integer.parseInt(connection.getMetadata().getDatabaseVersion().split("\\D", 2)[0]);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

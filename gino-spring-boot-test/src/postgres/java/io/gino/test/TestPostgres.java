/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Gives tests their databases. The first call finds a server, and every later one in this JVM uses the same: the one that
 * {@code GINO_TEST_URL} names, else a container where Docker answers, else an embedded server. Where there is none, every call
 * fails and says how to get one; nothing is skipped. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TestPostgres {

    static final String URL = "GINO_TEST_URL";

    private static final Logger LOG = LoggerFactory.getLogger(TestPostgres.class);

    // Keeps a failure too: the next test class shall not wait for the same ways again.
    private static final Mono<PostgresServer> SERVER =
            Mono.fromSupplier(() -> find(System.getenv(URL))).cache();

    private TestPostgres() {}

    /** Makes an empty database with a name of its own; closing it drops it. Blocks until it is there. */
    public static TestDatabase createDatabase() {
        return TestDatabase.create(
                server(), "gino_test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static PostgresServer server() {
        return Objects.requireNonNull(SERVER.block());
    }

    private static PostgresServer find(@Nullable String url) {
        PostgresServer server = url == null || url.isBlank()
                ? ServerChoice.firstThatWorks(List.of(new DockerChoice(), new EmbeddedChoice()))
                : PostgresServer.parse(url);
        LOG.info("Tests use the PostgreSQL at {}", server);
        return server;
    }
}

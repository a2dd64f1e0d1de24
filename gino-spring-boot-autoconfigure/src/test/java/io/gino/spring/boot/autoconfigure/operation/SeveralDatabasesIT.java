/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Timers and counts tell two databases apart. */
class SeveralDatabasesIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static TestDatabase main;
    private static TestDatabase archive;
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        main = TestPostgres.createDatabase();
        archive = TestPostgres.createDatabase();
        context =
                OperationApplication.start(main.url(), List.of("--spring.gino.databases.archive.url=" + archive.url()));
        run(context.getBean(Gino.class), 1);
        run(context.getBean("archive", Gino.class), 2);
    }

    private static void run(Gino db, int times) {
        db.status(text("VALUES (1)")).repeat(times - 1).blockLast(LIMIT);
    }

    @AfterAll
    static void stop() {
        context.close();
        main.close();
        archive.close();
    }

    @Test
    void timersHaveTheSameKeysAndTheNameOfTheDatabase() {
        MeterRegistry meters = context.getBean(MeterRegistry.class);
        Tags shared = Tags.of("error", "none", "operation", "VALUES", "outcome", "success", "table", "none");

        assertThat(meters.get("gino.statement").tags("operation", "VALUES").timers())
                .extracting(Meter::getId)
                .extracting(id -> Tags.of(id.getTags()))
                .containsExactlyInAnyOrder(shared.and("database", "gino"), shared.and("database", "archive"));
        assertThat(meters.get("gino.statement")
                        .tags("operation", "VALUES", "database", "archive")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void theEndpointCountsByDatabase() {
        WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .get()
                .uri("/actuator/gino")
                .exchange()
                .expectBody()
                .jsonPath("$.statements.gino.VALUES.success")
                .isEqualTo(1)
                .jsonPath("$.statements.archive.VALUES.success")
                .isEqualTo(2);
    }
}

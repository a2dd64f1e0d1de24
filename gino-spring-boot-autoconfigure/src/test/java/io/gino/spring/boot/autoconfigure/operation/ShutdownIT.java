/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

/** What runs when the application is asked to stop comes to its end; then all connections are closed. */
@ExtendWith(PostgresExtension.class)
class ShutdownIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final TestDatabase database;

    ShutdownIT(TestDatabase database) {
        this.database = database;
    }

    private long ofTheApplication(GinoEngine watching, String condition) {
        return watching.scalar(text("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'operations' AND "
                                + condition)
                        .read(Types.BIGINT))
                .block(LIMIT);
    }

    @Test
    void requestsAndStatementsEndBeforeThePoolCloses() throws Exception {
        GinoEngine watching = GinoEngine.create(database.url());
        ConfigurableApplicationContext context = OperationApplication.start(database.url());
        ConnectionPool pool = context.getBean(ConnectionPool.class);
        Gino db = context.getBean(Gino.class);
        String address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");

        CompletableFuture<String> request = WebClient.create(address)
                .get()
                .uri("/slow")
                .retrieve()
                .bodyToMono(String.class)
                .toFuture();
        CompletableFuture<String> statement = db.scalar(
                        text("SELECT 'done' FROM pg_sleep(2.5) /* slow */").read(Types.TEXT))
                .toFuture();
        Awaitility.await()
                .until(() -> ofTheApplication(watching, "state = 'active' AND query LIKE '%/* slow */'"), n -> n == 2);
        context.close();

        assertThat(statement).isCompletedWithValue("done");
        assertThat(request.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("awake");
        assertThat(pool.isDisposed()).isTrue();
        Awaitility.await().until(() -> ofTheApplication(watching, "true"), n -> n == 0);
        watching.close().block(LIMIT);
    }
}

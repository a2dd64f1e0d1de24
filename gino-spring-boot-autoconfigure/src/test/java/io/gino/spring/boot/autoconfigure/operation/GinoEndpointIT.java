/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(PostgresExtension.class)
class GinoEndpointIT {

    private static final String DIAGRAM = """
            erDiagram
                "cities" {
                    bigint id PK
                    text name UK
                    bigint country_id FK
                }
                "countries" {
                    bigint id PK
                    text name
                }
                "countries" |o--o{ "cities" : "country_id"
            """;

    private static ConfigurableApplicationContext context;
    private static WebTestClient http;

    @BeforeAll
    static void start(TestDatabase database) {
        context = OperationApplication.start(database.url());
        http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static WebTestClient.ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    @Test
    void showsTablesWithTheirModelsAndColumns() {
        get("/actuator/gino")
                .expectBody()
                .jsonPath("$.databases.gino.tables[0].name")
                .isEqualTo("cities")
                .jsonPath("$.databases.gino.tables[0].model")
                .isEqualTo("io.gino.spring.boot.autoconfigure.geo.City")
                .jsonPath("$.databases.gino.tables[0].columns.country_id")
                .isEqualTo("bigint")
                .jsonPath("$.databases.gino.diagram")
                .isEqualTo(DIAGRAM);
    }

    @Test
    void showsThePool() {
        get("/actuator/gino")
                .expectBody()
                .jsonPath("$.pools.connectionFactory.max")
                .isEqualTo(3)
                .jsonPath("$.pools.connectionFactory.acquired")
                .isEqualTo(0);
    }

    @Test
    void countsStatements() {
        http.post().uri("/cities?name=Athens").exchange().expectStatus().isOk();
        http.post().uri("/cities?name=Athens").exchange().expectStatus().isEqualTo(409);

        get("/actuator/gino")
                .expectBody()
                .jsonPath("$.statements.gino.INSERT.success")
                .isEqualTo(1)
                .jsonPath("$.statements.gino.INSERT.error")
                .isEqualTo(1);
    }

    @Test
    void showsTheDiagramAlone() {
        get("/actuator/gino/diagram")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_PLAIN)
                .expectBody(String.class)
                .isEqualTo(DIAGRAM);
        get("/actuator/gino/diagram/gino").expectBody(String.class).isEqualTo(DIAGRAM);
        get("/actuator/gino/diagram/other").expectStatus().isNotFound();
        get("/actuator/gino/picture").expectStatus().isNotFound();
    }

    @Test
    void healthIsToldOnce() {
        get("/actuator/health")
                .expectBody()
                .jsonPath("$.components.r2dbc.status")
                .isEqualTo("UP")
                .jsonPath("$.components.gino")
                .doesNotExist();
        assertThat(context.getBeansOfType(ReactiveHealthIndicator.class)).doesNotContainKey("ginoHealthContributor");
    }
}

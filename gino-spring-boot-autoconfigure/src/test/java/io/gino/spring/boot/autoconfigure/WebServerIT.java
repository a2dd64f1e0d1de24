/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A whole application behind a real web server, by nothing but the two lines of its configuration. */
@ExtendWith(PostgresExtension.class)
class WebServerIT {

    private static ConfigurableApplicationContext context;
    private static WebTestClient http;

    @BeforeAll
    static void start(TestDatabase database) {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.REACTIVE)
                .run(
                        "--spring.gino.url=" + database.url(),
                        "--spring.gino.create-all=true",
                        "--server.port=0",
                        "--management.endpoint.health.show-details=always");
        http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void answersFromTheDatabase() {
        http.post()
                .uri("/cities?name=Αθήνα")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isNumber();

        http.get()
                .uri("/cities")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].name")
                .isEqualTo("Αθήνα");
    }

    @Test
    void tablesAreThereBeforeTheServerIsOpen() {
        TablesBeforeServer seen = context.getBean(TablesBeforeServer.class);

        assertThat(seen.serverWasOpen).isFalse();
        assertThat(seen.tables).containsExactly("cities", "countries");
    }

    @Test
    void healthShowsTheDatabase() {
        http.get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.r2dbc.status")
                .isEqualTo("UP")
                .jsonPath("$.components.r2dbc.details.database")
                .isEqualTo("PostgreSQL");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @GinoModelScan(basePackageClasses = City.class)
    @Import({CityController.class, TablesBeforeServer.class})
    static class Application {}

    @RestController
    static class CityController {

        private final Gino db;

        CityController(Gino db) {
            this.db = db;
        }

        @PostMapping("/cities")
        Mono<City> create(@RequestParam String name) {
            return db.create(new City(name));
        }

        @GetMapping("/cities")
        Flux<City> all() {
            return db.query(City.class).all();
        }
    }

    /** Looks, without gino, in the phase before the one in which the server starts. */
    static final class TablesBeforeServer implements SmartLifecycle {

        private final DatabaseClient client;
        private final WebServerApplicationContext server;
        private List<String> tables = new ArrayList<>();
        private boolean serverWasOpen;
        private boolean running;

        TablesBeforeServer(DatabaseClient client, WebServerApplicationContext server) {
            this.client = client;
            this.server = server;
        }

        @Override
        public void start() {
            serverWasOpen = server.getWebServer().getPort() > 0;
            tables = client.sql("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                    .map(row -> row.get(0, String.class))
                    .all()
                    .collectList()
                    .block();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
        }
    }
}

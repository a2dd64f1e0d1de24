/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Each statement is observed as {@code gino.statement}. */
@ExtendWith(PostgresExtension.class)
class StatementObservationIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static ConfigurableApplicationContext context;
    private static TestObservationRegistry observations;
    private static MeterRegistry meters;
    private static Gino db;

    @BeforeAll
    static void start(TestDatabase database) {
        context = OperationApplication.start(database.url(), Observing.class);
        observations = context.getBean(TestObservationRegistry.class);
        meters = context.getBean(MeterRegistry.class);
        db = context.getBean(Gino.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void forget() {
        observations.clear();
    }

    private static TestObservationRegistryAssert.TestObservationRegistryAssertReturningObservationContextAssert
            observed() {
        return TestObservationRegistryAssert.assertThat(observations)
                .hasSingleObservationThat()
                .hasNameEqualTo("gino.statement")
                .hasBeenStarted()
                .hasBeenStopped();
    }

    @Test
    void byDatabaseOperationTableAndOutcomeAlone() {
        db.query(City.class).first().block(LIMIT);

        observed()
                .hasContextualNameEqualTo("SELECT cities")
                .hasLowCardinalityKeyValue("database", "gino")
                .hasLowCardinalityKeyValue("operation", "SELECT")
                .hasLowCardinalityKeyValue("table", "cities")
                .hasLowCardinalityKeyValue("outcome", "success")
                .hasHighCardinalityKeyValue(
                        "sql", "SELECT cities.id, cities.name, cities.country_id FROM cities LIMIT $1")
                .doesNotHaveError();
        assertThat(observations.getCurrentObservation()).isNull();
    }

    @Test
    void withItsFailure() {
        db.status(text("SELECT 1 / 0")).onErrorComplete().block(LIMIT);

        observed()
                .hasContextualNameEqualTo("SELECT")
                .hasLowCardinalityKeyValue("table", "none")
                .hasLowCardinalityKeyValue("outcome", "error")
                .hasError();
    }

    @Test
    void withItsTimeLimitAsTheErrorThatItIs() {
        db.with(options().timeout(Duration.ofMillis(200)))
                .status(text("INSERT INTO cities (name) SELECT 'Rome' FROM pg_sleep(60)"))
                .onErrorComplete()
                .block(LIMIT);

        observed().hasLowCardinalityKeyValue("outcome", "error").hasError();
        assertThat(meters.get("gino.statement")
                        .tags("operation", "INSERT", "outcome", "error", "error", "QueryTimeout")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void asCancelled() {
        db.status(text("SELECT pg_sleep(60)"))
                .timeout(Duration.ofMillis(200), Mono.empty())
                .block(LIMIT);

        observed().hasLowCardinalityKeyValue("outcome", "cancelled").doesNotHaveError();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cities", "/cities/1"})
    void insideOfTheRequest(String path) {
        WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk();

        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("gino.statement")
                .that()
                .hasParentObservationContextMatching(
                        parent -> parent.getName().equals("http.server.requests"), "that of the request");
    }

    @Test
    void asATimer() {
        db.status(text("TABLE cities")).block(LIMIT);

        Timer timer = meters.get("gino.statement")
                .tags("operation", "TABLE", "table", "none", "outcome", "success")
                .timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.getId().getTags())
                .extracting(io.micrometer.core.instrument.Tag::getKey)
                .containsExactlyInAnyOrder("database", "operation", "table", "outcome", "error");
    }

    @Test
    void poolIsMeasured() {
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains(
                        "r2dbc.pool.acquired",
                        "r2dbc.pool.allocated",
                        "r2dbc.pool.idle",
                        "r2dbc.pool.pending",
                        "r2dbc.pool.max.allocated",
                        "r2dbc.pool.max.pending");
        assertThat(meters.get("r2dbc.pool.max.allocated").gauge().value()).isEqualTo(3);
    }

    @Configuration(proxyBeanMethods = false)
    static class Observing {

        @Bean
        TestObservationRegistry observationRegistry() {
            return TestObservationRegistry.create();
        }
    }
}

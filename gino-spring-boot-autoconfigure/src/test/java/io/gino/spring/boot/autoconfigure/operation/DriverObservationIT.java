package io.gino.spring.boot.autoconfigure.operation;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.error.QueryTimeout;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** With {@code io.r2dbc:r2dbc-proxy} Spring Boot observes what the driver does, below gino. */
@ExtendWith(PostgresExtension.class)
class DriverObservationIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static ConfigurableApplicationContext context;
    private static TestObservationRegistry observations;
    private static Gino db;

    @BeforeAll
    static void start(TestDatabase database) {
        context = OperationApplication.start(
                database.url(), List.of("--spring.autoconfigure.exclude="), StatementObservationIT.Observing.class);
        observations = context.getBean(TestObservationRegistry.class);
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

    @Test
    void queriesOfTheDriverAreObservedBesideStatementsOfGino() {
        db.query(City.class).all().collectList().block(LIMIT);

        TestObservationRegistryAssert.assertThat(observations)
                .hasNumberOfObservationsWithNameEqualTo("gino.statement", 1)
                .hasNumberOfObservationsWithNameEqualTo("r2dbc.query", 1)
                .hasObservationWithNameEqualTo("r2dbc.query")
                .that()
                .hasHighCardinalityKeyValue(
                        "r2dbc.query[0]", "SELECT cities.id, cities.name, cities.country_id FROM cities");
    }

    @Test
    void whatNeedsTheDriversOwnConnectionFindsIt() {
        db.copyIn(City.class, Flux.just(new City("Oslo"), new City("Bergen"))).block(LIMIT);
        assertThat(db.query(City.class).count().block(LIMIT)).isEqualTo(2);

        StepVerifier.create(db.with(options().timeout(Duration.ofMillis(200))).status(text("SELECT pg_sleep(60)")))
                .verifyError(QueryTimeout.class);
        assertThat(db.query(City.class).count().block(LIMIT)).isEqualTo(2);
        assertThat(context.getBean(ConnectionPool.class)
                        .getMetrics()
                        .orElseThrow()
                        .acquiredSize())
                .isZero();
    }
}

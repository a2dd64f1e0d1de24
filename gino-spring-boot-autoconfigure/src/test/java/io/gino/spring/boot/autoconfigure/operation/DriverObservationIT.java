/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.Status;
import io.gino.error.QueryTimeout;
import io.gino.error.UniqueViolation;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** With r2dbc-proxy on the class path Boot wraps every connection of the pool, in order to observe the driver. */
@ExtendWith(PostgresExtension.class)
class DriverObservationIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

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

    @AfterEach
    void clean() {
        db.status(db.delete(City.class).everyRow()).block(LIMIT);
    }

    private static TestObservationRegistryAssert.TestObservationRegistryAssertReturningObservationContextAssert
            driverObserved() {
        return TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("r2dbc.query")
                .that()
                .hasBeenStarted()
                .hasBeenStopped();
    }

    @Test
    void theConnectionsAreWrapped() {
        Connection connection = Mono.from(
                        context.getBean(ConnectionFactory.class).create())
                .cast(Connection.class)
                .block(LIMIT);
        assertThat(connection.toString()).contains("proxy");
        Mono.from(connection.close()).block(LIMIT);
    }

    @Test
    void whatTheDriverDoesIsInsideOfTheStatement() {
        db.query(City.class).first().block(LIMIT);

        driverObserved()
                .hasHighCardinalityKeyValue(
                        "r2dbc.query[0]", "SELECT cities.id, cities.name, cities.country_id FROM cities LIMIT $1")
                .hasParentObservationContextMatching(
                        parent -> parent.getName().equals("gino.statement"), "that of the statement");
        TestObservationRegistryAssert.assertThat(observations)
                .hasNumberOfObservationsWithNameEqualTo("gino.statement", 1)
                .hasNumberOfObservationsWithNameEqualTo("r2dbc.query", 1);
    }

    @Test
    void andThatInsideOfTheRequest() {
        WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .get()
                .uri("/cities")
                .exchange()
                .expectStatus()
                .isOk();

        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("gino.statement")
                .that()
                .hasParentObservationContextMatching(
                        parent -> parent.getName().equals("http.server.requests"), "that of the request");
        driverObserved()
                .hasParentObservationContextMatching(
                        parent -> parent.getName().equals("gino.statement"), "that of the statement");
    }

    @Test
    void failuresAreBoths() {
        db.status(text("SELECT 1 / 0")).onErrorComplete().block(LIMIT);

        driverObserved().hasError();
        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("gino.statement")
                .that()
                .hasError();
    }

    @Test
    void modelsAreWrittenAndRead() {
        City athens = db.create(new City("Αθήνα")).block(LIMIT);
        assertThat(db.get(City.class, athens.id()).block(LIMIT)).isEqualTo(athens);
        assertThat(db.createMany(List.of(new City("a"), new City("b")))
                        .map(City::name)
                        .collectList()
                        .block(LIMIT))
                .containsExactly("a", "b");
        StepVerifier.create(db.create(new City("a"))).verifyError(UniqueViolation.class);
    }

    @Test
    void transactionsCommitAndRollBack() {
        db.transaction(tx -> db.create(new City("kept"))
                        .then(db.transaction(nested -> db.create(new City("not"))
                                        .then(Mono.error(new IllegalStateException("undone"))))
                                .onErrorComplete()))
                .block(LIMIT);
        assertThat(names()).containsExactly("kept");
    }

    @Test
    void cursorsAreRead() {
        db.createMany(Flux.range(1, 100).map(i -> new City("city " + i)), 50).blockLast(LIMIT);
        assertThat(db.query(City.class).iterate().take(30).count().block(LIMIT)).isEqualTo(30);
        assertThat(db.transactionMany(tx -> db.query(City.class).iterate())
                        .count()
                        .block(LIMIT))
                .isEqualTo(100);
    }

    @Test
    void aStatementThatIsLateIsCancelledOnTheServer() {
        StepVerifier.create(db.with(options().timeout(Duration.ofMillis(300))).status(text("SELECT pg_sleep(60)")))
                .expectError(QueryTimeout.class)
                .verify(LIMIT);
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(db.scalar(text("SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'"
                                            + " AND state = 'active' AND datname = current_database()")
                                    .read(Types.BIGINT))
                            .block(LIMIT))
                    .isZero();
            assertThat(context.getBean(ConnectionPool.class)
                            .getMetrics()
                            .orElseThrow()
                            .acquiredSize())
                    .isZero();
        });
    }

    @Test
    void copyGoesInAndOut() {
        Status status =
                db.copyIn(City.class, Flux.just(new City("a"), new City("b"))).block(LIMIT);
        assertThat(status.affected()).isEqualTo(2);
        assertThat(db.copyOut(text("SELECT name FROM cities ORDER BY name"))
                        .collectList()
                        .block(LIMIT))
                .containsExactly("a", "b");
    }

    @Test
    void notificationsAreReceived() throws InterruptedException {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        Disposable listening = db.engine()
                .listen(List.of("news"), () -> received.add("listening"))
                .subscribe(notification -> received.add(notification.payload()));
        assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("listening");
        db.notify("news", "hello").block(LIMIT);
        assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("hello");
        listening.dispose();
    }

    private static List<String> names() {
        return db.query(City.class).all().map(City::name).sort().collectList().block(LIMIT);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_SUPPORTS;

import io.gino.Gino;
import io.gino.error.DatabaseException;
import io.gino.error.UniqueViolation;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.sql.Sql;
import io.gino.sql.Statement;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What runs on gino inside a transaction of Spring's is part of it; after each test every connection is back in the pool. */
@ExtendWith(PostgresExtension.class)
class SpringTransactionsIT {

    /** Two, so that a connection that is not given back is missed at once. */
    private static final int POOL = 2;

    private static final Statement<Integer> BACKEND =
            Sql.text("SELECT pg_backend_pid()").read(Types.INTEGER);

    private static ConfigurableApplicationContext context;

    private final Gino db = context.getBean(Gino.class);
    private final DatabaseClient client = context.getBean(DatabaseClient.class);
    private final ReactiveTransactionManager transactions = context.getBean(ReactiveTransactionManager.class);
    private final TransactionalOperator transaction = context.getBean(TransactionalOperator.class);
    private final Cities cities = context.getBean(Cities.class);

    @BeforeAll
    static void start(TestDatabase database) {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.gino.url=" + database.url(),
                        "--spring.gino.create-all=true",
                        "--spring.r2dbc.pool.initial-size=0",
                        "--spring.r2dbc.pool.max-size=" + POOL,
                        "--spring.r2dbc.pool.max-acquire-time=5s");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void empty() {
        db.status(db.delete(City.class).everyRow()).block();
    }

    @AfterEach
    void everyConnectionIsBack() {
        PoolMetrics pool = context.getBean(ConnectionPool.class).getMetrics().orElseThrow();
        Awaitility.await("connections in use").until(pool::acquiredSize, acquired -> acquired == 0);
    }

    @Test
    void annotatedMethodCommits() {
        cities.both("Athens", "Oslo").as(StepVerifier::create).verifyComplete();

        assertStored("Athens", "Oslo");
    }

    @Test
    void annotatedMethodRollsBackWhatFails() {
        cities.both("Athens", "Athens")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(failure -> assertThat(failure).isInstanceOf(UniqueViolation.class));

        assertStored();
    }

    @Test
    void annotatedMethodMayOnlyRead() {
        cities.readOnly("Athens")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("cannot execute INSERT in a read-only transaction"));

        assertStored();
    }

    @Test
    void operatorCommits() {
        db.create(new City("Athens"))
                .then(db.create(new City("Oslo")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        assertStored("Athens", "Oslo");
    }

    @Test
    void operatorRollsBackWhatFails() {
        db.create(new City("Athens"))
                .then(Mono.error(new IllegalStateException("changed my mind")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("changed my mind");

        assertStored();
    }

    @Test
    void readsThatComeTogetherSeeWhatTheirTransactionHasWritten() {
        db.create(new City("Athens"))
                .flatMapMany(created -> Flux.range(0, 16).flatMap(n -> db.get(City.class, created.id()), 16))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .expectNextCount(16)
                .verifyComplete();
    }

    @Test
    void operatorRollsBackWhatIsMarked() {
        transaction
                .execute(status -> db.create(new City("Athens")).doOnNext(city -> status.setRollbackOnly()))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        assertStored();
    }

    @Test
    void databaseClientIsOnTheSameConnection() {
        Mono<Long> seenByClient = client.sql("SELECT count(*) FROM cities")
                .map(row -> row.get(0, Long.class))
                .one();
        Mono<Integer> clientsBackend = client.sql("SELECT pg_backend_pid()")
                .map(row -> row.get(0, Integer.class))
                .one();

        db.create(new City("Athens"))
                .then(client.sql("INSERT INTO cities (name) VALUES ('Oslo')").then())
                .then(Mono.zip(
                        seenByClient, db.query(City.class).count(), Mono.zip(clientsBackend, db.scalar(BACKEND))))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .assertNext(seen -> {
                    assertThat(seen.getT1()).isEqualTo(2);
                    assertThat(seen.getT2()).isEqualTo(2);
                    assertThat(seen.getT3().getT1()).isEqualTo(seen.getT3().getT2());
                })
                .verifyComplete();

        assertStored("Athens", "Oslo");
    }

    @Test
    void transactionOfGinoIsASavepointInside() {
        Mono<City> fails = db.transaction(inner -> db.create(new City("Oslo")).then(db.create(new City("Athens"))));

        db.create(new City("Athens"))
                .then(fails.onErrorResume(UniqueViolation.class, failure -> Mono.empty()))
                .then(db.transaction(inner -> db.create(new City("Rome"))))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        assertStored("Athens", "Rome");
    }

    @Test
    void acquiredConnectionOfGinoIsThatOfTheTransaction() {
        db.acquire(connection -> connection.scalar(BACKEND))
                .zipWith(db.scalar(BACKEND))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .assertNext(backends -> assertThat(backends.getT1()).isEqualTo(backends.getT2()))
                .verifyComplete();
    }

    @Test
    void newTransactionHasItsOwnConnection() {
        TransactionalOperator requiresNew = operator(PROPAGATION_REQUIRES_NEW);

        db.create(new City("Athens"))
                .then(db.create(new City("Oslo")).as(requiresNew::transactional))
                .then(db.create(new City("Oslo")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyError(UniqueViolation.class);

        assertStored("Oslo");
    }

    @Test
    void branchesInParallelAreAllInside() {
        Flux.just("Athens", "Oslo", "Rome", "Paris")
                .flatMap(name -> db.create(new City(name)))
                .thenMany(Flux.range(0, 20).flatMap(i -> db.scalar(BACKEND)))
                .distinct()
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        assertStored("Athens", "Oslo", "Paris", "Rome");
    }

    @Test
    void statementsForEachRowOfAnotherDoNotWaitForIt() {
        Statement<Integer> rows = Sql.text("SELECT generate_series(1, 2000)").read(Types.INTEGER);

        db.all(rows)
                .concatMap(row -> db.scalar(BACKEND), 1)
                .count()
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .expectNext(2000L)
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void nothingIsKeptWhenTheSubscriberGoes() {
        db.create(new City("Athens"))
                .then(Mono.delay(Duration.ofMinutes(1)))
                .as(transaction::transactional)
                .timeout(Duration.ofMillis(300))
                .as(StepVerifier::create)
                .verifyError();

        // The rollback comes after the subscriber has gone; it is waited for here.
        everyConnectionIsBack();
        assertStored();
    }

    @Test
    void firstOfManyRowsEndsATransactionWell() {
        Flux.just("Athens", "Oslo", "Rome")
                .concatMap(name -> db.create(new City(name)))
                .blockLast();

        for (int i = 0; i < 3 * POOL; i++) {
            db.query(City.class)
                    .all()
                    .as(transaction::transactional)
                    .next()
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    @Test
    void scopeWithoutATransactionGivesItsConnectionBack() {
        for (int i = 0; i < 3 * POOL; i++) {
            db.create(new City("City " + i))
                    .then(db.scalar(BACKEND))
                    .as(operator(PROPAGATION_SUPPORTS)::transactional)
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    @Test
    void whatOutlivesItsTransactionGivesItsConnectionBack() {
        AtomicReference<ContextView> left = new AtomicReference<>(Context.empty());
        Mono.deferContextual(inside -> Mono.fromRunnable(() -> left.set(inside)))
                .as(transaction::transactional)
                .block();

        for (int i = 0; i < 3 * POOL; i++) {
            db.scalar(BACKEND)
                    .contextWrite(left.get())
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    @Test
    void outsideOfATransactionEachStatementIsItsOwn() {
        db.create(new City("Athens"))
                .then(db.create(new City("Athens")))
                .as(StepVerifier::create)
                .verifyError(UniqueViolation.class);

        assertStored("Athens");
    }

    private TransactionalOperator operator(int propagation) {
        return TransactionalOperator.create(transactions, new DefaultTransactionDefinition(propagation));
    }

    private void assertStored(String... names) {
        List<String> stored =
                db.query(City.class).all().map(City::name).sort().collectList().block();
        assertThat(stored).containsExactly(names);
    }

    @Import({GeoApplication.class, Cities.class})
    static class Application {}

    static class Cities {

        private final Gino db;

        Cities(Gino db) {
            this.db = db;
        }

        @Transactional
        public Mono<Void> both(String one, String other) {
            return db.create(new City(one)).then(db.create(new City(other))).then();
        }

        @Transactional(readOnly = true)
        public Mono<Void> readOnly(String name) {
            return db.create(new City(name)).then();
        }
    }
}

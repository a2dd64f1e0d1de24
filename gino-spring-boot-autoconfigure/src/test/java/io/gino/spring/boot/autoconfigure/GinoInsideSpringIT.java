/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static io.gino.spring.boot.autoconfigure.TransactionApplication.BACKEND;
import static io.gino.spring.boot.autoconfigure.TransactionApplication.LIMIT;
import static io.gino.spring.boot.autoconfigure.TransactionApplication.POOL;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import io.gino.engine.TransactionOptions;
import io.gino.error.QueryTimeout;
import io.gino.error.TransactionException;
import io.gino.error.UniqueViolation;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.annotation.Id;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What gino can do, inside a transaction that Spring began. */
@ExtendWith(PostgresExtension.class)
class GinoInsideSpringIT {

    private static TransactionApplication app;

    @BeforeAll
    static void start(TestDatabase database) {
        app = TransactionApplication.start(database, GeoApplication.class);
    }

    @AfterAll
    static void stop() {
        app.context.close();
    }

    @BeforeEach
    void empty() {
        app.empty();
    }

    @AfterEach
    void everyConnectionIsBack() {
        app.assertIdle();
    }

    @Test
    void copyIsPartOfIt() {
        app.db
                .copyIn(City.class, Flux.just("Athens", "Oslo", "Rome").map(City::new))
                .then(app.db.query(City.class).count())
                .flatMap(count -> Mono.error(new IllegalStateException("saw " + count)))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .expectErrorMessage("saw 3")
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void statementsAreNotTheDriversOwn() {
        app.db
                .scalar(text("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'gino%'"), Long.class)
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .assertNext(prepared -> assertThat(prepared).isPositive())
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void aCancelledStatementIsCancelledOnTheServer() {
        app.db
                .status(text("SELECT pg_sleep(60)"))
                .timeout(Duration.ofMillis(300))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .expectError(TimeoutException.class)
                .verify(LIMIT);

        app.assertIdle();
    }

    @Test
    void rowsAreIteratedWhileOtherStatementsRun() {
        Text<Integer> rows = text("SELECT generate_series(1, 1000)").read(Types.INTEGER);

        app.db
                .iterate(rows, 100)
                .concatMap(row -> row % 100 == 0 ? app.insert("City " + row) : app.db.scalar(BACKEND), 1)
                .count()
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .expectNext(1000L)
                .expectComplete()
                .verify(LIMIT);

        assertThat(app.db.query(City.class).count().block(LIMIT)).isEqualTo(10);
    }

    @Test
    void aCursorLastsUntilItsEnd() {
        Text<Integer> rows = text("SELECT generate_series(1, 10)").read(Types.INTEGER);

        app.db
                .acquire(connection -> connection
                        .cursor(rows)
                        .flatMap(cursor -> cursor.many(3)
                                .then(app.insert("Athens"))
                                .then(cursor.many(2))
                                .flatMap(some -> cursor.close().thenReturn(some))))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .assertNext(some -> assertThat(some).containsExactly(4, 5))
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens");
    }

    @Test
    void transactionsOfGinosInParallelAreRefused() {
        Mono.zip(
                        app.db.transaction(
                                one -> app.create("Athens").delayUntil(city -> Mono.delay(Duration.ofMillis(100)))),
                        app.db.transaction(other -> app.create("Oslo")))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(TransactionException.class)
                        .hasMessage(
                                "Two nested transactions cannot be open at the same time on one connection. Run them"
                                        + " one after another (concatMap instead of flatMap or zip), or outside of the"
                                        + " transaction around them."))
                .verify(LIMIT);

        app.assertIdle();
        app.assertStored();
        for (int i = 0; i < 3 * POOL; i++) {
            app.db
                    .transaction(tx -> app.db.scalar(BACKEND))
                    .as(app.operator::transactional)
                    .block(LIMIT);
        }
    }

    @Test
    void savepointsOfBothNestInEachOther() {
        Mono<City> innermost = app.db.transaction(tx -> app.create("Oslo").then(app.create("Athens")));
        Mono<City> spring = app.create("Rome")
                .then(innermost.onErrorResume(UniqueViolation.class, failure -> Mono.empty()))
                .then(app.create("Paris"))
                .then(app.create("Athens"))
                .as(app.operator(PROPAGATION_NESTED)::transactional);

        app.create("Athens")
                .then(app.db.transaction(tx -> spring.onErrorResume(UniqueViolation.class, failure -> Mono.empty())
                        .then(app.create("Bern"))))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens", "Bern");
    }

    @Test
    void newTransactionInsideASavepointIsIndependent() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(app.create("Oslo").as(app.operator(PROPAGATION_REQUIRES_NEW)::transactional)))
                .then(Mono.error(new IllegalStateException("changed my mind")))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .expectErrorMessage("changed my mind")
                .verify(LIMIT);

        app.assertStored("Oslo");
    }

    @Test
    void failureInASavepointDoesNotSpoilIt() {
        app.create("Athens")
                .then(app.db
                        .transaction(tx -> app.create("Oslo")
                                .then(Mono.error(new IllegalStateException("failed")))
                                .as(app.operator::transactional))
                        .onErrorResume(IllegalStateException.class, failure -> Mono.empty()))
                .then(app.create("Rome"))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens", "Rome");
    }

    @Test
    void aStatementThatTakesLongerThanItsTimeLimitIsCancelled() {
        app.create("Athens")
                .then(app.db.status(text("SELECT pg_sleep(20)")))
                .as(app.operator(limited())::transactional)
                .as(StepVerifier::create)
                .expectError(QueryTimeout.class)
                .verify(LIMIT);

        app.assertStored();
        app.db
                .scalar(text("SHOW statement_timeout").read(Types.TEXT))
                .as(StepVerifier::create)
                .expectNext("0")
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void nothingRunsAfterItsTimeLimit() {
        app.create("Athens")
                .delayElement(Duration.ofMillis(1100))
                .then(app.create("Oslo"))
                .as(app.operator(limited())::transactional)
                .as(StepVerifier::create)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(QueryTimeout.class)
                        .hasMessage("The time limit of the transaction is over; nothing more runs in it. Give"
                                + " @Transactional a longer timeout, or do less in it."))
                .verify(LIMIT);

        app.assertStored();
    }

    private static DefaultTransactionDefinition limited() {
        DefaultTransactionDefinition limited = new DefaultTransactionDefinition();
        limited.setTimeout(1);
        return limited;
    }

    @Test
    void isolationIsThatOfSpring() {
        DefaultTransactionDefinition strict = new DefaultTransactionDefinition();
        strict.setIsolationLevel(DefaultTransactionDefinition.ISOLATION_SERIALIZABLE);

        app.db
                .scalar(text("SHOW transaction_isolation").read(Types.TEXT))
                .as(app.operator(strict)::transactional)
                .as(StepVerifier::create)
                .expectNext("serializable")
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void anotherKindOfTransactionIsRefusedInside() {
        app.db
                .transaction(TransactionOptions.serializable(), tx -> app.create("Athens"))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(TransactionException.class)
                        .hasMessage("A nested transaction is part of the one around it, which was begun by another; it"
                                + " cannot be BEGIN ISOLATION LEVEL SERIALIZABLE. Say so on the outer one, or use"
                                + " reuse(false) for an independent transaction."))
                .verify(LIMIT);
    }

    @Test
    void springDataAndGinoSeeEachOther() {
        R2dbcEntityTemplate template = new R2dbcEntityTemplate(app.client, PostgresDialect.INSTANCE);

        template.insert(new Town(null, "Athens"))
                .then(app.create("Oslo"))
                .then(Mono.zip(
                        template.select(Town.class).count(),
                        app.db.query(City.class).count()))
                .as(app.operator::transactional)
                .as(StepVerifier::create)
                .assertNext(counts -> {
                    assertThat(counts.getT1()).isEqualTo(2);
                    assertThat(counts.getT2()).isEqualTo(2);
                })
                .expectComplete()
                .verify(LIMIT);
    }

    @Table("cities")
    record Town(@Id Long id, String name) {}
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static io.gino.engine.TransactionOptions.options;
import static io.gino.engine.TransactionOptions.serializable;
import static io.gino.spring.boot.autoconfigure.TransactionApplication.BACKEND;
import static io.gino.spring.boot.autoconfigure.TransactionApplication.LIMIT;
import static io.gino.spring.boot.autoconfigure.TransactionApplication.POOL;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_MANDATORY;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NOT_SUPPORTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_SUPPORTS;

import io.gino.Gino;
import io.gino.engine.AcquireOptions;
import io.gino.error.TransactionException;
import io.gino.error.UniqueViolation;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.annotation.Id;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What runs on Spring's clients inside a transaction of gino's is part of it. */
@ExtendWith(PostgresExtension.class)
class SpringInsideGinoIT {

    private static TransactionApplication app;

    @BeforeAll
    static void start(TestDatabase database) {
        app = TransactionApplication.start(database, GeoApplication.class, Cities.class);
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
    void databaseClientIsOnTheSameConnection() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(app.insert("Oslo"))
                        .then(Mono.zip(
                                app.db.scalar(BACKEND),
                                app.clientsBackend(),
                                app.db.query(City.class).count())))
                .as(StepVerifier::create)
                .assertNext(seen -> {
                    assertThat(seen.getT1()).isEqualTo(seen.getT2());
                    assertThat(seen.getT3()).isEqualTo(2);
                })
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens", "Oslo");
    }

    @Test
    void databaseClientIsRolledBackWithIt() {
        app.db
                .transaction(tx -> app.create("Athens").then(app.insert("Oslo")).then(tx.<Long>raiseRollback()))
                .as(StepVerifier::create)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void failureOfDatabaseClientRollsItBack() {
        app.db
                .transaction(tx -> app.create("Athens").then(app.insert("Athens")))
                .as(StepVerifier::create)
                .expectError(DataIntegrityViolationException.class)
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void cancellationRollsBackBoth() {
        app.db
                .transaction(tx -> app.create("Athens").then(app.insert("Oslo")).then(Mono.never()))
                .timeout(Duration.ofMillis(400))
                .as(StepVerifier::create)
                .expectError()
                .verify(LIMIT);

        app.assertIdle();
        app.assertStored();
    }

    @Test
    void operatorJoins() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(Mono.zip(app.insert("Oslo").then(app.clientsBackend()), app.db.scalar(BACKEND))
                                .as(app.operator::transactional))
                        .zipWith(app.db.scalar(BACKEND)))
                .as(StepVerifier::create)
                .assertNext(seen -> {
                    assertThat(seen.getT1().getT1()).isEqualTo(seen.getT2());
                    assertThat(seen.getT1().getT2()).isEqualTo(seen.getT2());
                })
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens", "Oslo");
    }

    @Test
    void annotatedMethodJoins() {
        app.db
                .transaction(tx -> app.context
                        .getBean(Cities.class)
                        .create("Athens")
                        .then(app.insert("Oslo"))
                        .then(Mono.error(new IllegalStateException("changed my mind"))))
                .as(StepVerifier::create)
                .expectErrorMessage("changed my mind")
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void operatorThatNeedsATransactionFindsIt() {
        app.db
                .transaction(tx -> app.create("Athens").as(app.operator(PROPAGATION_MANDATORY)::transactional))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens");
    }

    @Test
    void springDataJoins() {
        R2dbcEntityTemplate template = new R2dbcEntityTemplate(app.client, PostgresDialect.INSTANCE);

        app.db
                .transaction(tx -> app.create("Athens")
                        .then(template.insert(new Town(null, "Oslo")))
                        .then(template.select(Town.class).count())
                        .flatMap(count -> Mono.error(new IllegalStateException("saw " + count))))
                .as(StepVerifier::create)
                .expectErrorMessage("saw 2")
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void failureInsideAnOperatorThatIsHandledStillRollsAllBack() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(Mono.error(new IllegalStateException("failed")).as(app.operator::transactional))
                        .onErrorResume(IllegalStateException.class, failure -> Mono.empty()))
                .as(StepVerifier::create)
                .expectErrorSatisfies(
                        failure -> assertThat(failure)
                                .isInstanceOf(TransactionException.class)
                                .hasMessage(
                                        "The transaction was rolled back instead of committed: work of Spring's in it failed"
                                                + " or asked for the rollback. Pass its error on, or run it in a nested transaction."))
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void failureInsideASavepointUndoesTheSavepointAlone() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(app.db
                                .transaction(nested -> app.insert("Oslo")
                                        .then(Mono.error(new IllegalStateException("failed")))
                                        .as(app.operator::transactional))
                                .onErrorResume(IllegalStateException.class, failure -> Mono.empty()))
                        .then(app.insert("Rome")))
                .as(StepVerifier::create)
                .expectNext(1L)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens", "Rome");
    }

    @Test
    void nestedOperatorIsASavepoint() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(app.create("Oslo")
                                .then(app.create("Athens"))
                                .as(app.operator(PROPAGATION_NESTED)::transactional)
                                .onErrorResume(UniqueViolation.class, failure -> Mono.empty()))
                        .then(app.create("Rome")))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens", "Rome");
    }

    @Test
    void newTransactionOfSpringsIsIndependentForGinoToo() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(Mono.zip(app.db.scalar(BACKEND), app.clientsBackend())
                                .flatMap(backends -> app.create("Oslo").thenReturn(backends))
                                .as(app.operator(PROPAGATION_REQUIRES_NEW)::transactional))
                        .zipWith(Mono.zip(app.db.scalar(BACKEND), app.clientsBackend()))
                        .flatMap(seen -> {
                            assertThat(seen.getT1().getT1())
                                    .isEqualTo(seen.getT1().getT2())
                                    .isNotEqualTo(seen.getT2().getT1());
                            assertThat(seen.getT2().getT1())
                                    .isEqualTo(seen.getT2().getT2());
                            return tx.raiseRollback();
                        }))
                .as(StepVerifier::create)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Oslo");
    }

    @Test
    void whatIsNotToRunInATransactionDoesNot() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(app.create("Oslo").as(app.operator(PROPAGATION_NOT_SUPPORTED)::transactional))
                        .then(tx.<City>raiseRollback()))
                .as(StepVerifier::create)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Oslo");
    }

    @Test
    void independentTransactionOfGinosHasAConnectionOfItsOwn() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(app.db.transaction(
                                options().reuse(false),
                                own -> app.create("Oslo").then(app.insert("Rome"))))
                        .then(tx.<City>raiseRollback()))
                .as(StepVerifier::create)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Oslo", "Rome");
    }

    @Test
    void acquiredConnectionIsBesideTheTransaction() {
        app.db
                .transaction(tx -> app.db
                        .acquire(AcquireOptions.options(), connection -> connection.scalar(BACKEND))
                        .zipWith(app.db.scalar(BACKEND)))
                .as(StepVerifier::create)
                .assertNext(backends -> assertThat(backends.getT1()).isNotEqualTo(backends.getT2()))
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void transactionOfSpringsInsideAnAcquiredConnectionIsJoined() {
        app.db
                .acquire(connection -> app.create("Athens")
                        .then(Mono.zip(app.db.scalar(BACKEND), app.clientsBackend()))
                        .doOnNext(backends -> assertThat(backends.getT1()).isEqualTo(backends.getT2()))
                        .then(Mono.error(new IllegalStateException("changed my mind")))
                        .as(app.operator::transactional))
                .as(StepVerifier::create)
                .expectErrorMessage("changed my mind")
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void readOnlyTransactionIsReadOnlyForDatabaseClient() {
        app.db
                .transaction(options().readOnly(), tx -> app.insert("Athens"))
                .as(StepVerifier::create)
                .expectErrorSatisfies(failure ->
                        assertThat(failure).hasMessageContaining("cannot execute INSERT in a read-only transaction"))
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void retryBeginsATransactionThatDatabaseClientJoinsAnew() {
        AtomicInteger attempts = new AtomicInteger();
        Mono<Long> losesOnce = Mono.defer(() -> attempts.incrementAndGet() == 1
                ? app.db
                        .status(text("DO $$ BEGIN RAISE serialization_failure; END $$"))
                        .then(Mono.empty())
                : Mono.just(2L));

        app.db
                .transaction(
                        serializable().retry(2).backoff(Duration.ofMillis(5)),
                        tx -> app.insert("Athens").then(losesOnce))
                .as(StepVerifier::create)
                .expectNext(2L)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens");
    }

    @Test
    void afterCommitStatementsAreOutsideOfIt() {
        app.db
                .transaction(tx -> TransactionSynchronizationManager.forCurrentTransaction()
                        .doOnNext(manager -> manager.registerSynchronization(new TransactionSynchronization() {

                            @Override
                            public Mono<Void> afterCommit() {
                                return app.create("Oslo")
                                        .then(app.insert("Rome"))
                                        .then();
                            }
                        }))
                        .then(app.create("Athens")))
                .block(LIMIT);

        app.assertStored("Athens", "Oslo", "Rome");
    }

    @Test
    void synchronizationsAreToldOfTheCommit() {
        List<String> told = new ArrayList<>();

        app.db
                .transaction(tx -> app.db
                        .transaction(nested -> registered(told).then(app.create("Athens")))
                        .doOnNext(city -> told.add("work done")))
                .block(LIMIT);

        assertThat(told)
                .containsExactly(
                        "work done", "before commit", "before completion", "after commit", "after completion: 0");
    }

    @Test
    void synchronizationsAreToldOfTheRollback() {
        List<String> told = new ArrayList<>();

        app.db
                .transaction(tx -> registered(told).then(tx.<City>raiseRollback()))
                .block(LIMIT);

        assertThat(told).containsExactly("before completion", "after completion: 1");
    }

    private static Mono<Void> registered(List<String> told) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(manager -> manager.registerSynchronization(new TransactionSynchronization() {

                    @Override
                    public Mono<Void> beforeCommit(boolean readOnly) {
                        return Mono.fromRunnable(() -> told.add("before commit"));
                    }

                    @Override
                    public Mono<Void> beforeCompletion() {
                        return Mono.fromRunnable(() -> told.add("before completion"));
                    }

                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(() -> told.add("after commit"));
                    }

                    @Override
                    public Mono<Void> afterCompletion(int status) {
                        return Mono.fromRunnable(() -> told.add("after completion: " + status));
                    }
                }))
                .then();
    }

    @Test
    void outsideOfItDatabaseClientGivesItsConnectionsBack() {
        for (int i = 0; i < 3 * POOL; i++) {
            app.db.transaction(tx -> app.clientsBackend()).block(LIMIT);
            app.clientsBackend()
                    .as(app.operator(PROPAGATION_SUPPORTS)::transactional)
                    .block(LIMIT);
            app.clientsBackend().block(LIMIT);
        }
    }

    @Test
    void branchesInParallelAreAllInside() {
        app.db
                .transactionMany(tx ->
                        Flux.range(0, 10).flatMap(i -> i % 2 == 0 ? app.db.scalar(BACKEND) : app.clientsBackend()))
                .distinct()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void transactionOfGinosInsideSpringsInsideGinosIsASavepoint() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(app.db
                                .transaction(inner -> app.create("Oslo").then(inner.<City>raiseRollback()))
                                .then(app.insert("Rome"))
                                .as(app.operator(new DefaultTransactionDefinition())::transactional)))
                .as(StepVerifier::create)
                .expectNext(1L)
                .expectComplete()
                .verify(LIMIT);

        app.assertStored("Athens", "Rome");
    }

    @Table("cities")
    record Town(@Id Long id, String name) {}

    static class Cities {

        private final Gino db;

        Cities(Gino db) {
            this.db = db;
        }

        @Transactional
        public Mono<City> create(String name) {
            return db.create(new City(name));
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.TransactionOptions.options;
import static io.gino.engine.TransactionOptions.repeatableRead;
import static io.gino.engine.TransactionOptions.serializable;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.DatabaseException;
import io.gino.error.SerializationFailure;
import io.gino.error.TransactionException;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Kinds of transactions, ends by hand and by raising, retries and hooks. */
@ExtendWith(PostgresExtension.class)
class TransactionKindsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final GinoEngine engine;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    TransactionKindsIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void createTable() {
        engine.status(text("DROP TABLE IF EXISTS notes"))
                .then(engine.status(text("CREATE TABLE notes (n int)")))
                .block(LIMIT);
    }

    @AfterEach
    void close() {
        Idle.closed(engine);
    }

    private Mono<Status> insert(int n) {
        return text("INSERT INTO notes VALUES (:n)").bind("n", n).as(engine::status);
    }

    private List<Integer> notes() {
        return engine.all(text("SELECT n FROM notes ORDER BY n").read(INTEGER))
                .collectList()
                .block(LIMIT);
    }

    private Mono<Void> tell(String what) {
        return Mono.fromRunnable(() -> told.add(what));
    }

    private Mono<String> setting(String name) {
        return engine.scalar(text("SELECT current_setting(:name)").bind("name", name), String.class);
    }

    @Test
    void aTransactionIsOfTheKindThatWasAskedFor() {
        Mono<String> kind = Flux.just("transaction_isolation", "transaction_read_only", "transaction_deferrable")
                .concatMap(this::setting)
                .collectList()
                .map(Object::toString);
        assertThat(engine.transaction(serializable().readOnly().deferrable(), tx -> kind)
                        .block(LIMIT))
                .isEqualTo("[serializable, on, on]");
        assertThat(engine.transaction(repeatableRead(), tx -> kind).block(LIMIT))
                .isEqualTo("[repeatable read, off, off]");
        assertThat(engine.transaction(tx -> kind).block(LIMIT)).isEqualTo("[read committed, off, off]");
    }

    @Test
    void aReadOnlyTransactionWritesNothing() {
        StepVerifier.create(engine.transaction(options().readOnly(), tx -> insert(1)))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageStartingWith("PostgreSQL refused the statement: cannot execute INSERT in a read-only"
                                + " transaction (25006)."))
                .verify(LIMIT);
    }

    @Test
    void aNestedTransactionCannotBeOfAnotherKind() {
        Mono<Status> work =
                engine.transaction(repeatableRead(), tx -> engine.transaction(serializable(), nested -> insert(1)));
        StepVerifier.create(work)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(TransactionException.class)
                        .hasMessage("A nested transaction is part of the one around it, which was begun by BEGIN"
                                + " ISOLATION LEVEL REPEATABLE READ; it cannot be BEGIN ISOLATION LEVEL SERIALIZABLE."
                                + " Say so on the outer one, or use reuse(false) for an independent transaction."))
                .verify(LIMIT);
        assertThat(engine.transaction(repeatableRead(), tx -> engine.transaction(repeatableRead(), in -> insert(1)))
                        .block(LIMIT))
                .isNotNull();
    }

    @Test
    void anIndependentTransactionSurvivesTheOneAroundIt() {
        Mono<Void> work = engine.transaction(tx -> engine.transaction(options().reuse(false), other -> insert(1))
                .then(insert(2))
                .then(tx.raiseRollback()));
        StepVerifier.create(work).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(1);
    }

    @Test
    void raiseRollbackEndsTheWorkWithoutAnError() {
        Mono<String> work = engine.transaction(tx -> insert(1)
                .then(tx.<String>raiseRollback())
                .onErrorResume(failure -> Mono.just("handled"))
                .then(insert(2))
                .thenReturn("went on"));
        StepVerifier.create(work).expectComplete().verify(LIMIT);
        assertThat(notes()).isEmpty();
    }

    @Test
    void raiseCommitEndsTheWorkWithACommit() {
        Mono<String> work = engine.transaction(
                tx -> insert(1).then(tx.<String>raiseCommit()).then(insert(2)).thenReturn("went on"));
        StepVerifier.create(work).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(1);
    }

    @Test
    void raisingOnAnOuterTransactionEndsAllUpToIt() {
        Mono<Status> work = engine.transaction(top -> insert(1)
                .then(engine.transaction(outer -> insert(2)
                        .then(engine.transaction(middle -> insert(3)
                                .then(engine.transaction(inner ->
                                        insert(4).then(outer.raiseCommit()).then(insert(5))))))
                        .then(insert(6))))
                .then(insert(7)));
        StepVerifier.create(work).expectNextCount(1).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(1, 2, 3, 4, 7);
    }

    @Test
    void raisingRollbackOnAnOuterTransactionUndoesAllUpToIt() {
        Mono<Status> work = engine.transaction(top -> insert(1)
                .then(engine.transaction(outer ->
                        insert(2).then(engine.transaction(inner -> insert(3).then(outer.raiseRollback())))))
                .then(insert(4)));
        StepVerifier.create(work).expectNextCount(1).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(1, 4);
    }

    @Test
    void raisingWaitsForTheStatementsOfParallelBranches() {
        Mono<Void> work = engine.transaction(tx -> Mono.when(
                engine.status(text("INSERT INTO notes SELECT 1 FROM pg_sleep(0.2)")),
                Mono.delay(Duration.ofMillis(50)).then(tx.raiseCommit())));
        StepVerifier.create(work).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(1);
    }

    @Test
    void aTransactionBegunByHandEndsByHand() {
        Mono<Void> work = engine.acquire(connection -> connection
                .begin()
                .flatMap(tx -> insert(1).then(tx.commit()))
                .then(connection.begin(serializable()))
                .flatMap(tx -> insert(2).then(tx.rollback())));
        StepVerifier.create(work).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(1);
    }

    @Test
    void whatRunsInsideOneBegunByHandIsNested() {
        Mono<Void> work = engine.acquire(connection -> connection
                .begin()
                .flatMap(tx -> connection
                        .transaction(nested -> insert(1))
                        .then(connection.begin())
                        .flatMap(inner -> insert(2).then(inner.rollback()))
                        .then(tx.commit())));
        StepVerifier.create(work).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(1);
    }

    @Test
    void aTransactionEndsOnce() {
        Mono<Void> work = engine.acquire(
                connection -> connection.begin().flatMap(tx -> tx.commit().then(tx.commit())));
        StepVerifier.create(work)
                .expectErrorMessage("This transaction has ended already. Begin another one.")
                .verify(LIMIT);
    }

    @Test
    void whatRunsWorkIsNotEndedByHandNorTheOtherWayRound() {
        StepVerifier.create(engine.transaction(tx -> tx.commit()))
                .expectErrorMessage("This transaction ends with the work that runs in it. To end it early use"
                        + " raiseCommit() or raiseRollback().")
                .verify(LIMIT);
        Mono<Object> raised = engine.acquire(
                connection -> connection.begin().flatMap(tx -> tx.rollback().then(tx.raiseCommit())));
        StepVerifier.create(raised)
                .expectErrorMessage("This transaction was begun by hand. End it by commit() or rollback() instead.")
                .verify(LIMIT);
    }

    @Test
    void aTransactionLeftOpenByHandIsRolledBackWithItsConnection() {
        Mono<Status> work = engine.acquire(connection -> connection.begin().then(insert(1)));
        StepVerifier.create(work).expectNextCount(1).expectComplete().verify(LIMIT);
        assertThat(notes()).isEmpty();
    }

    @Test
    void aSerializationFailureIsTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        Mono<Status> work = engine.transaction(serializable().retry(3), tx -> {
            tx.afterRollback(() -> tell("rolled back"));
            return attempts.incrementAndGet() < 3 ? insert(attempts.get()).then(fail("40001")) : insert(attempts.get());
        });
        StepVerifier.create(work).expectNextCount(1).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(3);
        assertThat(told).containsExactly("rolled back", "rolled back");
    }

    @Test
    void aSerializationFailureAtCommitIsTriedAgain() {
        engine.status(text("INSERT INTO notes VALUES (1), (2)")).block(LIMIT);
        AtomicInteger attempts = new AtomicInteger();
        Mono<Status> readsWhatTheOtherWrites = engine.transaction(serializable().retry(3), tx -> {
            Mono<Status> other = engine.transaction(
                    serializable().reuse(false),
                    inner -> engine.scalar(text("SELECT sum(n) FROM notes"), Long.class)
                            .then(insert(100)));
            Mono<?> between = attempts.incrementAndGet() == 1 ? other : Mono.empty();
            return engine.scalar(text("SELECT sum(n) FROM notes"), Long.class)
                    .then(insert(200))
                    .flatMap(stored -> between.thenReturn(stored));
        });
        StepVerifier.create(readsWhatTheOtherWrites)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
        assertThat(attempts).hasValue(2);
        assertThat(notes()).containsExactly(1, 2, 100, 200);
    }

    @Test
    void aConnectionLostInTheRollbackIsReplacedForTheRetry(TestDatabase database) {
        GinoEngine killer = GinoEngine.create(database.url());
        AtomicInteger attempts = new AtomicInteger();
        Mono<Status> work = engine.transaction(serializable().retry(3), tx -> {
            if (attempts.incrementAndGet() > 1) {
                return insert(attempts.get());
            }
            return engine.scalar(text("SELECT pg_backend_pid()"), Integer.class)
                    .flatMap(pid -> fail("40001")
                            .onErrorResume(failure -> killer.scalar(
                                            text("SELECT pg_terminate_backend(:pid, 5000)")
                                                    .bind("pid", pid),
                                            Boolean.class)
                                    .then(Mono.error(failure))));
        });
        StepVerifier.create(work).expectNextCount(1).expectComplete().verify(LIMIT);
        assertThat(notes()).containsExactly(2);
        Idle.closed(killer);
    }

    @Test
    void aDeadlockIsTriedAgainAndNothingElse() {
        AtomicInteger attempts = new AtomicInteger();
        Mono<Status> work = engine.transaction(
                options().retry(5).backoff(Duration.ofMillis(1)),
                tx -> fail(attempts.incrementAndGet() == 1 ? "40P01" : "23505"));
        StepVerifier.create(work).expectError(DatabaseException.class).verify(LIMIT);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void theLastFailureIsToldWhenRetriesAreUsedUp() {
        AtomicInteger attempts = new AtomicInteger();
        Mono<Status> work = engine.transaction(options().retry(2).backoff(Duration.ofMillis(1)), tx -> {
            attempts.incrementAndGet();
            return fail("40001");
        });
        StepVerifier.create(work).expectError(SerializationFailure.class).verify(LIMIT);
        assertThat(attempts).hasValue(3);
    }

    private Mono<Status> fail(String state) {
        return engine.status(text("DO $$ BEGIN RAISE EXCEPTION 'asked for' USING ERRCODE = '" + state + "'; END $$"));
    }

    @Test
    void hooksRunWhenTheOutermostTransactionHasEnded() {
        Mono<Void> work = engine.transaction(tx -> {
            tx.afterCommit(() -> engine.scalar(text("SELECT count(*) FROM notes"), Long.class)
                    .flatMap(count -> tell("committed " + count + " " + engine)));
            tx.afterRollback(() -> tell("never"));
            return engine.transaction(nested -> {
                        nested.afterCommit(() -> tell("nested committed"));
                        return insert(1);
                    })
                    .then(engine.transaction(nested -> {
                        nested.afterCommit(() -> tell("never"));
                        nested.afterRollback(() -> tell("nested rolled back"));
                        return insert(2).then(nested.raiseRollback());
                    }))
                    .then(tell("work done"));
        });
        StepVerifier.create(work).expectComplete().verify(LIMIT);
        assertThat(told)
                .containsExactly(
                        "work done",
                        "nested rolled back",
                        "committed 1 GinoEngine(pool max=10 min=0 current=1 in use=0)",
                        "nested committed");
    }

    @Test
    void hooksRunAfterAFailureToo() {
        Mono<Void> work = engine.transaction(tx -> {
            tx.afterRollback(() -> tell("rolled back"));
            tx.afterCommit(() -> tell("never"));
            return Mono.error(new IllegalStateException("no"));
        });
        StepVerifier.create(work).expectErrorMessage("no").verify(LIMIT);
        assertThat(told).containsExactly("rolled back");
    }

    @Test
    void theFirstFailureIsKeptWhenTheRollbackFailsToo(TestDatabase database) {
        GinoEngine killer = GinoEngine.create(database.url());
        Mono<Void> work = engine.transaction(tx -> engine.scalar(text("SELECT pg_backend_pid()"), Integer.class)
                .flatMap(pid -> killer.scalar(
                        text("SELECT pg_terminate_backend(:pid, 5000)").bind("pid", pid), Boolean.class))
                .then(Mono.error(new IllegalStateException("first"))));
        StepVerifier.create(work).expectErrorMessage("first").verify(LIMIT);
        Idle.closed(killer);
    }
}

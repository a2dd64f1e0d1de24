/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.DatabaseException;
import io.gino.error.TransactionException;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ExtendWith(PostgresExtension.class)
class TransactionIT {

    private final String url;
    private final GinoEngine engine;

    TransactionIT(TestDatabase database) {
        url = database.url();
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void createTable() {
        engine.status(text("DROP TABLE IF EXISTS notes"))
                .then(engine.status(text("CREATE TABLE notes (n int)")))
                .block(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        assertThat(engine.toString()).endsWith("in use=0)");
        engine.close().block(Duration.ofSeconds(10));
    }

    private Mono<Status> insert(int n) {
        return text("INSERT INTO notes VALUES (:n)").bind("n", n).as(engine::status);
    }

    private Flux<Integer> notes() {
        return engine.all(text("SELECT n FROM notes ORDER BY n").read(INTEGER));
    }

    @Test
    void commitsWhenTheWorkCompletes() {
        StepVerifier.create(engine.transaction(tx -> insert(1).then(insert(2)).thenReturn("done")))
                .expectNext("done")
                .verifyComplete();
        StepVerifier.create(notes()).expectNext(1, 2).verifyComplete();
    }

    @Test
    void rollsBackWhenTheWorkFails() {
        StepVerifier.create(engine.transaction(tx -> insert(1).then(Mono.error(new IllegalStateException("no")))))
                .verifyErrorMessage("no");
        StepVerifier.create(notes()).verifyComplete();
    }

    @Test
    void rollsBackWhenTheWorkIsCancelled() {
        StepVerifier.create(engine.transaction(tx -> insert(1).then(Mono.never())))
                .thenAwait(Duration.ofMillis(200))
                .thenCancel()
                .verify();
        StepVerifier.create(notes()).verifyComplete();
    }

    @Test
    void nestedTransactionsFollowEachOther() {
        StepVerifier.create(engine.transaction(tx -> Flux.range(1, 20)
                        .concatMap(n -> engine.transaction(nested -> insert(n)))
                        .then()))
                .verifyComplete();
        StepVerifier.create(notes()).expectNextCount(20).verifyComplete();
    }

    @Test
    void aNestedTransactionFollowsOneThatFailed() {
        StepVerifier.create(engine.transaction(tx -> Flux.range(1, 4)
                        .concatMap(n -> engine.transaction(nested -> insert(n)
                                        .then(n % 2 == 0 ? Mono.error(new IllegalStateException()) : Mono.empty()))
                                .onErrorComplete())
                        .then()))
                .verifyComplete();
        StepVerifier.create(notes()).expectNext(1, 3).verifyComplete();
    }

    @Test
    void aCancelledTransactionEndsBeforeItsConnectionIsReleased() {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        GinoEngine watched = GinoEngine.create(new ConnectionProvider() {
            private final ConnectionFactory factory = Urls.factory(url);

            @Override
            public Mono<Connection> acquire() {
                return Mono.from(factory.create()).cast(Connection.class);
            }

            @Override
            public Mono<Void> release(Connection connection) {
                ended.complete(connection.isAutoCommit());
                return Mono.from(connection.close());
            }
        });
        Mono<Status> slow = watched.status(text("SELECT pg_sleep(0.5)"));
        StepVerifier.create(watched.transaction(
                        tx -> watched.transaction(nested -> watched.transaction(innermost -> slow))))
                .thenAwait(Duration.ofMillis(300))
                .thenCancel()
                .verify();
        assertThat(ended).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }

    @Test
    void everyBranchInsideJoins() {
        StepVerifier.create(engine.transaction(tx -> Flux.range(1, 20)
                        .flatMap(this::insert)
                        .then(engine.scalar(text("SELECT count(*) FROM notes"), Long.class))))
                .expectNext(20L)
                .verifyComplete();
    }

    @Test
    void aStatementCanRunForEachRowOfAnother() {
        Mono<Long> work = engine.transaction(tx -> engine.all(
                        text("SELECT g FROM generate_series(1, 2000) AS g").read(INTEGER))
                .flatMap(this::insert)
                .count());
        StepVerifier.create(work).expectNext(2000L).verifyComplete();
    }

    @Test
    void aStatementCanRunForEachRowOfACursor() {
        Mono<Long> work = engine.transaction(tx -> engine.iterate(
                        text("SELECT g FROM generate_series(1, 2000) AS g").read(INTEGER), 100)
                .flatMap(this::insert)
                .count());
        StepVerifier.create(work).expectNext(2000L).verifyComplete();
    }

    @Test
    void aCursorReadsEveryRowWhateverTheFetchSize() {
        StepVerifier.create(Flux.range(1, 10).flatMap(this::insert).then()).verifyComplete();
        for (int fetchSize : new int[] {1, 3, 10, 11}) {
            Flux<Integer> rows =
                    engine.iterate(text("SELECT n FROM notes ORDER BY n").read(INTEGER), fetchSize);
            StepVerifier.create(engine.transactionMany(tx -> rows))
                    .expectNextCount(10)
                    .verifyComplete();
            StepVerifier.create(engine.acquireMany(connection -> rows))
                    .expectNextCount(10)
                    .verifyComplete();
        }
    }

    @Test
    void aNestedTransactionIsASavepoint() {
        Mono<Void> work = engine.transaction(tx -> insert(1)
                .then(engine.transaction(inner -> insert(2).then(Mono.<Void>error(new IllegalStateException("inner")))))
                .onErrorResume(IllegalStateException.class, error -> Mono.empty())
                .then(insert(3))
                .then());
        StepVerifier.create(work).verifyComplete();
        StepVerifier.create(notes()).expectNext(1, 3).verifyComplete();
    }

    @Test
    void nestedTransactionsAtTheSameTimeAreRefused() {
        Mono<Void> work = engine.transaction(tx -> Mono.when(
                engine.transaction(one -> insert(1).delayElement(Duration.ofMillis(50))),
                engine.transaction(other -> insert(2).delayElement(Duration.ofMillis(50)))));
        StepVerifier.create(work)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(TransactionException.class)
                        .hasMessage(
                                "Two nested transactions cannot be open at the same time on one connection. Run them"
                                        + " one after another (concatMap instead of flatMap or zip), or outside of the"
                                        + " transaction around them."))
                .verify();
        StepVerifier.create(notes()).verifyComplete();
    }

    @Test
    void committingWhatPostgresHasAbortedIsAnError() {
        Mono<Void> work = engine.transaction(tx -> insert(1)
                .then(engine.status(text("SELECT 1 / 0")))
                .onErrorResume(DatabaseException.class, error -> Mono.empty())
                .then());
        StepVerifier.create(work)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(TransactionException.class)
                        .hasMessage(
                                "The transaction was rolled back instead of committed: a statement in it had failed,"
                                        + " and its error was not passed on. Let the error through, or run that statement in a"
                                        + " nested transaction."))
                .verify();
        StepVerifier.create(notes()).verifyComplete();
    }

    @Test
    void statementsOutsideBorrowAConnectionEach() {
        Mono<Long> distinct = Flux.range(0, 3)
                .flatMap(n -> engine.scalar(text("SELECT pg_backend_pid() FROM pg_sleep(0.1)"), Integer.class))
                .distinct()
                .count();
        StepVerifier.create(distinct).expectNext(3L).verifyComplete();
    }

    @Test
    void acquireGivesOneConnectionToAllInside() {
        Mono<Long> distinct = engine.acquire(connection -> Flux.range(0, 3)
                .flatMap(n -> engine.scalar(text("SELECT pg_backend_pid()"), Integer.class))
                .concatWith(connection.scalar(text("SELECT pg_backend_pid()"), Integer.class))
                .distinct()
                .count());
        StepVerifier.create(distinct).expectNext(1L).verifyComplete();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.QueryTimeout;
import io.gino.row.RowReader;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ExtendWith(PostgresExtension.class)
class CancelIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Text<Integer> MILLIONS =
            text("SELECT g FROM generate_series(1, 3000000) AS g").read(INTEGER);
    private static final Text<Integer> SLEEP =
            text("SELECT 1 FROM pg_sleep(60)").read(INTEGER);

    private final GinoEngine engine;

    CancelIT(TestDatabase database) {
        engine = GinoEngine.builder(database.url()).poolSize(0, 2).build();
    }

    @BeforeEach
    void createTable() {
        engine.status(text("CREATE TABLE IF NOT EXISTS notes (n int, m int)"))
                .then(engine.status(text("TRUNCATE notes")))
                .block(LIMIT);
    }

    @AfterEach
    void nothingIsLeftRunning() {
        Idle.await(engine);
        bothConnectionsAnswer();
        Idle.closed(engine);
    }

    private void bothConnectionsAnswer() {
        Mono<Long> backends = Flux.range(0, 2)
                .flatMap(n -> engine.scalar(text("SELECT pg_backend_pid() FROM pg_sleep(0.05)"), Integer.class))
                .distinct()
                .count();
        StepVerifier.create(backends).expectNext(2L).expectComplete().verify(LIMIT);
    }

    /** Takes one row, and no more until it is told to go on. */
    private static final class OneRow extends BaseSubscriber<Object> {

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
        }
    }

    @Test
    void aSlowSubscriberDoesNotKeepTheConnectionOfAShortResult() {
        AtomicInteger taken = new AtomicInteger();
        OneRow slow = new OneRow();
        engine.all(text("SELECT g FROM generate_series(1, 500) AS g").read(INTEGER))
                .doOnNext(row -> taken.incrementAndGet())
                .subscribe(slow);
        Idle.await(engine);
        assertThat(taken).hasValue(1);
        slow.cancel();
    }

    @Test
    void aHugeResultIsReadAheadByAThousandRowsOnly() {
        AtomicInteger read = new AtomicInteger();
        RowReader<Integer> counting = columns -> cells -> read.incrementAndGet();
        OneRow slow = new OneRow();
        engine.all(MILLIONS.read(counting)).subscribe(slow);
        Mono.fromSupplier(read::get)
                .filter(rows -> rows >= 1024)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(2)))
                .then(Mono.delay(Duration.ofMillis(100)))
                .block(LIMIT);
        // The driver decodes what it has received of a batch before it looks at what was asked for.
        assertThat(read.get()).isLessThan(3000);
        slow.cancel();
    }

    @Test
    void allOfAHugeResultComesToWhoTakesIt() {
        StepVerifier.create(engine.all(MILLIONS).count())
                .expectNext(3_000_000L)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void whoTakesAFewRowsOfManyFreesTheConnection() {
        StepVerifier.create(engine.all(MILLIONS).take(5))
                .expectNextCount(5)
                .expectComplete()
                .verify(LIMIT);
        Idle.await(engine);
        StepVerifier.create(engine.iterate(MILLIONS).take(5))
                .expectNextCount(5)
                .expectComplete()
                .verify(LIMIT);
        Idle.await(engine);
    }

    @Test
    void aCancelledStatementIsCancelledOnTheServer() {
        engine.status(text("INSERT INTO notes SELECT 1, 1 FROM pg_sleep(60)"))
                .timeout(Duration.ofMillis(100))
                .as(StepVerifier::create)
                .expectError(TimeoutException.class)
                .verify(LIMIT);
        Idle.await(engine);
    }

    @Test
    void aStatementThatTakesLongerThanItMayIsCancelledAndSaysSo() {
        engine.with(options().timeout(Duration.ofMillis(100)))
                .all(SLEEP)
                .as(StepVerifier::create)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(QueryTimeout.class)
                        .hasMessage("The statement did not end within 100 ms and was cancelled. SQL: SELECT 1 FROM"
                                + " pg_sleep(60)"))
                .verify(LIMIT);
        Idle.await(engine);
    }

    @Test
    void theTimeoutCoversTheWaitForAConnection() {
        Flux<Integer> both = Flux.range(0, 2).flatMap(n -> engine.all(SLEEP));
        reactor.core.Disposable holders = both.subscribe();
        engine.with(options().timeout(Duration.ofMillis(150)))
                .all(text("SELECT 1").read(INTEGER))
                .as(StepVerifier::create)
                .expectErrorMessage("The statement did not end within 150 ms and was cancelled. SQL: SELECT 1")
                .verify(LIMIT);
        holders.dispose();
        Idle.await(engine);
    }

    @Test
    void aCancelledStatementOfASharedConnectionMakesWayForTheNext() {
        Mono<Integer> work = engine.acquire(connection -> connection
                .all(SLEEP)
                .next()
                .timeout(Duration.ofMillis(50))
                .onErrorResume(TimeoutException.class, late -> connection.scalar(text("SELECT 2"), Integer.class)));
        StepVerifier.create(work).expectNext(2).expectComplete().verify(Duration.ofSeconds(5));
    }

    @Test
    void aTransactionGoesOnWhenSomeRowsOfAResultAreEnough() {
        Mono<Integer> work = engine.transaction(tx -> engine.all(
                        text("SELECT g FROM generate_series(1, 300000) AS g").read(INTEGER))
                .take(5)
                .then(engine.scalar(text("SELECT 2"), Integer.class)));
        StepVerifier.create(work).expectNext(2).expectComplete().verify(LIMIT);
    }

    @Test
    void aCancelledTransactionDoesNotWaitForTheRestOfAResult() {
        Mono<Integer> work =
                engine.transaction(tx -> engine.all(text("SELECT g FROM generate_series(1, 100) AS g, pg_sleep(0.02)")
                                .read(INTEGER))
                        .concatWith(engine.all(SLEEP))
                        .last());
        StepVerifier.create(work.timeout(Duration.ofMillis(300)))
                .expectError(TimeoutException.class)
                .verify(LIMIT);
        Idle.await(engine);
    }

    @Test
    void oneConnectionIsEnoughToUpdateEachRowOfAQueryInATransaction(TestDatabase database) {
        GinoEngine single = GinoEngine.builder(database.url()).poolSize(0, 1).build();
        single.status(text("INSERT INTO notes SELECT g, 0 FROM generate_series(1, 10000) AS g"))
                .block(LIMIT);
        Text<Integer> notes = text("SELECT n FROM notes").read(INTEGER);
        for (int round = 0; round < 2; round++) {
            boolean all = round == 0;
            Mono<Long> updated = single.transaction(tx -> (all ? single.all(notes) : single.iterate(notes))
                    .flatMap(n -> single.status(
                            text("UPDATE notes SET m = m + 1 WHERE n = :n").bind("n", n)))
                    .count());
            single.status(text("CREATE INDEX IF NOT EXISTS notes_n ON notes (n)"))
                    .block(LIMIT);
            StepVerifier.create(updated).expectNext(10_000L).expectComplete().verify(Duration.ofSeconds(60));
        }
        StepVerifier.create(single.scalar(text("SELECT sum(m) FROM notes"), Long.class))
                .expectNext(20_000L)
                .expectComplete()
                .verify(LIMIT);
        Idle.closed(single);
    }

    @Test
    void tenThousandRandomCancellationsLeaveBothConnectionsHealthy() {
        Random random = new Random(42);
        Mono<Long> work = Flux.range(0, 10_000)
                .map(n -> cancelled(random.nextInt(6), random.nextInt(4), random.nextInt(12)))
                .flatMap(one -> one, 16)
                .count();
        StepVerifier.create(work).expectNextCount(1).expectComplete().verify(Duration.ofSeconds(300));
        Idle.await(engine);
    }

    /** A statement of some kind, cancelled after so many milliseconds, or at once, if it has not ended by then. */
    private Mono<Integer> cancelled(int kind, int length, int millis) {
        Text<Integer> statement = length == 0
                ? SLEEP
                : text("SELECT g FROM generate_series(1, :n) AS g")
                        .bind("n", length * length * 1000)
                        .read(INTEGER);
        Mono<Integer> work = switch (kind) {
            case 0 -> engine.all(statement).last();
            case 1 -> engine.iterate(statement).last();
            case 2 -> engine.status(statement).thenReturn(1);
            case 3 -> engine.transaction(tx -> engine.all(statement).last());
            case 4 ->
                engine.transaction(tx -> insert().then(engine.transaction(
                        in -> engine.iterate(statement).last())));
            default ->
                engine.acquire(connection -> connection.all(statement).take(3).last());
        };
        return work.takeUntilOther(millis == 0 ? Mono.empty() : Mono.delay(Duration.ofMillis(millis)))
                .defaultIfEmpty(0);
    }

    private Mono<Status> insert() {
        return engine.status(text("INSERT INTO notes VALUES (1, 1)"));
    }
}

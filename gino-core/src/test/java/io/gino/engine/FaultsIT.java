/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gino.error.ConnectionException;
import io.gino.error.ConnectionLost;
import io.gino.error.DatabaseException;
import io.gino.error.InsufficientResources;
import io.gino.error.LockNotAvailable;
import io.gino.error.QueryTimeout;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

/** What happens when the server, or the way to it, fails. */
@ExtendWith(PostgresExtension.class)
class FaultsIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Text<Integer> BACKEND = text("SELECT pg_backend_pid()").read(Types.INTEGER);

    private final TestDatabase database;
    private final FaultyProxy proxy;
    private final GinoEngine direct;
    private final GinoEngine engine;

    FaultsIT(TestDatabase database) {
        this.database = database;
        proxy = new FaultyProxy(database.host(), database.port());
        direct = GinoEngine.create(database.url());
        engine = GinoEngine.builder(throughProxy())
                .poolSize(0, 4)
                .acquireTimeout(Duration.ofSeconds(1))
                .cancelTimeout(Duration.ofMillis(300))
                .build();
    }

    private String throughProxy() {
        return "postgresql://" + database.username() + ":" + database.password() + "@localhost:" + proxy.port() + "/"
                + database.name();
    }

    @AfterEach
    void thePoolHasRecovered() {
        proxy.pass();
        Flux<Integer> four = Flux.range(0, 4)
                .flatMap(n -> engine.scalar(text("SELECT pg_backend_pid() FROM pg_sleep(0.1)"), Integer.class));
        assertThat(four.distinct().count().block(LIMIT)).isEqualTo(4);
        Idle.closed(engine);
        Idle.closed(direct);
        proxy.close();
    }

    private Mono<Boolean> killed(int pid) {
        return direct.scalar(text("SELECT pg_terminate_backend(:pid)").bind("pid", pid), Boolean.class);
    }

    @Test
    void aKilledBackendIsALostConnection() {
        Mono<Void> work = engine.acquire(connection -> connection
                .first(BACKEND)
                .flatMap(pid -> Mono.when(
                        connection.status(text("SELECT pg_sleep(60)")),
                        Mono.delay(Duration.ofMillis(100)).then(killed(pid)))));
        StepVerifier.create(work)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(ConnectionLost.class)
                        .hasMessage("PostgreSQL refused the statement: terminating connection due to administrator"
                                + " command (57P01). SQL: SELECT pg_sleep(60)"))
                .verify(LIMIT);
    }

    @Test
    void aConnectionCutInTheMiddleOfAResultIsLost() {
        proxy.cutAfter(200_000);
        StepVerifier.create(engine.all(text("SELECT g, repeat('x', 100) FROM generate_series(1, 100000) AS g"))
                        .then())
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(ConnectionLost.class)
                        .hasMessageMatching(
                                "The connection ended before the statement did, so whether it took effect is"
                                        + " not known: .*\\. SQL: SELECT g, repeat\\('x', 100\\) FROM generate_series\\(1,"
                                        + " 100000\\) AS g"))
                .verify(LIMIT);
        proxy.pass();
    }

    @Test
    void aServerThatStopsAnsweringCostsNoMoreThanTheTimeout() {
        assertThat(engine.first(BACKEND).block(LIMIT)).isPositive();
        proxy.beSilent();
        StepVerifier.create(
                        engine.with(options().timeout(Duration.ofMillis(200))).status(text("SELECT 1")))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(QueryTimeout.class)
                        .hasMessage("The statement did not end within 200 ms and was cancelled. SQL: SELECT 1"))
                .verify(Duration.ofSeconds(5));
        Idle.await(engine);
        assertThat(engine).hasToString("GinoEngine(pool max=4 min=0 current=0 in use=0)");
    }

    @Test
    void aServerThatAcceptsAndSaysNothingCostsNoMoreThanTheAcquireTimeout() {
        proxy.beSilent();
        StepVerifier.create(engine.first(BACKEND))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessage(
                                "No connection within 1 s, though this engine uses none: the server does not answer,"
                                        + " or others hold all connections of the pool."))
                .verify(Duration.ofSeconds(5));
        proxy.cut();
    }

    @Test
    void aRestartedServerIsFoundAgain() {
        Mono<Integer> distinct = Flux.range(0, 4)
                .flatMap(n -> engine.first(BACKEND))
                .collectList()
                .map(List::size);
        assertThat(distinct.block(LIMIT)).isEqualTo(4);
        proxy.stop();
        // A connection of which the driver has not heard yet that it is dead costs one statement, and no more than one.
        Mono<Integer> afterTheDead =
                engine.first(BACKEND).retryWhen(Retry.max(4).filter(ConnectionLost.class::isInstance));
        StepVerifier.create(afterTheDead).expectError(ConnectionException.class).verify(LIMIT);
        proxy.pass();
        assertThat(distinct.block(LIMIT)).isEqualTo(4);
    }

    @Test
    void aCommitWhoseAnswerIsLostIsNotSentAgain() {
        direct.status(text("DROP TABLE IF EXISTS paid"))
                .then(direct.status(text("CREATE TABLE paid (n int)")))
                .block(LIMIT);
        Mono<Status> work = engine.transaction(
                TransactionOptions.serializable().retry(3),
                tx -> engine.status(text("INSERT INTO paid VALUES (1)")).doOnNext(stored -> proxy.cutAfter(0)));
        StepVerifier.create(work).expectError(ConnectionLost.class).verify(LIMIT);
        proxy.pass();
        assertThat(direct.scalar(text("SELECT count(*) FROM paid"), Long.class).block(LIMIT))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void anErrorOfTheProtocolThatTheServerGoesOnAfterIsNoLostConnection() {
        Text<?> raise = text("DO $$ BEGIN RAISE EXCEPTION 'misspoken' USING ERRCODE = '08P01'; END $$");
        Mono<Integer> work = engine.acquire(connection -> connection
                .status(raise)
                .onErrorResume(DatabaseException.class, failure -> {
                    assertThat(failure)
                            .isExactlyInstanceOf(DatabaseException.class)
                            .hasMessage("PostgreSQL refused the statement: misspoken (08P01). SQL: DO $$ BEGIN RAISE"
                                    + " EXCEPTION 'misspoken' USING ERRCODE = '08P01'; END $$");
                    return Mono.empty();
                })
                .then(connection.first(BACKEND)));
        StepVerifier.create(work).expectNextCount(1).expectComplete().verify(LIMIT);
    }

    @Test
    void tooManyConnectionsAreToldAsSuch() {
        direct.status(text("CREATE ROLE crowded LOGIN PASSWORD 'crowded' CONNECTION LIMIT 1"))
                .block(LIMIT);
        GinoEngine crowded = GinoEngine.create(
                "postgresql://crowded:crowded@" + database.host() + ":" + database.port() + "/" + database.name());
        Mono<Integer> two = crowded.acquire(one -> crowded.acquire(other -> other.first(BACKEND)));
        StepVerifier.create(two)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageContaining("too many connections for role"))
                .verify(LIMIT);
        Idle.await(crowded);
        crowded.close().then(direct.status(text("DROP ROLE crowded"))).block(LIMIT);
    }

    @Test
    void aFullDiskIsAnErrorOfItsOwn() {
        StepVerifier.create(engine.status(
                        text("DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$")))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(InsufficientResources.class)
                        .hasMessageStartingWith(
                                "PostgreSQL refused the statement: could not extend file (53100). SQL: DO $$"))
                .verify(LIMIT);
    }

    @Test
    void aLockThatIsNotToBeHadIsAnErrorOfItsOwn() {
        direct.status(text("CREATE TABLE IF NOT EXISTS locked (n int)")).block(LIMIT);
        Mono<Status> work = direct.transaction(
                tx -> direct.status(text("LOCK TABLE locked")).then(engine.status(text("LOCK TABLE locked NOWAIT"))));
        StepVerifier.create(work)
                .expectErrorMatches(failure -> !(failure instanceof LockNotAvailable))
                .verify(LIMIT);
        StepVerifier.create(direct.transaction(tx -> direct.status(text("LOCK TABLE locked"))
                        .then(engine.transaction(other -> engine.status(text("LOCK TABLE locked NOWAIT"))))))
                .expectError(LockNotAvailable.class)
                .verify(LIMIT);
    }

    @Test
    void connectTriesUntilTheDatabaseAnswers() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(GinoEngine.class);
        logger.addAppender(log);
        proxy.stop();
        Mono.delay(Duration.ofMillis(250)).subscribe(tick -> proxy.pass());
        assertThat(engine.connect(50, Duration.ofMillis(50)).block(LIMIT)).isSameAs(engine);
        logger.detachAppender(log);
        assertThat(log.list.get(0).getFormattedMessage())
                .startsWith(
                        "Attempt 1 of 50 to connect failed, next in 50 ms: Cannot get a connection to the database:");
        assertThat(log.list.get(log.list.size() - 1).getFormattedMessage())
                .isEqualTo("Connected to the database: GinoEngine(pool max=4 min=0 current=1 in use=0)");
        assertThat(log.list)
                .allSatisfy(
                        line -> assertThat(line.getFormattedMessage()).doesNotContain(":" + database.password() + "@"));
    }

    @Test
    void connectGivesUpAfterItsAttempts() {
        proxy.stop();
        StepVerifier.create(engine.connect(2, Duration.ofMillis(10)))
                .expectError(ConnectionException.class)
                .verify(LIMIT);
    }

    @Test
    void whoIsRefusedByPasswordIsNotTriedAgain() {
        GinoEngine stranger = GinoEngine.create(
                "postgresql://stranger:no@" + database.host() + ":" + database.port() + "/" + database.name());
        StepVerifier.create(stranger.connect(1000, Duration.ofSeconds(1)))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageContaining("stranger"))
                .verify(Duration.ofSeconds(10));
        stranger.close().block(LIMIT);
    }
}

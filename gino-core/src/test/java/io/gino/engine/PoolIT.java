/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.ConnectionException;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ExtendWith(PostgresExtension.class)
class PoolIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Text<Integer> BACKEND = text("SELECT pg_backend_pid()").read(Types.INTEGER);

    private final TestDatabase database;

    PoolIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void anEngineTellsHowManyConnectionsItHas() {
        GinoEngine engine = GinoEngine.builder(database.url()).poolSize(1, 3).build();
        assertThat(engine).hasToString("GinoEngine(pool max=3 min=1 current=0 in use=0)");
        String used = engine.acquire(connection -> Mono.just(engine.toString())).block(LIMIT);
        assertThat(used).isEqualTo("GinoEngine(pool max=3 min=1 current=1 in use=1)");
        Idle.closed(engine);
    }

    @Test
    void withoutAPoolEachUseOpensAConnectionAndClosesIt() {
        GinoEngine engine = GinoEngine.builder(database.url()).withoutPool().build();
        Mono<Long> distinct = Flux.range(0, 3)
                .concatMap(n -> engine.first(BACKEND))
                .distinct()
                .count();
        assertThat(distinct.block(LIMIT)).isEqualTo(3);
        assertThat(engine).hasToString("GinoEngine(no pool max=unlimited min=0 current=0 in use=0)");
        engine.close().block(LIMIT);
    }

    @Test
    void everySettingOfThePoolCanBeReached() {
        GinoEngine engine = GinoEngine.builder(database.url())
                .pool(settings -> settings.maxLifeTime(Duration.ZERO))
                .build();
        Mono<Long> distinct = Flux.range(0, 3)
                .concatMap(n -> engine.first(BACKEND))
                .distinct()
                .count();
        assertThat(distinct.block(LIMIT)).isEqualTo(3);
        Idle.closed(engine);
    }

    @Test
    void newConnectionsAreSetUpBeforeAnyoneGetsThem() {
        GinoEngine engine = GinoEngine.builder(database.url())
                .onConnect(connection -> connection
                        .status(text("SET application_name = 'prepared'"))
                        .then())
                .isolation(Isolation.SERIALIZABLE)
                .build();
        String found = engine.scalar(
                        text(
                                "SELECT current_setting('application_name') || ', ' || current_setting('transaction_isolation')"),
                        String.class)
                .block(LIMIT);
        assertThat(found).isEqualTo("prepared, serializable");
        Idle.closed(engine);
    }

    @Test
    void aConnectionThatCannotBeSetUpIsClosed() {
        GinoEngine engine = GinoEngine.builder(database.url())
                .onConnect(connection ->
                        connection.status(text("SET nonsense TO 1")).then())
                .build();
        StepVerifier.create(engine.first(BACKEND))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .hasMessage("PostgreSQL refused the statement: unrecognized configuration parameter"
                                + " \"nonsense\" (42704). SQL: SET nonsense TO 1"))
                .verify(LIMIT);
        assertThat(engine).hasToString("GinoEngine(pool max=10 min=0 current=0 in use=0)");
        engine.close().block(LIMIT);
    }

    @Test
    void closeWaitsForRunningWork() {
        GinoEngine engine = GinoEngine.create(database.url());
        AtomicBoolean isDone = new AtomicBoolean();
        Mono<Status> work = engine.status(text("SELECT pg_sleep(0.3)")).doOnSuccess(status -> isDone.set(true));
        Mono<Boolean> closed =
                Mono.delay(Duration.ofMillis(100)).then(engine.close()).then(Mono.fromSupplier(isDone::get));
        StepVerifier.create(Mono.zip(work, closed).map(both -> both.getT2()))
                .expectNext(true)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void closeWaitsNoLongerThanItsLimit() {
        GinoEngine engine = GinoEngine.create(database.url());
        Mono<Status> work = engine.status(text("SELECT pg_sleep(60)")).onErrorComplete();
        Mono<Void> closed = Mono.delay(Duration.ofMillis(200)).then(engine.close(Duration.ofMillis(100)));
        reactor.core.Disposable running = work.subscribe();
        StepVerifier.create(closed).expectComplete().verify(Duration.ofSeconds(5));
        running.dispose();
    }

    @Test
    void whatIsClosedLendsNothing() {
        GinoEngine engine = GinoEngine.create(database.url());
        engine.first(BACKEND).block(LIMIT);
        engine.close().block(LIMIT);
        StepVerifier.create(engine.first(BACKEND))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessage("This engine is closed. Create another one."))
                .verify(LIMIT);
        StepVerifier.create(engine.close()).expectComplete().verify(LIMIT);
    }

    @Test
    void connectionsThatDiedIdleAreReplacedUnseen() {
        GinoEngine engine = GinoEngine.builder(database.url()).poolSize(0, 5).build();
        Flux<Integer> five = Flux.range(0, 5)
                .flatMap(n -> engine.scalar(text("SELECT pg_backend_pid() FROM pg_sleep(0.1)"), Integer.class));
        assertThat(five.distinct().count().block(LIMIT)).isEqualTo(5);
        GinoEngine killer = GinoEngine.create(database.url());
        String killAll =
                "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() AND backend_type = 'client backend'";
        assertThat(killer.scalar(text(killAll), Long.class).block(LIMIT)).isEqualTo(5);
        // The end of a connection takes a moment to be heard of.
        Mono<Long> again =
                Mono.delay(Duration.ofMillis(200)).then(five.distinct().count());
        assertThat(again.block(LIMIT)).isEqualTo(5);
        Idle.closed(engine);
        Idle.closed(killer);
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        EngineBuilder builder = GinoEngine.builder(database.url());
        assertThatThrownBy(() -> builder.poolSize(5, 2))
                .isInstanceOf(ConnectionException.class)
                .hasMessage(
                        "A pool cannot have from 5 to 2 connections. Give at least 0 and 1, the smaller one first.");
        assertThatThrownBy(() -> builder.acquireTimeout(Duration.ZERO))
                .hasMessage("The acquireTimeout of 0 ms leaves no time. Give more.");
        assertThatThrownBy(() -> builder.readAhead(0))
                .hasMessage("Reading 0 rows ahead reads nothing. Give at least 1.");
    }

    @Test
    void aFactorysConnectionsAreSetUpWhereTheyComeFrom() {
        EngineBuilder builder = GinoEngine.builder(Urls.factory(database.url()));
        assertThatThrownBy(() -> builder.poolSize(1, 2))
                .isInstanceOf(ConnectionException.class)
                .hasMessage("poolSize(…) is for an engine that is made from a URL and opens its own connections. Say it"
                        + " where these connections come from.");
    }
}

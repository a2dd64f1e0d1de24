/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.AcquireOptions.options;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.ConnectionException;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The rules of acquiring and releasing, one by one. */
@ExtendWith(PostgresExtension.class)
class AcquireIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Text<Integer> BACKEND = text("SELECT pg_backend_pid()").read(Types.INTEGER);

    private final GinoEngine engine;

    AcquireIT(TestDatabase database) {
        engine = GinoEngine.builder(database.url())
                .poolSize(0, 2)
                .acquireTimeout(Duration.ofMillis(300))
                .build();
    }

    @AfterEach
    void close() {
        Idle.closed(engine);
    }

    private static <T> T await(Mono<T> work) {
        return work.block(LIMIT);
    }

    private String inUse() {
        return engine.toString().replaceAll(".*in use=(\\d+)\\)", "$1");
    }

    @Test
    void eachAcquireIsAConnectionOfItsOwn() {
        Mono<Boolean> same = engine.acquire(outer -> outer.first(BACKEND)
                .flatMap(pid -> engine.acquire(inner -> inner.first(BACKEND)).map(pid::equals)));
        assertThat(await(same)).isFalse();
    }

    @Test
    void reuseSharesTheConnectionInScope() {
        Mono<Boolean> same = engine.acquire(outer -> outer.first(BACKEND)
                .flatMap(pid -> engine.acquire(options().reuse(true), inner -> inner.first(BACKEND))
                        .map(pid::equals)));
        assertThat(await(same)).isTrue();
    }

    @Test
    void reuseTakesTheInnermostReusableConnection() {
        Mono<Boolean> same = engine.acquire(outer -> engine.acquire(middle -> middle.first(BACKEND)
                .flatMap(pid -> engine.acquire(options().reuse(true), inner -> inner.first(BACKEND))
                        .map(pid::equals))));
        assertThat(await(same)).isTrue();
    }

    @Test
    void whatIsNotReusableIsPassedOver() {
        Mono<Boolean> same = engine.acquire(outer -> outer.first(BACKEND)
                .flatMap(pid -> engine.acquire(options().reusable(false), isolated -> engine.first(BACKEND))
                        .map(pid::equals)));
        assertThat(await(same)).isTrue();
    }

    @Test
    void aLazyConnectionIsBorrowedWhenItIsUsed() {
        Mono<String> used = engine.acquire(
                options().lazy(true),
                connection -> Mono.fromSupplier(() -> connection.isBorrowed() + " " + inUse())
                        .flatMap(before -> connection
                                .first(BACKEND)
                                .map(pid -> before + ", " + connection.isBorrowed() + " " + inUse())));
        assertThat(await(used)).isEqualTo("false 0, true 1");
    }

    @Test
    void theFirstWhoNeedsALazyConnectionBorrowsItForAllWhoShareIt() {
        Mono<Long> distinct = engine.acquire(
                options().lazy(true),
                root -> Flux.range(0, 8)
                        .flatMap(n ->
                                engine.acquire(options().reuse(true).lazy(n % 2 == 0), shared -> shared.first(BACKEND)))
                        .distinct()
                        .count());
        assertThat(await(distinct)).isEqualTo(1);
    }

    @Test
    void statementsJoinALazyConnectionInScope() {
        Mono<Long> distinct = engine.acquire(
                options().lazy(true),
                root -> Flux.range(0, 8)
                        .flatMap(n -> engine.first(BACKEND))
                        .distinct()
                        .count());
        assertThat(await(distinct)).isEqualTo(1);
    }

    @Test
    void theWaitForAConnectionHasALimitAndSaysWhoHasThem() {
        Mono<Integer> nested =
                engine.acquire(one -> engine.acquire(two -> engine.acquire(three -> three.first(BACKEND))));
        StepVerifier.create(nested)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageMatching(
                                "No connection became free within 300 ms: 2 are in use, the longest for \\d+"
                                        + " ms\\. Work that holds one and waits for another, as acquire\\(…\\) inside"
                                        + " acquire\\(…\\) does, may be waiting for itself: let the inner one reuse the outer"
                                        + " one's connection\\."))
                .verify(LIMIT);
    }

    @Test
    void theLimitCanBeSaidForOneAcquire() {
        Mono<Integer> nested = engine.acquire(one -> engine.acquire(
                two -> engine.acquire(options().timeout(Duration.ofMillis(40)), three -> three.first(BACKEND))));
        StepVerifier.create(nested)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .hasMessageStartingWith("No connection became free within 40 ms: 2 are in use"))
                .verify(LIMIT);
    }

    @Test
    void aConnectionAcquiredByHandIsReleasedByHand() {
        GinoConnection connection = await(engine.acquire());
        assertThat(inUse()).isEqualTo("1");
        assertThat(await(connection.first(BACKEND))).isPositive();
        await(connection.release());
        assertThat(inUse()).isEqualTo("0");
    }

    @Test
    void aConnectionIsReleasedOnceOnly() {
        GinoConnection connection = await(engine.acquire());
        await(connection.release());
        StepVerifier.create(connection.release())
                .expectErrorMessage("This connection is already released. Acquire another one.")
                .verify(LIMIT);
        StepVerifier.create(connection.release(false)).expectComplete().verify(LIMIT);
        StepVerifier.create(connection.first(BACKEND))
                .expectErrorMessage("This connection is already released. Acquire another one.")
                .verify(LIMIT);
    }

    @Test
    void aConnectionReleasedForNowBorrowsAgain() {
        GinoConnection connection = await(engine.acquire());
        for (int i = 0; i < 3; i++) {
            assertThat(await(connection.first(BACKEND))).isPositive();
            await(connection.release(false));
            assertThat(inUse()).isEqualTo("0");
        }
        await(connection.release());
    }

    @Test
    void whoSharesAConnectionEndsWithIt() {
        GinoConnection root = await(engine.acquire());
        GinoConnection shared = await(engine.acquire(options().reuse(true))
                .contextWrite(context -> root.scope().apply(context)));
        assertThat(await(shared.first(BACKEND))).isEqualTo(await(root.first(BACKEND)));
        await(root.release(false));
        assertThat(await(shared.first(BACKEND))).isPositive();
        await(root.release());
        StepVerifier.create(shared.first(BACKEND))
                .expectErrorMessage("This connection is already released permanently. Acquire another one;"
                        + " release(false) would have kept this one for later.")
                .verify(LIMIT);
    }

    @Test
    void releasingWhatIsSharedLeavesTheSharedOneAlone() {
        GinoConnection root = await(engine.acquire());
        GinoConnection shared = await(engine.acquire(options().reuse(true))
                .contextWrite(context -> root.scope().apply(context)));
        await(shared.release(false));
        await(shared.release());
        assertThat(inUse()).isEqualTo("1");
        StepVerifier.create(shared.first(BACKEND))
                .expectErrorMessage("This connection is already released. Acquire another one.")
                .verify(LIMIT);
        assertThat(await(root.first(BACKEND))).isPositive();
        await(root.release());
    }

    @Test
    void aScopeMayReleaseItsConnectionEarly() {
        Mono<String> work = engine.acquire(connection ->
                connection.first(BACKEND).then(connection.release()).then(Mono.fromSupplier(this::inUse)));
        assertThat(await(work)).isEqualTo("0");
    }

    @Test
    void theCurrentConnectionIsTheInnermostThatIsNotReleased() {
        Mono<Boolean> work = engine.acquire(outer -> engine.acquire(
                inner -> inner.release().then(engine.currentConnection().map(current -> current == outer))));
        assertThat(await(work)).isTrue();
        StepVerifier.create(engine.currentConnection()).expectComplete().verify(LIMIT);
    }

    @Test
    void twoEnginesNeverMix(TestDatabase database) {
        GinoEngine other = GinoEngine.create(database.url());
        Mono<Boolean> same = engine.acquire(connection ->
                connection.first(BACKEND).flatMap(pid -> other.first(BACKEND).map(pid::equals)));
        assertThat(await(same)).isFalse();
        Idle.closed(other);
    }

    @Test
    void aConnectionThatCannotBeBorrowedLeavesNothingBehind(TestDatabase database) {
        GinoEngine nowhere = GinoEngine.create(database.url().replaceFirst("/[^/]*$", "/nowhere"));
        StepVerifier.create(nowhere.acquire(connection -> nowhere.currentConnection()))
                .expectError(ConnectionException.class)
                .verify(LIMIT);
        assertThat(nowhere.toString()).endsWith("in use=0)");
        nowhere.close().block(LIMIT);
    }

    @Test
    void aConnectionWithATransactionLeftOpenIsRolledBackBeforeItIsLentAgain() {
        Mono<Status> left = engine.acquire(connection ->
                connection.status(text("BEGIN")).then(connection.status(text("CREATE TABLE left_open (n int)"))));
        await(left);
        assertThat(await(engine.scalar(text("SELECT to_regclass('left_open') IS NULL"), Boolean.class)))
                .isTrue();
    }

    @Test
    void sixtyFourWorkersShareTwoConnections() {
        Mono<Long> work = Flux.range(0, 64)
                .flatMap(n -> engine.acquire(
                        options().timeout(LIMIT),
                        connection -> connection.first(BACKEND).then(engine.first(BACKEND))))
                .distinct()
                .count();
        assertThat(await(work)).isBetween(1L, 2L);
    }
}

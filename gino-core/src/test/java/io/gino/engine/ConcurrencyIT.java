/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.QueryTimeout;
import io.gino.error.UniqueViolation;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Sixty-four at the same time over four connections. */
@ExtendWith(PostgresExtension.class)
class ConcurrencyIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CLIENTS = 64;
    private static final Text<Integer> BACKEND = text("SELECT pg_backend_pid()").read(INTEGER);
    private static final Text<Integer> THOUSAND =
            text("SELECT g FROM generate_series(1, 1000) AS g").read(INTEGER);

    private final Column<Integer> id = column("id", INTEGER).primaryKey();
    private final Column<Integer> hits = column("hits", INTEGER);
    private final MetaData metadata = new MetaData();
    private final Table counters = metadata.table("counters", id, hits);
    private final GinoEngine engine;

    ConcurrencyIT(TestDatabase database) {
        engine = GinoEngine.builder(database.url())
                .poolSize(0, 4)
                .acquireTimeout(Duration.ofSeconds(50))
                .build();
    }

    @BeforeEach
    void create() {
        engine.schema(metadata).createAll().block(LIMIT);
        engine.status(counters.insert().set(id, 0).set(hits, 0)).block(LIMIT);
    }

    @AfterEach
    void drop() {
        engine.schema(metadata).dropAll().block(LIMIT);
        Idle.closed(engine);
    }

    private static <T> Flux<T> clients(Mono<T> each) {
        return Flux.range(0, CLIENTS).flatMap(n -> each, CLIENTS);
    }

    private Mono<Status> hit() {
        return engine.status(counters.update().set(hits, hits.plus(1)).where(id.eq(0)));
    }

    private Integer stored() {
        return engine.scalar(select(hits).from(counters).where(id.eq(0))).block(LIMIT);
    }

    @Test
    void transactionsLoseNoUpdate() {
        Mono<Status> work = engine.transaction(tx -> hit().then(engine.transaction(inner -> hit())));
        clients(work.repeat(9).then()).blockLast(LIMIT);
        assertThat(stored()).isEqualTo(CLIENTS * 20);
    }

    @Test
    void branchesOfOneTransactionRunInTurnOnItsConnection() {
        Mono<Long> backends = engine.transaction(
                tx -> clients(hit().then(engine.first(BACKEND))).distinct().count());
        assertThat(backends.block(LIMIT)).isEqualTo(1);
        assertThat(stored()).isEqualTo(CLIENTS);
    }

    @Test
    void oneBranchThatFailsUndoesAllOfThem() {
        Mono<Void> work = engine.transaction(tx -> Flux.range(0, CLIENTS)
                .flatMap(n -> n == 40 ? engine.status(counters.insert().set(id, 0)) : hit(), CLIENTS)
                .then());
        StepVerifier.create(work).expectError(UniqueViolation.class).verify(LIMIT);
        assertThat(stored()).isZero();
    }

    @Test
    void streamsOfWhichHalfIsTakenFreeTheirConnections() {
        Mono<Long> half = engine.with(options().fetchSize(100))
                .iterate(THOUSAND)
                .take(500)
                .count();
        assertThat(clients(half).collectList().block(LIMIT)).hasSize(CLIENTS).containsOnly(500L);
    }

    @Test
    void cursorsOfOneTransactionAreReadSideBySide() {
        Mono<Long> whole =
                engine.with(options().fetchSize(100)).iterate(THOUSAND).count();
        assertThat(engine.transaction(tx -> clients(whole).collectList()).block(LIMIT))
                .hasSize(CLIENTS)
                .containsOnly(1_000L);
    }

    @Test
    void copiesDoNotMix() {
        Flux<Status> copies = Flux.range(1, CLIENTS)
                .flatMap(
                        client -> engine.copyIn(
                                counters,
                                List.of(id, hits),
                                Flux.range(client * 1_000, 1_000).map(n -> List.of(n, client))),
                        CLIENTS);
        assertThat(copies.collectList().block(LIMIT)).containsOnly(new Status("COPY", 1_000, 0));
        Mono<List<Long>> each = engine.all(
                        text("SELECT count(*) FROM counters WHERE hits > 0 AND id / 1000 = hits GROUP BY hits")
                                .read(BIGINT))
                .collectList();
        assertThat(each.block(LIMIT)).hasSize(CLIENTS).containsOnly(1_000L);
    }

    @Test
    void manySetsDoNotMix() {
        var insert = counters.insert().set(id, parameter("id", INTEGER)).set(hits, parameter("hits", INTEGER));
        Flux<Status> work = Flux.range(1, CLIENTS)
                .flatMap(
                        client -> engine.status(
                                insert,
                                IntStream.range(0, 1_000)
                                        .mapToObj(n -> Map.of("id", client * 1_000 + n, "hits", client))
                                        .toList()),
                        CLIENTS);
        assertThat(work.collectList().block(LIMIT)).containsOnly(new Status("INSERT", 1_000, 0));
        assertThat(engine.all(counters.select()).count().block(LIMIT)).isEqualTo(CLIENTS * 1_000L + 1);
    }

    @Test
    void timeoutsOfAllLeaveAHealthyPool() {
        Mono<String> late = engine.with(options().timeout(Duration.ofMillis(150)))
                .status(text("SELECT pg_sleep(60)"))
                .map(Status::command)
                .onErrorResume(QueryTimeout.class, failure -> Mono.just("late"));
        assertThat(clients(late).collectList().block(LIMIT)).hasSize(CLIENTS).containsOnly("late");
        Idle.await(engine);
        assertThat(clients(engine.first(BACKEND)).distinct().count().block(LIMIT))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void everyoneWhoWaitsForAConnectionGetsOne() {
        Mono<Integer> work = engine.acquire(
                connection -> connection.status(text("SELECT pg_sleep(0.01)")).then(connection.first(BACKEND)));
        assertThat(clients(work).collectList().block(LIMIT)).hasSize(CLIENTS);
    }
}

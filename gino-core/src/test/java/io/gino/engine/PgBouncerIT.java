/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Through PgBouncer, which gives another connection to each transaction, with the one setting that this needs. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PgBouncerIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Text<Integer> BACKEND = text("SELECT pg_backend_pid()").read(INTEGER);

    private final MetaData metadata = new MetaData();
    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Table hosts = metadata.table("hosts", id, name);
    private PgBouncer bouncer;
    private GinoEngine engine;

    @BeforeAll
    void start(TestDatabase database) {
        assumeTrue(PgBouncer.program().isPresent(), "Needs pgbouncer");
        bouncer = PgBouncer.before(database);
        engine = GinoEngine.builder("postgresql://" + database.username() + "@127.0.0.1:" + bouncer.port() + "/"
                        + database.name() + "?preparedStatementCacheQueries=0")
                .poolSize(0, 64)
                .build();
        engine.schema(metadata).createAll().block(LIMIT);
    }

    @AfterAll
    void stop() {
        if (bouncer != null) {
            Idle.closed(engine);
            bouncer.close();
        }
    }

    @BeforeEach
    void fill() {
        engine.status(hosts.delete().everyRow()).block(LIMIT);
        List<Map<String, Object>> sets = IntStream.rangeClosed(1, 1_000)
                .mapToObj(n -> Map.<String, Object>of("id", n, "name", "n" + n))
                .toList();
        engine.status(hosts.insert().set(id, parameter("id", BIGINT)).set(name, parameter("name", TEXT)), sets)
                .block(LIMIT);
    }

    @AfterEach
    void nothingIsLeft() {
        Idle.await(engine);
        StepVerifier.create(engine.first(BACKEND))
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void sixtyFourClientsShareTwoConnections() {
        Mono<List<String>> names = Flux.range(0, 640)
                .flatMap(n -> engine.first(hosts.select().where(id.eq(n % 1_000 + 1L))), 64)
                .map(row -> row.get(name))
                .collectList();
        assertThat(names.block(LIMIT)).hasSize(640).contains("n1", "n640");
        Mono<Long> backends = Flux.range(0, 640)
                .flatMap(n -> engine.first(BACKEND), 64)
                .distinct()
                .count();
        assertThat(backends.block(LIMIT)).isLessThanOrEqualTo(2);
    }

    @Test
    void aTransactionStaysOnItsConnection() {
        Mono<Long> backends = engine.transaction(tx -> Flux.range(0, 10)
                .concatMap(n -> engine.status(hosts.update().set(name, "x").where(id.eq((long) n)))
                        .then(engine.first(BACKEND)))
                .distinct()
                .count());
        assertThat(Flux.range(0, 16).flatMap(n -> backends).collectList().block(LIMIT))
                .containsOnly(1L);
    }

    @Test
    void whatFailsIsRolledBack() {
        Mono<Status> work = engine.transaction(tx -> engine.status(
                        hosts.delete().everyRow())
                .then(engine.status(hosts.insert().set(id, 1L)))
                .then(engine.transaction(inner -> engine.status(hosts.insert().set(id, 1L)))));
        StepVerifier.create(work).expectError(UniqueViolation.class).verify(LIMIT);
        assertThat(engine.all(hosts.select()).count().block(LIMIT)).isEqualTo(1_000);
    }

    @Test
    void manyRowsComeInBatches() {
        assertThat(engine.with(options().fetchSize(100))
                        .iterate(hosts.select().where(id.gt(0L)))
                        .count()
                        .block(LIMIT))
                .isEqualTo(1_000);
        Mono<Long> inTransaction = engine.transaction(tx -> engine.with(
                        options().fetchSize(100))
                .iterate(hosts.select().where(id.gt(0L)))
                .flatMap(row -> engine.status(hosts.update().set(name, "y").where(id.eq(row.get(id)))))
                .count());
        assertThat(inTransaction.block(LIMIT)).isEqualTo(1_000);
    }

    @Test
    void copyGoesBothWays() {
        Flux<List<Object>> rows = Flux.range(2_000, 5_000).map(n -> List.of((long) n, "copied"));
        assertThat(engine.copyIn(hosts, List.of(id, name), rows).block(LIMIT)).isEqualTo(new Status("COPY", 5_000, 0));
        assertThat(engine.copyOut(hosts.select(), CopyFormat.CSV).count().block(LIMIT))
                .isEqualTo(6_000);
    }

    @Test
    void whatTakesTooLongIsCancelledThroughIt() {
        StepVerifier.create(engine.with(options().timeout(Duration.ofMillis(200)))
                        .status(text("SELECT pg_sleep(60), :n").bind("n", 7)))
                .expectError(QueryTimeout.class)
                .verify(LIMIT);
        Text<Long> sleeping = text("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE"
                        + " '%pg_sleep(60)%' AND pid <> pg_backend_pid()")
                .read(BIGINT);
        engine.first(sleeping)
                .filter(count -> count == 0)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(20)))
                .block(LIMIT);
    }

    @Test
    void aChangedTableIsNoMatter() {
        engine.all(hosts.select()).count().block(LIMIT);
        engine.status(text("ALTER TABLE hosts ADD COLUMN added int")).block(LIMIT);
        assertThat(engine.all(text("SELECT * FROM hosts WHERE id > :id").bind("id", 0))
                        .count()
                        .block(LIMIT))
                .isEqualTo(1_000);
        engine.status(text("ALTER TABLE hosts DROP COLUMN added")).block(LIMIT);
    }
}

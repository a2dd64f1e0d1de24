/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.DatabaseException;
import io.gino.error.StatementException;
import io.gino.error.UndefinedTable;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Statement;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What COPY writes of a query, over a pool of one connection, which must be usable after whatever happened. */
@ExtendWith(PostgresExtension.class)
class CopyOutIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Statement<?> MANY = text("SELECT generate_series(1, 3000000), repeat('x', 100)");

    private final MetaData metadata = new MetaData();
    private final Column<Integer> id = column("id", INTEGER).primaryKey().withoutIdentity();
    private final Column<String> name = column("Name", TEXT);
    private final Table table = metadata.table("copied", id, name);
    private final GinoEngine engine;

    CopyOutIT(TestDatabase database) {
        engine = GinoEngine.create(database.url() + (database.url().contains("?") ? "&" : "?") + "maxSize=1");
    }

    @BeforeEach
    void fill() {
        engine.schema(metadata)
                .dropAll()
                .then(engine.schema(metadata).createAll())
                .then(engine.status(table.insert()
                        .rows(
                                List.of(id, name),
                                List.of(
                                        List.of(1, "plain"),
                                        List.of(2, "a,\"b\"\nc\td\\é✓"),
                                        java.util.Arrays.asList(3, null),
                                        List.of(4, "")))))
                .block(TIMEOUT);
    }

    @AfterEach
    void close() {
        engine.close().block(TIMEOUT);
    }

    private void assertThatTheConnectionIsUsable() {
        assertThat(engine.scalar(text("SELECT 1"), Integer.class).block(Duration.ofSeconds(5)))
                .isEqualTo(1);
    }

    @Test
    void writesRowsAsCsv() {
        StepVerifier.create(engine.copyOut(table.select().orderBy(id)))
                .expectNext("1,plain", "2,\"a,\"\"b\"\"\nc\td\\é✓\"", "3,", "4,\"\"")
                .verifyComplete();
    }

    @Test
    void writesTheNamesOfColumnsBeforeTheRows() {
        StepVerifier.create(engine.copyOut(select(id, name).from(table).where(id.eq(1)), CopyFormat.CSV_WITH_HEADER))
                .expectNext("id,Name", "1,plain")
                .verifyComplete();
    }

    @Test
    void writesRowsAsText() {
        StepVerifier.create(engine.copyOut(table.select().orderBy(id), CopyFormat.TEXT))
                .expectNext("1\tplain", "2\ta,\"b\"\\nc\\td\\\\é✓", "3\t\\N", "4\t")
                .verifyComplete();
    }

    @Test
    void takesValuesAsLiterals() {
        StepVerifier.create(engine.copyOut(select(id)
                        .from(table)
                        .where(id.in(1, 2, 3).and(name.ne("it's \\ \"x\"")))
                        .orderBy(id)
                        .limit(1)
                        .offset(1)))
                .expectNext("2")
                .verifyComplete();
        StepVerifier.create(engine.copyOut(text("SELECT :n::int - :m, :t")
                        .bind("n", 1)
                        .bind("m", -1)
                        .bind("t", "'; DROP TABLE copied; --")))
                .expectNext("2,'; DROP TABLE copied; --")
                .verifyComplete();
    }

    @Test
    void writesWhatAStatementReturns() {
        StepVerifier.create(engine.copyOut(table.delete().where(id.le(2)).returning(id)))
                .expectNext("1", "2")
                .verifyComplete();
        StepVerifier.create(engine.copyOut(select(id).from(table).orderBy(id)))
                .expectNext("3", "4")
                .verifyComplete();
    }

    @Test
    void aParameterWithoutAValueIsRefused() {
        StepVerifier.create(engine.copyOut(text("SELECT :n")))
                .expectErrorSatisfies(error -> assertThat(error).isInstanceOf(StatementException.class))
                .verify(TIMEOUT);
        assertThatTheConnectionIsUsable();
    }

    @Test
    void anErrorIsTypedAsElsewhere() {
        StepVerifier.create(engine.copyOut(text("SELECT * FROM nowhere")))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UndefinedTable.class)
                        .hasMessage(
                                "PostgreSQL refused the statement: relation \"nowhere\" does not exist (42P01). What is declared is"
                                        + " created by createAll(), or by a migration. SQL:"
                                        + " COPY (SELECT * FROM nowhere) TO STDOUT WITH (FORMAT csv)"))
                .verify(TIMEOUT);
        StepVerifier.create(engine.copyOut(text("SELECT 1 / (3 - n) FROM generate_series(1, 5) AS n")))
                .expectNext("0", "1")
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageStartingWith("PostgreSQL refused the statement: division by zero (22012)."))
                .verify(TIMEOUT);
        assertThatTheConnectionIsUsable();
    }

    @Test
    void anErrorShowsTheSqlWithoutItsValues() {
        StepVerifier.create(engine.copyOut(
                        text("SELECT 1 FROM nowhere WHERE x = :x").bind("x", "secret")))
                .expectErrorSatisfies(error -> assertThat(error)
                        .hasMessage(
                                "PostgreSQL refused the statement: relation \"nowhere\" does not exist (42P01). What is declared is"
                                        + " created by createAll(), or by a migration. SQL:"
                                        + " COPY (SELECT 1 FROM nowhere WHERE x = $1) TO STDOUT WITH (FORMAT csv)"))
                .verify(TIMEOUT);
    }

    @Test
    void theConnectionIsFreeAtOnceWhenTheRestIsNotWanted() {
        StepVerifier.create(engine.copyOut(MANY).take(5).count()).expectNext(5L).verifyComplete();
        long elapsed = engine.scalar(text("SELECT 1"), Integer.class)
                .elapsed()
                .map(timed -> timed.getT1())
                .block(TIMEOUT);
        assertThat(elapsed).isLessThan(1000);
    }

    @Test
    void aConnectionIsWholeAfterManyCancellations() {
        for (int i = 0; i < 50; i++) {
            StepVerifier.create(engine.copyOut(MANY).take(1 + i * 7).count())
                    .expectNext(1L + i * 7)
                    .verifyComplete();
            assertThatTheConnectionIsUsable();
        }
    }

    @Test
    void rowsAreSentOnlyAsFastAsTheyAreAskedFor() {
        AtomicLong received = new AtomicLong();
        BaseSubscriber<String> slow = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(10);
            }

            @Override
            protected void hookOnNext(String row) {
                received.incrementAndGet();
            }
        };
        engine.copyOut(MANY).subscribe(slow);
        Mono.delay(Duration.ofSeconds(2)).block();
        assertThat(received).hasValue(10);
        slow.cancel();
        assertThatTheConnectionIsUsable();
    }

    @Test
    void joinsTheTransactionInScopeAndLetsOtherStatementsFollow() {
        StepVerifier.create(engine.transactionMany(transaction -> engine.status(
                                table.update().set(name, "new").everyRow())
                        .thenMany(engine.copyOut(table.select().orderBy(id)))
                        .concatMap(row ->
                                engine.scalar(text("SELECT 1"), Integer.class).thenReturn(row))))
                .expectNext("1,new", "2,new", "3,new", "4,new")
                .verifyComplete();
    }

    @Test
    void aTransactionGoesOnWhenTheRestIsNotWanted() {
        Statement<?> some = text("SELECT n FROM generate_series(1, 100000) AS n");
        StepVerifier.create(engine.transaction(transaction -> engine.copyOut(some)
                        .take(3)
                        .count()
                        .then(engine.status(table.delete().where(id.eq(1))))))
                .expectNext(new Status("DELETE", 1, 0))
                .verifyComplete();
        assertThatTheConnectionIsUsable();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.compile.PostgresCompiler;
import io.gino.error.DatabaseException;
import io.gino.error.NotNullViolation;
import io.gino.error.StatementException;
import io.gino.error.UndefinedTable;
import io.gino.error.UniqueViolation;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Rows into a table by COPY, over a pool of one connection, which must be usable after whatever happened. */
@ExtendWith(PostgresExtension.class)
class CopyInIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final MetaData metadata = new MetaData();
    private final Column<Integer> id = column("id", INTEGER).primaryKey().withoutIdentity();
    private final Column<String> name = column("my \"name", TEXT).notNull().serverDefault(literal(TEXT, "none"));
    private final Table table = metadata.table("Odd name", id, name);
    private final GinoEngine engine;

    CopyInIT(TestDatabase database) {
        engine = GinoEngine.create(database.url() + (database.url().contains("?") ? "&" : "?") + "maxSize=1");
    }

    @BeforeEach
    void create() {
        engine.schema(metadata)
                .dropAll()
                .then(engine.schema(metadata).createAll())
                .block(TIMEOUT);
    }

    @AfterEach
    void close() {
        engine.close().block(TIMEOUT);
    }

    private Mono<Status> copy(Flux<List<Object>> rows) {
        return engine.copyIn(table, List.of(id, name), rows);
    }

    private static Flux<List<Object>> rows(int count) {
        return Flux.range(1, count).map(i -> List.of(i, "name " + i));
    }

    private void assertThatStored(long expected) {
        assertThat(engine.scalar(select(count()).from(table)).block(TIMEOUT)).isEqualTo(expected);
    }

    @Test
    void isOneStatementWithQuotedNames() {
        assertThat(new CopyIn(table, List.of(id, name), Flux.empty())
                        .compiled(new CopyFormats(new PostgresCompiler()))
                        .sql())
                .isEqualTo("COPY \"Odd name\" (id, \"my \"\"name\") FROM STDIN WITH (FORMAT binary)");
        Column<Integer> number = column("number", INTEGER);
        Table other = new MetaData().table("shop.goods", number);
        assertThat(new CopyIn(other, List.of(number), Flux.empty())
                        .compiled(new CopyFormats(new PostgresCompiler()))
                        .sql())
                .isEqualTo("COPY shop.goods (number) FROM STDIN WITH (FORMAT binary)");
    }

    @Test
    void storesTwoHundredThousandRowsInOneCall() {
        assertThat(copy(rows(200_000)).block(TIMEOUT)).isEqualTo(new Status("COPY", 200_000, 0));
        assertThatStored(200_000);
        assertThat(engine.scalar(select(name).from(table).where(id.eq(199_999))).block(TIMEOUT))
                .isEqualTo("name 199999");
    }

    @Test
    void storesNoRows() {
        assertThat(copy(Flux.empty()).block(TIMEOUT)).isEqualTo(new Status("COPY", 0, 0));
    }

    @Test
    void storesTextAsItIs() {
        List<String> texts = List.of(
                "",
                " ",
                "\\",
                "\\N",
                "\\.",
                "\t",
                "a\tb\nc\rd\r\n",
                "\b\f\u000b",
                "\\t",
                "\"'",
                "é✓😀",
                "\u0001\u007f",
                "\\x41",
                "\\101",
                "a\\",
                "NULL",
                "x".repeat(300_000));
        copy(Flux.range(0, texts.size()).map(i -> List.of(i, texts.get(i)))).block(TIMEOUT);
        assertThat(engine.all(select(name).from(table).orderBy(id))
                        .collectList()
                        .block(TIMEOUT))
                .isEqualTo(texts);
    }

    @Test
    void leavesColumnsThatAreNotNamedToTheirDefaults() {
        engine.copyIn(table, List.of(id), Flux.just(List.of(1))).block(TIMEOUT);
        assertThat(engine.scalar(select(name).from(table)).block(TIMEOUT)).isEqualTo("none");
    }

    @Test
    void aNullIsNullAndNotTheDefault() {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(2, null));
        assertThatThrownBy(() -> engine.copyIn(table, List.of(id, name), Flux.just(List.of(1, "a"), row))
                        .block(TIMEOUT))
                .isInstanceOf(NotNullViolation.class)
                .hasMessage(
                        "Column 'Odd name.my \"name' cannot be NULL. It was row 2 of the COPY. SQL: COPY \"Odd name\""
                                + " (id, \"my \"\"name\") FROM STDIN WITH (FORMAT binary)");
        assertThatStored(0);
    }

    @Test
    void aRowThatTheDatabaseRefusesFailsAllAndIsNamedByItsNumber() {
        Flux<List<Object>> rows = rows(150_000).map(row -> row.get(0).equals(100_000) ? List.of(7, "secret") : row);
        assertThatThrownBy(() -> copy(rows).block(TIMEOUT))
                .isInstanceOf(UniqueViolation.class)
                .hasMessage(
                        "Table 'Odd name' already has a row with this id (constraint '" + key()
                                + "'). It was row 100000 of the COPY. SQL: COPY \"Odd name\" (id, \"my \"\"name\") FROM STDIN WITH (FORMAT binary)");
        assertThatStored(0);
    }

    private String key() {
        return engine.scalar(
                        text("SELECT conname FROM pg_constraint WHERE conrelid = '\"Odd name\"'::regclass"
                                + " AND contype = 'p'"),
                        String.class)
                .block(TIMEOUT);
    }

    @Test
    void aValueThatTheDatabaseCannotReadIsNotShown() {
        Column<String> number = column("id", TEXT);
        Table asText = new MetaData().table("Odd name", number);
        assertThatThrownBy(() -> engine.copyIn(asText, List.of(number), Flux.just(List.of("1"), List.of("secret")))
                        .block(TIMEOUT))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "PostgreSQL refused the statement: invalid input syntax for type integer (22P02). It was row"
                                + " 2 of the COPY. SQL: COPY \"Odd name\" (id) FROM STDIN");
        assertThatStored(0);
    }

    @Test
    void rowsThatNeverEndAreLetGoWhenTheDatabaseRefusesOne() {
        CountDownLatch cancelled = new CountDownLatch(1);
        Flux<List<Object>> rows = Flux.<List<Object>>just(List.of(1, "x".repeat(100_000)), List.of(1, "y"))
                .concatWith(rows(100_000).skip(1))
                .concatWith(Flux.never())
                .doOnCancel(cancelled::countDown);
        assertThatThrownBy(() -> copy(rows).block(TIMEOUT)).isInstanceOf(UniqueViolation.class);
        assertThatStored(0);
        assertThat(cancelled.getCount()).isZero();
    }

    @Test
    void aTableThatIsNotThereIsTold() {
        Column<Integer> number = column("number", INTEGER);
        Table nowhere = new MetaData().table("nowhere", number);
        assertThatThrownBy(() -> engine.copyIn(nowhere, List.of(number), Flux.just(List.of(1)))
                        .block(TIMEOUT))
                .isInstanceOf(UndefinedTable.class);
        assertThatStored(0);
    }

    @Test
    void anErrorAmongTheRowsComesOutAsItIsAndNothingIsStored() {
        IllegalStateException own = new IllegalStateException("mine");
        StepVerifier.create(copy(rows(50_000).concatWith(Flux.error(own))))
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(own))
                .verify(TIMEOUT);
        StepVerifier.create(copy(Flux.error(own)))
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(own))
                .verify(TIMEOUT);
        assertThatStored(0);
    }

    @Test
    void aRowOfAnotherSizeIsRefused() {
        StepVerifier.create(copy(Flux.just(List.of(1, "a"), List.of(2))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StatementException.class)
                        .hasMessage("COPY into 'Odd name' names 2 columns; row 2 has 1 values."))
                .verify(TIMEOUT);
        assertThatStored(0);
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        StepVerifier.create(copy(Flux.just(List.of(1, "a"), List.of("b", "b"))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StatementException.class)
                        .hasMessage(
                                "Row 2 of COPY cannot be sent for column 'Odd name.id': A value of type integer is a"
                                        + " Integer in Java; got a java.lang.String."))
                .verify(TIMEOUT);
        assertThatStored(0);
    }

    @Test
    void aNumberOfAnotherJavaTypeIsConverted() {
        copy(Flux.just(List.of(1L, "a"))).block(TIMEOUT);
        assertThatStored(1);
    }

    @Test
    void theNulCharacterIsRefused() {
        StepVerifier.create(copy(Flux.just(List.of(1, "a"), List.of(2, "b"), List.of(3, "secret\0"))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StatementException.class)
                        .hasMessage("Row 3 of COPY cannot be sent for column 'Odd name.my \"name': PostgreSQL's text"
                                + " cannot hold the NUL character."))
                .verify(TIMEOUT);
        assertThatStored(0);
    }

    @Test
    void columnsOfAnotherTableAndNoColumnsAreRefused() {
        Column<Integer> number = column("number", INTEGER);
        new MetaData().table("other", number);
        StepVerifier.create(engine.copyIn(table, List.of(id, number), Flux.empty()))
                .verifyErrorMessage("Cannot copy other.number: it is not a column of 'Odd name'.");
        StepVerifier.create(engine.copyIn(table, List.of(), Flux.empty()))
                .verifyErrorMessage("COPY of 'Odd name' needs at least one column.");
    }

    @Test
    void cancellingStoresNothingAndLeavesTheConnectionUsable() throws InterruptedException {
        for (int after : new int[] {1, 500, 20_000}) {
            CountDownLatch reached = new CountDownLatch(1);
            CountDownLatch released = new CountDownLatch(1);
            Disposable copy = copy(rows(Integer.MAX_VALUE)
                            .doOnNext(row -> {
                                if (row.get(0).equals(after)) {
                                    reached.countDown();
                                }
                            })
                            .doOnCancel(released::countDown))
                    .subscribe();
            assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
            copy.dispose();
            assertThatStored(0);
            assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void rowsThatDoNotComeCanBeCancelled() {
        StepVerifier.create(copy(rows(10).concatWith(Flux.never())).timeout(Duration.ofMillis(300)))
                .verifyError(java.util.concurrent.TimeoutException.class);
        assertThatStored(0);
    }

    @Test
    void joinsTheTransactionInScope() {
        StepVerifier.create(engine.transaction(transaction -> copy(rows(10))
                        .then(engine.scalar(select(count()).from(table)))
                        .flatMap(count -> Mono.error(new IllegalStateException("seen " + count)))))
                .verifyErrorMessage("seen 10");
        assertThatStored(0);
        engine.transaction(transaction -> copy(rows(10)).then(copy(rows(20).skip(10))))
                .block(TIMEOUT);
        assertThatStored(20);
    }

    @Test
    void aTransactionInWhichItFailedIsRolledBack() {
        StepVerifier.create(engine.transaction(transaction -> copy(rows(10)).then(copy(rows(1)))))
                .verifyError(UniqueViolation.class);
        assertThatStored(0);
    }

    @Test
    void asksForRowsOnlyAsFastAsTheServerTakesThem(TestDatabase database) {
        GinoEngine other = GinoEngine.create(database.url());
        AtomicLong asked = new AtomicLong();
        String kilobyte = "x".repeat(1000);
        Flux<List<Object>> rows =
                Flux.range(1, 120_000).doOnNext(i -> asked.incrementAndGet()).map(i -> List.of(i, kilobyte));
        // A row of this key that is not committed yet holds the COPY up.
        Long waited = other.transaction(transaction -> other.status(
                                table.insert().set(id, 100).set(name, "first"))
                        .then(Mono.firstWithSignal(
                                copy(rows).map(Status::affected),
                                Mono.delay(Duration.ofSeconds(3)).map(tick -> asked.get()))))
                .block(TIMEOUT);
        assertThat(waited).isBetween(100L, 30_000L);
        assertThatStored(1);
        other.close().block(TIMEOUT);
    }

    @Test
    void cancellingFreesTheConnectionEvenWhenTheServerWaitsForAnother(TestDatabase database) {
        GinoEngine other = GinoEngine.create(database.url());
        Long stored = other.transaction(
                        transaction -> other.status(table.insert().set(id, 2).set(name, "first"))
                                .then(copy(rows(10).concatWith(Flux.never()))
                                        .timeout(Duration.ofSeconds(1))
                                        .onErrorResume(timeout -> Mono.empty()))
                                .then(engine.scalar(select(count()).from(table)).timeout(Duration.ofSeconds(5))))
                .block(TIMEOUT);
        assertThat(stored).isZero();
        other.close().block(TIMEOUT);
    }

    @Test
    void rowsAreNotAskedForWhenTheTableRefusesTheCopy() {
        Column<Integer> number = column("number", INTEGER);
        Table nowhere = new MetaData().table("nowhere", number);
        AtomicLong asked = new AtomicLong();
        Flux<List<Object>> rows = Flux.just(List.<Object>of(1)).doOnSubscribe(subscription -> asked.incrementAndGet());
        StepVerifier.create(engine.copyIn(nowhere, List.of(number), rows)).verifyError(UndefinedTable.class);
        assertThat(asked).hasValue(0);
    }
}

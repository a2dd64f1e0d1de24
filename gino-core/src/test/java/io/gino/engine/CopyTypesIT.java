/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.error.DatabaseException;
import io.gino.error.StatementException;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** COPY in the binary format where the database has just the declared types, and as text where not. */
@ExtendWith(PostgresExtension.class)
class CopyTypesIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BINARY = "COPY copied (n, at) FROM STDIN WITH (FORMAT binary)";
    private static final String AS_TEXT = "COPY copied (n, at) FROM STDIN";
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 7, 1, 12, 0);

    private final Column<Long> n = column("n", BIGINT);
    private final Column<LocalDateTime> at = column("at", TIMESTAMP);
    private final Table copied = new MetaData().table("copied", n, at);
    private final List<String> heard = new ArrayList<>();
    private final GinoEngine engine;
    private final GinoEngine other;

    CopyTypesIT(TestDatabase database) {
        this.engine = GinoEngine.builder(database.url())
                .listener((start, context) -> end -> {
                    if (start.sql().startsWith("COPY")) {
                        heard.add(start.sql());
                    }
                })
                .build();
        this.other = GinoEngine.create(database.url());
    }

    @BeforeEach
    void create() {
        run("DROP TABLE IF EXISTS copied");
        run("CREATE TABLE copied (n bigint, at timestamp)");
    }

    @AfterEach
    void close() {
        run("DROP TABLE copied");
        engine.close().then(other.close()).block(LIMIT);
    }

    private void run(String sql) {
        other.status(text(sql)).block(LIMIT);
    }

    private Mono<Status> copy(long number) {
        return engine.copyIn(copied, List.of(n, at), Flux.just(List.of(number, NOON)));
    }

    private List<String> stored() {
        return other.all(text("SELECT copied::text FROM copied ORDER BY n").read(TEXT))
                .collectList()
                .block(LIMIT);
    }

    @Test
    void isBinaryWhereTheTypesAreThoseDeclared() {
        copy(1).then(copy(-2)).block(LIMIT);
        assertThat(heard).containsExactly(BINARY, BINARY);
        assertThat(stored()).containsExactly("(-2,\"2024-07-01 12:00:00\")", "(1,\"2024-07-01 12:00:00\")");
    }

    @Test
    void isTextWhereATypeIsAnotherAndOnlyTheFirstAsks() {
        run("ALTER TABLE copied ALTER n TYPE integer");
        copy(1).then(copy(2)).block(LIMIT);
        assertThat(heard).containsExactly(BINARY, AS_TEXT, AS_TEXT);
        assertThat(stored()).containsExactly("(1,\"2024-07-01 12:00:00\")", "(2,\"2024-07-01 12:00:00\")");
    }

    @Test
    void isTextInsideOfATransactionToo() {
        run("ALTER TABLE copied ALTER n TYPE numeric");
        engine.transaction(transaction -> copy(1).then(copy(2))).block(LIMIT);
        assertThat(heard).containsExactly(BINARY, AS_TEXT, AS_TEXT);
        assertThat(stored()).containsExactly("(1,\"2024-07-01 12:00:00\")", "(2,\"2024-07-01 12:00:00\")");
    }

    @Test
    void rowsAreAskedForOnceAlthoughTwoCopiesRun() {
        run("ALTER TABLE copied ALTER n TYPE integer");
        List<String> asked = new ArrayList<>();
        Flux<List<Object>> rows =
                Flux.just(List.<Object>of(1L, NOON)).doOnSubscribe(subscription -> asked.add("asked"));
        assertThat(engine.copyIn(copied, List.of(n, at), rows).block(LIMIT)).isEqualTo(new Status("COPY", 1, 0));
        assertThat(asked).containsExactly("asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"double precision", "integer", "numeric", "real"})
    void seesThatATypeHasChangedSinceTheLastCopy(String type) {
        copy(1).block(LIMIT);
        run("ALTER TABLE copied ALTER n TYPE " + type);
        copy(2).block(LIMIT);
        assertThat(stored()).containsExactly("(1,\"2024-07-01 12:00:00\")", "(2,\"2024-07-01 12:00:00\")");
    }

    @Test
    void seesThatATimeHasBecomeAMomentInTheZoneOfTheSession() {
        Mono<Void> inZone = engine.transaction(transaction -> engine.status(text("SET LOCAL TimeZone = 'Asia/Tokyo'"))
                .then(copy(1))
                .then(Mono.<Void>empty()));
        inZone.block(LIMIT);
        run("ALTER TABLE copied ALTER at TYPE timestamptz USING at AT TIME ZONE 'Asia/Tokyo'");
        inZone.block(LIMIT);
        assertThat(other.all(text("SELECT (at AT TIME ZONE 'UTC')::text FROM copied")
                                .read(TEXT))
                        .collectList()
                        .block(LIMIT))
                .containsExactly("2024-07-01 03:00:00", "2024-07-01 03:00:00");
    }

    @Test
    void seesAChangeThatItHadToWaitFor() {
        GinoConnection changing = other.acquire().block(LIMIT);
        Transaction change = changing.begin().block(LIMIT);
        changing.status(text("ALTER TABLE copied ALTER n TYPE double precision"))
                .block(LIMIT);
        Mono<Void> untilItWaits = other.scalar(
                        text("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'copied'::regclass"),
                        Long.class)
                .filter(waiting -> waiting == 1)
                .repeatWhenEmpty(200, tries -> tries.delayElements(Duration.ofMillis(20)))
                .then(change.commit());
        Mono.when(copy(5), untilItWaits).block(LIMIT);
        changing.release().block(LIMIT);
        assertThat(stored()).containsExactly("(5,\"2024-07-01 12:00:00\")");
        assertThat(heard).containsExactly(BINARY, AS_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE_READ", "SERIALIZABLE"})
    void isTextWhereTheTransactionSeesAnOlderCatalog(Isolation isolation) {
        engine.transaction(TransactionOptions.options().isolation(isolation), transaction -> copy(1))
                .then(copy(2))
                .block(LIMIT);
        assertThat(heard).containsExactly(BINARY, AS_TEXT, BINARY);
        assertThat(stored()).containsExactly("(1,\"2024-07-01 12:00:00\")", "(2,\"2024-07-01 12:00:00\")");
    }

    @Test
    void needsNoOtherRightThanToInsertIntoTheColumns() {
        run("DROP ROLE IF EXISTS copier");
        run("CREATE ROLE copier");
        run("GRANT INSERT (n, at) ON copied TO copier");
        engine.transaction(transaction ->
                        engine.status(text("SET LOCAL ROLE copier")).then(copy(1)))
                .block(LIMIT);
        run("REVOKE INSERT (n, at) ON copied FROM copier");
        run("DROP ROLE copier");
        assertThat(heard).containsExactly(BINARY);
        assertThat(stored()).containsExactly("(1,\"2024-07-01 12:00:00\")");
    }

    @Test
    void fillsColumnsThatAreNumberedOrHaveDefaults() {
        run("ALTER TABLE copied ALTER n SET NOT NULL, ALTER n ADD GENERATED ALWAYS AS IDENTITY");
        run("ALTER TABLE copied ADD made bigint GENERATED ALWAYS AS (n * 2) STORED");
        copy(7).block(LIMIT);
        assertThat(heard).containsExactly(BINARY);
        assertThat(stored()).containsExactly("(7,\"2024-07-01 12:00:00\",14)");
    }

    @Test
    void goesIntoPartitions() {
        run("CREATE TABLE parted (n bigint, at timestamp) PARTITION BY RANGE (n)");
        run("CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10)");
        Column<Long> number = column("n", BIGINT);
        Table parted = new MetaData().table("parted", number);
        assertThat(engine.copyIn(parted, List.of(number), Flux.just(List.of(3L)))
                        .block(LIMIT))
                .isEqualTo(new Status("COPY", 1, 0));
        run("DROP TABLE parted");
        assertThat(heard).containsExactly("COPY parted (n) FROM STDIN WITH (FORMAT binary)");
    }

    @Test
    void aTableWhoseNameIsQuotedIsFound() {
        Column<Integer> number = column("Odd's \\n", INTEGER);
        MetaData metadata = new MetaData();
        Table odd = metadata.table("it's \"odd\" (a\\b", number);
        engine.schema(metadata).createAll().block(LIMIT);
        engine.copyIn(odd, List.of(number), Flux.just(List.of(3))).block(LIMIT);
        engine.schema(metadata).dropAll().block(LIMIT);
        assertThat(heard)
                .containsExactly("COPY \"it's \"\"odd\"\" (a\\b\" (\"Odd's \\n\") FROM STDIN WITH (FORMAT binary)");
    }

    private static String sql(SqlType<?> type) {
        Column<?> value = column("v", type);
        Table table = new MetaData().table("t", value);
        return new CopyIn(table, List.of(value), Flux.empty())
                .compiled(new CopyFormats(new io.gino.compile.PostgresCompiler()))
                .sql();
    }

    @Test
    void isTextWithoutAQuestionForTypesThatHaveNoEncoder() {
        List<SqlType<?>> types = List.of(
                TEXT.array(),
                TEXT.named("email_domain"),
                Types.enumType("mood", Isolation.class),
                Types.INT4RANGE,
                Types.INTERVAL,
                Types.TIMETZ,
                Types.INET,
                Types.other("money"),
                Types.VARBIT);
        assertThat(types.stream().map(CopyTypesIT::sql)).containsOnly("COPY t (v) FROM STDIN");
    }

    @Test
    void isBinaryForMappedTypesAndOtherSpellings() {
        List<SqlType<?>> types = List.of(
                Types.enumText(Isolation.class),
                Types.enumOrdinal(Isolation.class),
                Types.INSTANT,
                Types.ZONED,
                Types.BIGINTEGER,
                Types.varchar(3),
                Types.character(3),
                Types.numeric(10, 2),
                Types.jsonb(List.class),
                INTEGER.named("int4"),
                TIMESTAMP.named("timestamp(3) without time zone"));
        assertThat(types.stream().map(CopyTypesIT::sql)).containsOnly("COPY t (v) FROM STDIN WITH (FORMAT binary)");
    }

    @Test
    void aValueThatPostgresRefusesIsNamedByItsRow() {
        run("ALTER TABLE copied ADD label varchar(3)");
        Column<String> label = column("label", Types.varchar(3));
        Table labelled = new MetaData().table("copied", label);
        StepVerifier.create(engine.copyIn(labelled, List.of(label), Flux.just(List.of("abc"), List.of("secret"))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessage("PostgreSQL refused the statement: value too long for type character varying(3)"
                                + " (22001). It was row 2 of the COPY. SQL: COPY copied (label) FROM STDIN WITH"
                                + " (FORMAT binary)"))
                .verify(LIMIT);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aTimeThatPostgresCannotHoldIsNamedByRowAndColumn() {
        List<Object> late = Arrays.asList(2L, LocalDateTime.of(294277, 1, 1, 0, 0));
        StepVerifier.create(engine.copyIn(copied, List.of(n, at), Flux.just(List.of(1L, NOON), late)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StatementException.class)
                        .hasMessage("Row 2 of COPY cannot be sent for column 'copied.at': PostgreSQL cannot hold"
                                + " +294277-01-01T00:00: its dates go from 4713-01-01 BC to"
                                + " +294276-12-31T23:59:59.999999, and MIN and MAX stand for infinity."))
                .verify(LIMIT);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aMappedValueIsWrittenAsWhatItIsMadeOf() {
        run("ALTER TABLE copied ADD day date");
        Column<String> day = column("day", Types.DATE.map(String.class, LocalDate::toString, LocalDate::parse));
        Table days = new MetaData().table("copied", day);
        List<Object> none = Arrays.asList((Object) null);
        engine.copyIn(days, List.of(day), Flux.just(List.of("2024-02-29"), none))
                .block(LIMIT);
        assertThat(stored()).containsExactlyInAnyOrder("(,,2024-02-29)", "(,,)");
        assertThat(heard).containsExactly("COPY copied (day) FROM STDIN WITH (FORMAT binary)");
    }
}

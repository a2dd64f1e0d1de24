/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

/**
 * Whatever is copied in the binary format is stored as the text format stores it, at random and at the ends of what there
 * can be. The system property {@code gino.test.copied} asks for more rows than the build does.
 */
@ExtendWith(PostgresExtension.class)
class BinaryEncodersIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int ROWS = Integer.getInteger("gino.test.copied", 40_000);
    private static final String SURROGATE = "\ud83d";

    /**
     * A column of each type.
     *
     * @param textOnly another name of the type, by which gino does not know it
     */
    private record Sample<T>(SqlType<T> type, String textOnly, Function<SplittableRandom, T> random, List<T> extremes) {

        /** The values of a row: the extremes first, then random ones. */
        T value(int row) {
            return row < extremes.size() ? extremes.get(row) : random.apply(new SplittableRandom(row * 31L + 7));
        }
    }

    private static final List<Sample<?>> SAMPLES = List.of(
            new Sample<>(Types.BOOLEAN, "bool", SplittableRandom::nextBoolean, List.of(true, false)),
            new Sample<>(
                    Types.SMALLINT,
                    "int2",
                    random -> (short) random.nextInt(),
                    List.of(Short.MIN_VALUE, Short.MAX_VALUE)),
            new Sample<>(
                    Types.INTEGER, "int4", RandomValues::integer, List.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 0)),
            new Sample<>(Types.BIGINT, "int8", RandomValues::bigint, List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L)),
            new Sample<>(
                    Types.REAL,
                    "float4",
                    random -> Float.intBitsToFloat(random.nextInt()),
                    List.of(
                            Float.NaN,
                            Float.POSITIVE_INFINITY,
                            Float.NEGATIVE_INFINITY,
                            -0f,
                            Float.MIN_VALUE,
                            Float.MAX_VALUE)),
            new Sample<>(
                    Types.DOUBLE,
                    "float8",
                    random -> Double.longBitsToDouble(random.nextLong()),
                    List.of(
                            Double.NaN,
                            Double.POSITIVE_INFINITY,
                            Double.NEGATIVE_INFINITY,
                            -0d,
                            Double.MIN_VALUE,
                            Double.MAX_VALUE)),
            new Sample<>(Types.UUID, "uuid", RandomValues::uuid, List.of(new UUID(0, 0), new UUID(-1, -1))),
            new Sample<>(Types.BYTEA, "bytea", RandomValues::bytes, List.of(new byte[0], new byte[] {0, -1, 92})),
            new Sample<>(
                    Types.TEXT,
                    "text",
                    RandomValues::words,
                    List.of("", "\\N", "\u007f\u0080\u07ff\u0800\uffff𐀀\udbff\udfff", SURROGATE, SURROGATE + "x")),
            new Sample<>(Types.varchar(60), "varchar", RandomValues::words, List.of("", " ")),
            new Sample<>(Types.character(60), "bpchar", RandomValues::words, List.of("", "a ")),
            new Sample<>(
                    Types.JSON, "json", random -> new Json(RandomValues.document(random)), List.of(new Json("null"))),
            new Sample<>(
                    Types.JSONB, "jsonb", random -> new Json(RandomValues.document(random)), List.of(new Json("null"))),
            new Sample<>(
                    Types.NUMERIC,
                    "numeric",
                    RandomValues::decimal,
                    List.of(
                            BigDecimal.ZERO,
                            new BigDecimal("0.00"),
                            new BigDecimal("0E+9"),
                            new BigDecimal("-0.10"),
                            new BigDecimal("1E+5"),
                            new BigDecimal("9999"),
                            new BigDecimal("10000"),
                            new BigDecimal("99999999.99999"),
                            new BigDecimal("-999999999999999"),
                            new BigDecimal("9999999999999999"),
                            new BigDecimal("1E+131071"),
                            new BigDecimal(BigInteger.TEN.pow(500).subtract(BigInteger.ONE), 250),
                            new BigDecimal(BigInteger.ONE, 16_383))),
            new Sample<>(
                    Types.numeric(30, 4),
                    "numeric",
                    random -> RandomValues.decimal(random).remainder(BigDecimal.TEN.pow(20)),
                    List.of(new BigDecimal("0.00005"), new BigDecimal("-0.00015"))),
            new Sample<>(
                    Types.DATE,
                    "date",
                    random -> day(random),
                    List.of(
                            LocalDate.MIN,
                            LocalDate.MAX,
                            LocalDate.of(-4713, 11, 24),
                            LocalDate.of(0, 2, 29),
                            LocalDate.of(5874897, 12, 31))),
            new Sample<>(
                    Types.TIME,
                    "time",
                    BinaryEncodersIT::time,
                    List.of(LocalTime.MIN, LocalTime.MAX, LocalTime.of(0, 0, 0, 500), LocalTime.of(0, 0, 0, 1500))),
            new Sample<>(
                    Types.TIMESTAMP,
                    "timestamp",
                    random -> moment(random),
                    List.of(
                            LocalDateTime.MIN,
                            LocalDateTime.MAX,
                            LocalDateTime.of(-4713, 11, 24, 0, 0),
                            LocalDateTime.of(1999, 12, 31, 23, 59, 59, 999_999_500),
                            LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000))),
            new Sample<>(
                    Types.TIMESTAMPTZ,
                    "timestamptz",
                    random -> moment(random)
                            .plusYears(1)
                            .atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-57_599, 57_600))),
                    List.of(
                            OffsetDateTime.MIN,
                            OffsetDateTime.MAX,
                            LocalDateTime.of(-4713, 11, 24, 0, 0).atOffset(ZoneOffset.UTC),
                            LocalDateTime.of(0, 1, 1, 0, 0).atOffset(ZoneOffset.ofHours(15)),
                            LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000)
                                    .atOffset(ZoneOffset.UTC))));

    /** Half of them of our time, the others from 4714 BC to 8712. */
    private static LocalDate day(SplittableRandom random) {
        return LocalDate.ofEpochDay(
                random.nextBoolean() ? random.nextLong(-20_000, 40_000) : random.nextLong(-2_440_000, 2_462_000));
    }

    /** Half of them with parts of microseconds, of which one in eight is a half. */
    private static LocalTime time(SplittableRandom random) {
        long micros = random.nextLong(86_400_000_000L);
        int rest = random.nextBoolean() ? 0 : random.nextInt(4) == 0 ? 500 : random.nextInt(1000);
        return LocalTime.ofNanoOfDay(micros * 1000 + rest);
    }

    private static LocalDateTime moment(SplittableRandom random) {
        return day(random).atTime(time(random));
    }

    private final GinoEngine engine;

    BinaryEncodersIT(TestDatabase database) {
        this.engine = GinoEngine.create(database.url());
    }

    @AfterEach
    void close() {
        engine.close().block(LIMIT);
    }

    private static <T> Column<?> declared(String name, Sample<T> sample, boolean isBinary) {
        return column(name, isBinary ? sample.type() : sample.type().named("pg_catalog." + sample.textOnly()));
    }

    /** Columns of the declared types, or of the same under names that gino knows no encoder for. */
    private static Table table(MetaData metadata, String name, boolean isBinary) {
        List<Column<?>> columns = new ArrayList<>(List.of(column("n", isBinary ? Types.INTEGER : named())));
        for (int i = 0; i < SAMPLES.size(); i++) {
            columns.add(declared("v" + i, SAMPLES.get(i), isBinary));
        }
        return metadata.table(name, columns.toArray(Column<?>[]::new));
    }

    private static SqlType<Integer> named() {
        return Types.INTEGER.named("pg_catalog.int4");
    }

    private void copy(String name, boolean isBinary) {
        Table table = table(new MetaData(), name, isBinary);
        CopyIn copy = new CopyIn(table, table.columns(), Flux.empty());
        assertThat(copy.compiled(engine.formats()).sql())
                .endsWith(isBinary ? ") FROM STDIN WITH (FORMAT binary)" : ") FROM STDIN");
        Status status = engine.copyIn(
                        table, table.columns(), Flux.range(0, ROWS).map(BinaryEncodersIT::row))
                .block(LIMIT);
        assertThat(status).isEqualTo(new Status("COPY", ROWS, 0));
        assertThat(engine.formats().mayFit(copy.compiled(engine.formats()).sql()))
                .isTrue();
    }

    private static List<Object> row(int number) {
        List<Object> row = new ArrayList<>(List.of(number));
        SAMPLES.forEach(sample -> row.add(sample.value(number)));
        return row;
    }

    @Test
    void whatIsCopiedInBinaryIsStoredAsTextIs() {
        MetaData binary = new MetaData();
        table(binary, "copied_binary", true);
        engine.schema(binary).dropAll().then(engine.schema(binary).createAll()).block(LIMIT);
        engine.status(text("DROP TABLE IF EXISTS copied_text")).block(LIMIT);
        engine.status(text("CREATE TABLE copied_text (LIKE copied_binary)")).block(LIMIT);
        copy("copied_binary", true);
        copy("copied_text", false);
        List<String> differing = engine.all(text("SELECT b::text || ' is ' || t::text FROM copied_binary b"
                                + " FULL JOIN copied_text t USING (n) WHERE b::text IS DISTINCT FROM t::text LIMIT 5")
                        .read(Types.TEXT))
                .collectList()
                .block(LIMIT);
        assertThat(differing).isEmpty();
        engine.status(text("DROP TABLE copied_binary, copied_text")).block(LIMIT);
    }
}

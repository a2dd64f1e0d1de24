/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.SqlType;
import io.gino.type.Types;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/**
 * What PostgreSQL itself makes of ten thousand values of each type is read as the driver reads it, from text and from the
 * binary form.
 */
@ExtendWith(PostgresExtension.class)
class DecodersIT {

    private static final int VALUES = 10_000;

    private final PostgresqlConnectionFactory driver;
    private final GinoEngine fromText;
    private final GinoEngine fromBinary;
    private final GinoEngine byDriver;

    DecodersIT(TestDatabase database) {
        this.driver = driver(database, false);
        this.fromText = GinoEngine.create(driver);
        this.fromBinary = GinoEngine.create(driver(database, true));
        this.byDriver = GinoEngine.builder(driver).driverCodecs().build();
    }

    private static PostgresqlConnectionFactory driver(TestDatabase database, boolean isBinary) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.username())
                .password(database.password())
                .forceBinary(isBinary)
                .build());
    }

    @AfterEach
    void close() {
        Stream.of(fromText, fromBinary, byDriver)
                .forEach(engine -> engine.close().block(Duration.ofSeconds(10)));
    }

    /**
     * Values of a type.
     *
     * @param driver the class that the driver makes of it
     * @param expression makes a value of the random bigint {@code h}, in SQL
     * @param extremes others, as text
     */
    record Sample<T>(SqlType<T> type, Class<?> driver, String expression, String... extremes) {

        /** A query that returns them in their order, with a condition that is always true. */
        String sql(String zero) {
            String texts = Stream.of(extremes).map(text -> "'" + text + "'").collect(Collectors.joining(", "));
            return "SELECT v FROM (SELECT n, (" + expression + ")::" + type + " AS v"
                    + " FROM (SELECT n, hashint8extended(n, 7) AS h FROM generate_series(1, " + VALUES
                    + ") AS n) AS numbers"
                    + " UNION ALL SELECT " + VALUES + " + o, e::" + type + " FROM unnest(ARRAY[" + texts
                    + "]::text[]) WITH ORDINALITY AS extremes (e, o)) AS values (n, v) WHERE n > " + zero
                    + " ORDER BY n";
        }

        @Override
        public String toString() {
            return type.name();
        }
    }

    static Stream<Sample<?>> samples() {
        return Stream.of(
                new Sample<>(Types.BOOLEAN, Boolean.class, "h > 0"),
                new Sample<>(Types.SMALLINT, Short.class, "(h % 32768)::int2", "-32768", "32767"),
                new Sample<>(Types.INTEGER, Integer.class, "(h % 2147483648)::int4", "-2147483648", "2147483647"),
                new Sample<>(
                        Types.BIGINT, Long.class, "h >> (h & 63)::int", "-9223372036854775808", "9223372036854775807"),
                new Sample<>(
                        Types.REAL, Float.class, "(h / 1e9)::float4", "NaN", "Infinity", "-Infinity", "-0", "1e-45"),
                new Sample<>(
                        Types.DOUBLE,
                        Double.class,
                        "h::float8 / (h & 65535)",
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "-0",
                        "5e-324"),
                new Sample<>(
                        Types.NUMERIC,
                        BigDecimal.class,
                        "round(h / 1e12, (h & 31)::int)",
                        "0.00",
                        "-0.10",
                        "1e400",
                        "1e-400"),
                new Sample<>(Types.UUID, UUID.class, "md5(h::text)::uuid"),
                new Sample<>(Types.BYTEA, byte[].class, "decode(md5(h::text), 'hex')", "", "\\x00ff"),
                new Sample<>(Types.TEXT, String.class, "chr((abs(h) % 50000)::int + 1) || md5(h::text)", "", "𝄞", "é"),
                new Sample<>(Types.varchar(40), String.class, "md5(h::text)::varchar(40)", "", "𝄞"),
                new Sample<>(Types.JSON, Json.class, "json_build_object('h', h)", "null", "\"𝄞\""),
                new Sample<>(Types.JSONB, Json.class, "jsonb_build_object('h', h)", "null", "\"𝄞\""),
                new Sample<>(
                        Types.DATE,
                        LocalDate.class,
                        day("h"),
                        "infinity",
                        "-infinity",
                        "5874897-12-31",
                        "4713-01-01 BC"),
                new Sample<>(Types.TIME, LocalTime.class, "time '00:00' + " + ofDay("h"), "24:00", "23:59:59.999999"),
                new Sample<>(
                        Types.TIMETZ,
                        OffsetTime.class,
                        "timetz '00:00+05:30' + " + ofDay("h"),
                        "23:59:59.999999-15:59:59",
                        "0:00+00:57:44"),
                new Sample<>(
                        Types.TIMESTAMP,
                        LocalDateTime.class,
                        day("h") + " + " + ofDay("h >> 7"),
                        "infinity",
                        "-infinity",
                        "294276-12-31 23:59:59.999999",
                        "4713-01-01 00:00:00 BC",
                        "1999-12-31 23:59:59.999999"),
                new Sample<>(
                        Types.TIMESTAMPTZ,
                        OffsetDateTime.class,
                        "(" + day("h") + " + " + ofDay("h >> 7") + ")::timestamptz",
                        "infinity",
                        "-infinity",
                        "294276-12-31 23:59:59.999999+00",
                        "1999-12-31 23:59:59.999999+00"),
                new Sample<>(Types.BIGINT.array(), Long[].class, "ARRAY[h, NULL, h >> 40]", "{}"),
                new Sample<>(
                        Types.TEXT.array(), String[].class, "ARRAY[md5(h::text), NULL, '', 'a \"b\"', 'NULL']", "{}"),
                new Sample<>(Types.NUMERIC.array(), BigDecimal[].class, "ARRAY[h / 1e12, NULL]", "{}"),
                new Sample<>(
                        Types.TIMESTAMPTZ.array(),
                        OffsetDateTime[].class,
                        "ARRAY[(" + day("h") + ")::timestamptz, NULL]",
                        "{infinity}"));
    }

    /** From 4713 BC to 8712. */
    private static String day(String number) {
        return "date '2000-01-01' + (" + number + " % 2451500)::int";
    }

    private static String ofDay(String number) {
        return "interval '1 microsecond' * (abs(" + number + ") % 86400000000)";
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areReadAsByTheDriver(Sample<?> sample) {
        List<String> expected = readByDriver(sample);
        assertThat(expected).hasSize(VALUES + sample.extremes().length);
        assertThat(read(fromText, sample)).isEqualTo(expected);
        assertThat(read(fromBinary, sample)).isEqualTo(expected);
        assertThat(read(byDriver, sample)).isEqualTo(expected);
    }

    private static List<String> read(GinoEngine engine, Sample<?> sample) {
        return printed(engine.all(text(sample.sql(":zero")).bind("zero", 0).read(sample.type())));
    }

    private List<String> readByDriver(Sample<?> sample) {
        return printed(Flux.usingWhen(
                driver.create(),
                connection -> connection
                        .createStatement(sample.sql("0"))
                        .execute()
                        .concatMap(result -> result.map(row -> row.get(0, sample.driver()))),
                PostgresqlConnection::close));
    }

    /** As text of Java's, which tells -0.0 from 0.0 and 1.0 from 1.00. */
    private static List<String> printed(Flux<?> values) {
        return values.map(DecodersIT::printed)
                .collectList()
                .blockOptional(Duration.ofSeconds(60))
                .orElseThrow();
    }

    private static String printed(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof Object[] elements) {
            return Arrays.toString(elements);
        } else if (value instanceof Json document) {
            return document.asString();
        }
        return value instanceof io.gino.type.Json document ? document.text() : value.toString();
    }
}

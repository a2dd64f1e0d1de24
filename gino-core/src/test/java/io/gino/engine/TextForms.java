/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.type.SqlType;
import io.gino.type.Types;
import io.r2dbc.postgresql.codec.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The text that PostgreSQL prints of each type. */
final class TextForms {

    /** What PostgreSQL knows as the first and the last moment, and where its calendar could be mistaken for another. */
    private static final List<String> DATES = List.of(
            "4713-01-01 BC",
            "0001-12-31 BC",
            "0001-02-29 BC",
            "0001-01-01",
            "0099-12-31",
            "1500-02-28",
            "1582-10-04",
            "1582-10-10",
            "1970-01-01",
            "2000-02-29",
            "9999-12-31",
            "10000-01-01",
            "294276-12-31");

    private static final String[] TIMES = {
        "00:00:00", "00:00:00.000001", "00:00:00.1", "12:00:59.999", "23:59:59.999999", "23:59:59"
    };
    private static final String[] OFFSETS = {"+00", "-00:00:01", "+05:30", "+00:57:44", "-15:59:59", "+15:59", "+14"};

    static final List<PostgresForm<?>> ALL = List.of(
            text(Types.BOOLEAN, 16, Boolean.class, random -> random.nextBoolean() ? "t" : "f", "t", "f"),
            text(Types.SMALLINT, 21, Short.class, random -> "" + (short) random.nextInt(), "0", "-32768", "32767"),
            text(
                    Types.INTEGER,
                    23,
                    Integer.class,
                    random -> "" + RandomValues.integer(random),
                    "0",
                    "-2147483648",
                    "2147483647"),
            text(Types.INTEGER, 21, Integer.class, random -> "" + (short) random.nextInt(), "-32768", "32767"),
            text(
                    Types.BIGINT,
                    20,
                    Long.class,
                    random -> "" + RandomValues.bigint(random),
                    "0",
                    "" + Long.MIN_VALUE,
                    "" + Long.MAX_VALUE),
            text(
                    Types.BIGINT,
                    23,
                    Long.class,
                    random -> "" + RandomValues.integer(random),
                    "-2147483648",
                    "2147483647"),
            text(Types.BIGINT, 21, Long.class, random -> "" + (short) random.nextInt(), "-32768", "32767"),
            text(Types.BIGINT, 26, Long.class, random -> "" + (random.nextInt() & 0xffff_ffffL), "0", "4294967295"),
            text(
                    Types.REAL,
                    700,
                    Float.class,
                    RandomValues::real,
                    "0",
                    "-0",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "1e-45",
                    "3.4028235e+38",
                    "1.1754944e-38",
                    "0.1",
                    "16777216",
                    "9999999",
                    "0.0001",
                    "1e+06",
                    "-1.5"),
            text(
                    Types.DOUBLE,
                    701,
                    Double.class,
                    RandomValues::real8,
                    "0",
                    "-0",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "5e-324",
                    "1.7976931348623157e+308",
                    "2.2250738585072014e-308",
                    "0.1",
                    "0.30000000000000004",
                    "9007199254740993",
                    "999999999999999",
                    "100000000000000",
                    "1e+15",
                    "0.0001",
                    "1e-05",
                    "-1234.5"),
            text(
                    Types.NUMERIC,
                    1700,
                    BigDecimal.class,
                    random -> RandomValues.decimal(random).toPlainString(),
                    "0",
                    "0.00",
                    "-0.1",
                    "1.50",
                    "999999999999999999",
                    "-999999999999999999",
                    "1000000000000000000",
                    "0.000000000000000001",
                    "9".repeat(1000),
                    "0." + "0".repeat(500) + "1",
                    "-12345678901234567890.123456789"),
            text(
                    Types.UUID,
                    2950,
                    UUID.class,
                    random -> RandomValues.uuid(random).toString(),
                    "00000000-0000-0000-0000-000000000000",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff",
                    "80000000-8000-8000-8000-800000000000"),
            text(Types.BYTEA, 17, byte[].class, random -> RandomValues.hex(random), "\\x", "\\x00", "\\xff", "\\x5c78"),
            text(
                    Types.TEXT,
                    25,
                    String.class,
                    RandomValues::words,
                    "",
                    " ",
                    "é",
                    "𝄞",
                    "\ud7ff\ue000\uffff",
                    "a\u0001b",
                    "x".repeat(100_000)),
            text(Types.TEXT, 1043, String.class, RandomValues::words, "", "𝄞"),
            text(Types.TEXT, 1042, String.class, RandomValues::words, "   ", "𝄞 "),
            text(Types.JSON, 114, Json.class, RandomValues::document, "null", "{}", "[\"𝄞\"]"),
            text(Types.JSONB, 3802, Json.class, RandomValues::document, "null", "{}", "[\"𝄞\"]"),
            text(
                    Types.DATE,
                    1082,
                    LocalDate.class,
                    RandomValues::date,
                    with(DATES, "5874897-12-31", "infinity", "-infinity")),
            text(Types.TIME, 1083, LocalTime.class, RandomValues::time, with(List.of(TIMES), "24:00:00")),
            text(
                    Types.TIMETZ,
                    1266,
                    OffsetTime.class,
                    random -> RandomValues.time(random) + RandomValues.offset(random),
                    zoned(List.of(TIMES))),
            text(
                    Types.TIMESTAMP,
                    1114,
                    LocalDateTime.class,
                    random -> RandomValues.timestamp(random, ""),
                    with(timed(DATES, ""), "infinity", "-infinity")),
            text(
                    Types.TIMESTAMPTZ,
                    1184,
                    OffsetDateTime.class,
                    random -> RandomValues.timestamp(random, RandomValues.offset(random)),
                    with(
                            timed(DATES, "+00", "-00:00:01", "+05:30", "+00:57:44", "-15:59:59", "+15:59"),
                            "infinity",
                            "-infinity")),
            text(
                    Types.BIGINT.array(),
                    1016,
                    Long[].class,
                    random -> RandomValues.array(random, r -> "" + RandomValues.bigint(r)),
                    "{}",
                    "{NULL}",
                    "{1,NULL,-1}"),
            text(
                    Types.TEXT.array(),
                    1009,
                    String[].class,
                    random -> RandomValues.array(random, r -> "a" + RandomValues.integer(r)),
                    "{}",
                    "{NULL}",
                    "{\"\",\"NULL\",\"a b\",\"\\\"\",\"\\\\\",\"{,}\",𝄞}"),
            text(
                    Types.UUID.array(),
                    2951,
                    UUID[].class,
                    random ->
                            RandomValues.array(random, r -> RandomValues.uuid(r).toString()),
                    "{}",
                    "{NULL}"),
            text(
                    Types.NUMERIC.array(),
                    1231,
                    BigDecimal[].class,
                    random -> RandomValues.array(
                            random, r -> RandomValues.decimal(r).toPlainString()),
                    "{}",
                    "{0.00,NULL}"),
            text(
                    Types.TIMESTAMPTZ.array(),
                    1185,
                    OffsetDateTime[].class,
                    random -> RandomValues.array(
                            random, r -> '"' + RandomValues.timestamp(r, RandomValues.offset(r)) + '"'),
                    "{}",
                    "{NULL,infinity,-infinity}"));

    private TextForms() {}

    private static <T> PostgresForm<T> text(
            SqlType<T> type,
            int number,
            Class<?> driver,
            Function<SplittableRandom, String> random,
            String... extremes) {
        return new PostgresForm<>(
                type,
                number,
                driver,
                seed -> utf8(random.apply(seed)),
                Arrays.stream(extremes).map(TextForms::utf8).toList());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String[] with(List<String> texts, String... more) {
        return Stream.concat(texts.stream(), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String[] zoned(List<String> times) {
        return times.stream()
                .flatMap(time -> Arrays.stream(OFFSETS).map(offset -> time + offset))
                .toArray(String[]::new);
    }

    private static List<String> timed(List<String> dates, String... offsets) {
        return dates.stream()
                .flatMap(date -> Arrays.stream(TIMES)
                        .flatMap(time -> Arrays.stream(offsets)
                                .map(offset -> date.endsWith(" BC")
                                        ? date.substring(0, date.length() - 3) + ' ' + time + offset + " BC"
                                        : date + ' ' + time + offset)))
                .toList();
    }
}

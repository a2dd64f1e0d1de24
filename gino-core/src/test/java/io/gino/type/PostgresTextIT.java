/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.sql.Sql.value;
import static io.gino.type.Comparing.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gino.engine.GinoEngine;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a value is to PostgreSQL, in its own words, and what its words are to Java. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTextIT {

    private final GinoEngine engine;

    PostgresTextIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @AfterAll
    void close() {
        engine.close().block();
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments(Types.NUMERIC, new BigDecimal("12.50"), "12.50"),
                arguments(Types.NUMERIC, new BigDecimal("-0.000"), "0.000"),
                arguments(Types.DOUBLE, 0.1, "0.1"),
                arguments(Types.DOUBLE, Double.NEGATIVE_INFINITY, "-Infinity"),
                arguments(Types.BOOLEAN, true, "true"),
                arguments(Types.BYTEA, new byte[] {0, -1}, "\\x00ff"),
                arguments(Types.DATE, LocalDate.of(-43, 3, 15), "0044-03-15 BC"),
                arguments(Types.DATE, LocalDate.of(0, 2, 29), "0001-02-29 BC"),
                arguments(Types.DATE, LocalDate.of(12024, 2, 29), "12024-02-29"),
                arguments(Types.DATE, LocalDate.MAX, "infinity"),
                arguments(Types.DATE, LocalDate.MIN, "-infinity"),
                arguments(Types.TIME, LocalTime.MAX, "24:00:00"),
                arguments(Types.TIME, LocalTime.of(1, 2, 3, 4_000), "01:02:03.000004"),
                arguments(Types.TIMETZ, OffsetTime.parse("01:02:03.4-02:30"), "01:02:03.4-02:30"),
                arguments(Types.TIMESTAMP, LocalDateTime.of(-43, 3, 15, 11, 0), "0044-03-15 11:00:00 BC"),
                arguments(
                        Types.TIMESTAMP, LocalDateTime.of(12024, 1, 2, 3, 4, 5, 6_000), "12024-01-02 03:04:05.000006"),
                arguments(Types.INTERVAL, new Interval(14, -3, 14_706_700_000L), "1 year 2 mons -3 days +04:05:06.7"),
                arguments(Types.INTERVAL, new Interval(-14, 3, -1), "-1 years -2 mons +3 days -00:00:00.000001"),
                arguments(Types.INTERVAL, new Interval(0, 0, 0), "00:00:00"),
                arguments(Types.DURATION, Duration.ofHours(49), "49:00:00"),
                arguments(Types.PERIOD, Period.of(1, 2, 3), "1 year 2 mons 3 days"),
                arguments(Types.JSONB, new Json("{\"a\": [1, null]}"), "{\"a\": [1, null]}"),
                arguments(Types.INT4RANGE, Range.closedOpen(1, 5), "[1,5)"),
                arguments(Types.INT4RANGE, Range.empty(), "empty"),
                arguments(Types.NUMRANGE, Range.openClosed(BigDecimal.ONE, BigDecimal.TEN), "(1,10]"),
                arguments(
                        Types.TSRANGE,
                        Range.atLeast(LocalDateTime.of(2024, 2, 29, 1, 0)),
                        "[\"2024-02-29 01:00:00\",)"),
                arguments(Types.DATERANGE, Range.all(), "(,)"),
                arguments(Types.INT4MULTIRANGE, List.of(Range.closedOpen(1, 2), Range.atLeast(7)), "{[1,2),[7,)}"),
                arguments(Types.INET, Inet.parse("10.0.0.1/8"), "10.0.0.1/8"),
                arguments(Types.INET_ADDRESS, Inet.parse("2001:db8::1").address(), "2001:db8::1/128"),
                arguments(Types.CIDR, Inet.parse("10.0.0.0/8"), "10.0.0.0/8"),
                arguments(Types.bit(3), "101", "101"),
                arguments(Types.POINT, new Point(1, -2.5), "(1,-2.5)"),
                arguments(
                        Types.TEXT.array(),
                        Arrays.asList("a b", null, "NULL", "", "\"\\"),
                        "{\"a b\",NULL,\"NULL\",\"\",\"\\\"\\\\\"}"),
                arguments(Types.INTEGER.array().array(), List.of(List.of(1, 2), List.of(3, 4)), "{{1,2},{3,4}}"),
                arguments(Types.BYTEA.array(), List.of(new byte[] {1}), "{\"\\\\x01\"}"),
                arguments(
                        Types.DATE.array(),
                        List.of(LocalDate.MAX, LocalDate.of(-43, 3, 15)),
                        "{infinity,\"0044-03-15 BC\"}"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    <T> void printsAs(SqlType<T> type, T value, String printed) {
        assertThat(select(value(type, value).cast(Types.TEXT)).as(engine::one).block())
                .isEqualTo(printed);
    }

    static Stream<Arguments> nanoseconds() {
        LocalDateTime time = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_500);
        return Stream.of(
                arguments(Types.TIME, LocalTime.of(1, 2, 3, 1_500), "01:02:03.000002"),
                arguments(Types.TIME, LocalTime.of(1, 2, 3, 1_499), "01:02:03.000001"),
                arguments(Types.TIMETZ, LocalTime.of(1, 2, 3, 1_500).atOffset(ZoneOffset.UTC), "01:02:03.000002+00"),
                arguments(Types.TIMETZ, time.toLocalTime().atOffset(ZoneOffset.UTC), "24:00:00+00"),
                arguments(Types.TIMESTAMP, time, "2024-03-01 00:00:00"),
                arguments(Types.INSTANT, time.toInstant(ZoneOffset.UTC), "2024-03-01 00:00:00+00"),
                arguments(Types.TSRANGE, Range.atLeast(time), "[\"2024-03-01 00:00:00\",)"),
                arguments(Types.DURATION, Duration.ofNanos(1_500), "00:00:00.000002"));
    }

    @ParameterizedTest
    @MethodSource("nanoseconds")
    <T> void nanosecondsAreRoundedToMicroseconds(SqlType<T> type, T value, String printed) {
        printsAs(type, value, printed);
    }

    @Test
    void anIntervalMayBeInfinite() {
        int version = text("SELECT current_setting('server_version_num')::integer")
                .read(Types.INTEGER)
                .as(engine::one)
                .blockOptional()
                .orElseThrow();
        if (version < 170000) {
            Assumptions.abort("Needs PostgreSQL 17");
        }
        printsAs(Types.INTERVAL, Interval.INFINITY, "infinity");
        isReadFrom(Types.INTERVAL, Interval.NEGATIVE_INFINITY, "-infinity");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    <T> void isReadFrom(SqlType<T> type, T value, String printed) {
        String literal = "'" + printed.replace("'", "''") + "'::" + type.bareName();
        assertThat(same(text("SELECT " + literal).read(type).as(engine::one).block()))
                .isEqualTo(same(value));
    }
}

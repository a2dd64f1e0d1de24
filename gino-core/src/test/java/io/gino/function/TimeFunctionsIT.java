/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static io.gino.sql.Sql.generateSeries;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.DATE;
import static io.gino.type.Types.DOUBLE;
import static io.gino.type.Types.DURATION;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.INTERVAL;
import static io.gino.type.Types.PERIOD;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMP;
import static io.gino.type.Types.TIMESTAMPTZ;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.function.DateFunctions.Part;
import io.gino.sql.Expression;
import io.gino.sql.TableFunction;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Interval;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class TimeFunctionsIT {

    private final Answers answers;

    TimeFunctionsIT(TestDatabase database) {
        answers = new Answers(database);
    }

    @AfterEach
    void close() {
        answers.close();
    }

    private void gives(Expression<?> expression, String sql, String value) {
        answers.assertThatGives(expression, sql, value);
    }

    private final Expression<LocalDate> date = value(DATE, LocalDate.of(2024, 2, 28));
    private final Expression<LocalDateTime> time = value(TIMESTAMP, LocalDateTime.of(2024, 2, 28, 13, 14, 15));

    @Test
    void computesWithTimes() {
        gives(DateFunctions.plus(date, Period.ofMonths(1)), "CAST($1 + CAST($2 AS interval) AS date)", "2024-03-28");
        gives(DateFunctions.plus(time, Duration.ofHours(11)), "$1 + CAST($2 AS interval)", "2024-02-29T00:14:15");
        gives(DateFunctions.minus(time, Period.ofYears(1)), "$1 - CAST($2 AS interval)", "2023-02-28T13:14:15");
        gives(DateFunctions.dateTrunc(Part.MONTH, time), "date_trunc('month'::text, $1)", "2024-02-01T00:00");
        gives(DateFunctions.extract(Part.ISODOW, date), "extract(ISODOW FROM $1)", "3");
        gives(
                DateFunctions.fromTimeZone(time, ZoneId.of("Europe/Paris"))
                        .eq(OffsetDateTime.parse("2024-02-28T12:14:15Z")),
                "$1 AT TIME ZONE $2 = $3",
                "true");
        gives(
                DateFunctions.toTimeZone(
                        value(TIMESTAMPTZ, OffsetDateTime.parse("2024-07-01T12:00:00Z")), ZoneId.of("Europe/Paris")),
                "$1 AT TIME ZONE $2",
                "2024-07-01T14:00");
    }

    @Test
    void takesTheZoneOfTheRow() {
        Expression<String> zone = value(TEXT, "Asia/Tokyo");
        gives(
                DateFunctions.toTimeZone(value(TIMESTAMPTZ, OffsetDateTime.parse("2024-07-01T12:00:00Z")), zone),
                "$1 AT TIME ZONE $2",
                "2024-07-01T21:00");
        gives(
                DateFunctions.fromTimeZone(time, zone).eq(OffsetDateTime.parse("2024-02-28T04:14:15Z")),
                "$1 AT TIME ZONE $2 = $3",
                "true");
    }

    @Test
    void computesWithIntervals() {
        Expression<Interval> interval = value(INTERVAL, new Interval(1, 2, 3_000_000));
        gives(IntervalFunctions.later(time, interval), "$1 + $2::interval", "2024-03-30T13:14:18");
        gives(
                IntervalFunctions.later(date, value(PERIOD, Period.ofDays(2))),
                "CAST($1 + $2::interval AS date)",
                "2024-03-01");
        gives(
                IntervalFunctions.earlier(time, value(DURATION, Duration.ofMinutes(14))),
                "$1 - $2::interval",
                "2024-02-28T13:00:15");
        gives(IntervalFunctions.times(value(DURATION, Duration.ofMinutes(10)), 1.5), "$1::interval * $2", "PT15M");
        gives(
                IntervalFunctions.times(value(DURATION, Duration.ofMinutes(10)), value(INTEGER, 3)),
                "$1::interval * $2",
                "PT30M");
        gives(IntervalFunctions.dividedBy(value(DURATION, Duration.ofMinutes(10)), 4), "$1::interval / $2", "PT2M30S");
        gives(
                value(DURATION, Duration.ofHours(1)).plus(value(DURATION, Duration.ofHours(2))),
                "$1::interval + $2::interval",
                "PT3H");
        gives(
                IntervalFunctions.justified(value(INTERVAL, Interval.of(Duration.ofHours(49)))),
                "justify_interval($1::interval)",
                Interval.of(Period.ofDays(2), Duration.ofHours(1)).toString());
    }

    @Test
    void computesDifferences() {
        Expression<LocalDate> later = value(DATE, LocalDate.of(2024, 3, 1));
        gives(IntervalFunctions.days(date, later), "$1 - $2", "2");
        gives(IntervalFunctions.plusDays(date, value(INTEGER, 2)), "$1 + $2", "2024-03-01");
        gives(
                IntervalFunctions.between(time, value(TIMESTAMP, LocalDateTime.of(2024, 3, 1, 14, 14, 15))),
                "$1 - $2",
                Interval.of(Period.ofDays(2), Duration.ofHours(1)).toString());
        gives(
                IntervalFunctions.age(date, value(DATE, LocalDate.of(2025, 3, 29))),
                "age($1, $2)",
                Interval.of(Period.of(1, 1, 1)).toString());
        gives(
                IntervalFunctions.age(DateFunctions.currentDate()),
                "age(CURRENT_DATE)",
                Interval.of(Period.ZERO).toString());
        assertThatThrownBy(() -> IntervalFunctions.between(date, later))
                .isInstanceOf(StatementException.class)
                .hasMessage("Between two dates lie whole days; use days(from, to).");
    }

    @Test
    void takesTimesApart() {
        gives(
                IntervalFunctions.bin(
                        value(DURATION, Duration.ofMinutes(15)),
                        time,
                        value(TIMESTAMP, LocalDateTime.of(2024, 1, 1, 0, 0))),
                "date_bin($1::interval, $2, $3)",
                "2024-02-28T13:00");
        gives(IntervalFunctions.timeOf(time), "CAST($1 AS time)", "13:14:15");
        gives(
                IntervalFunctions.fromEpoch(value(DOUBLE, 1.5)).eq(OffsetDateTime.parse("1970-01-01T00:00:01.5Z")),
                "to_timestamp($1) = $2",
                "true");
        gives(IntervalFunctions.format(date, "DD/MM/YYYY"), "to_char($1, $2)", "28/02/2024");
    }

    @Test
    void countsThroughTimes() {
        TableFunction days = generateSeries(
                "d", time, value(TIMESTAMP, LocalDateTime.of(2024, 3, 2, 0, 0)), value(PERIOD, Period.ofDays(1)));
        answers.assertThatRuns(
                select(days.column("d")).from(days),
                "SELECT d.d FROM generate_series($1, $2, $3::interval) AS d (d)",
                "2024-02-28T13:14:15",
                "2024-02-29T13:14:15",
                "2024-03-01T13:14:15");
        TableFunction down = generateSeries("n", value(INTEGER, 5), value(INTEGER, 1), value(INTEGER, -2));
        answers.assertThatRuns(
                select(down.column("n")).from(down),
                "SELECT n.n FROM generate_series($1, $2, $3) AS n (n)",
                "5",
                "3",
                "1");
    }
}

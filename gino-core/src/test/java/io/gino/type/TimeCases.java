/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;

/** Dates, times and intervals. */
final class TimeCases {

    private TimeCases() {}

    static List<TypeCase<?>> all() {
        return List.of(
                TypeCase.of(
                        Types.DATE,
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(-43, 3, 15),
                        LocalDate.of(-4712, 1, 1),
                        LocalDate.of(1582, 10, 10),
                        LocalDate.of(10000, 1, 1),
                        LocalDate.of(5874897, 12, 31),
                        LocalDate.MIN,
                        LocalDate.MAX),
                TypeCase.of(
                        Types.TIME,
                        LocalTime.MIDNIGHT,
                        LocalTime.of(12, 34, 56, 1000),
                        LocalTime.of(23, 59, 59, 999_999_000),
                        LocalTime.MAX),
                TypeCase.of(
                        Types.TIMETZ,
                        OffsetTime.parse("00:00Z"),
                        OffsetTime.parse("12:34:56.000001+05:30"),
                        OffsetTime.parse("23:59:59.999999-15:59:59"),
                        OffsetTime.parse("12:00+15:59"),
                        OffsetTime.parse("23:59:59.999999999+02:00")),
                TypeCase.of(
                        Types.TIMESTAMP,
                        LocalDateTime.parse("2024-02-29T12:34:56.000001"),
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        LocalDateTime.of(-43, 3, 15, 11, 0),
                        LocalDateTime.of(-4712, 1, 1, 0, 0),
                        LocalDateTime.of(12024, 1, 1, 0, 0),
                        LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000),
                        LocalDateTime.MIN,
                        LocalDateTime.MAX),
                TypeCase.of(
                        Types.TIMESTAMPTZ,
                        OffsetDateTime.parse("2024-02-29T12:34:56.000001+05:30"),
                        OffsetDateTime.parse("1800-01-01T00:00Z"),
                        OffsetDateTime.parse("-0043-03-15T11:00+01:00"),
                        OffsetDateTime.parse("-4712-01-01T00:00Z"),
                        OffsetDateTime.parse("+294276-12-31T23:59:59.999999Z"),
                        OffsetDateTime.MIN,
                        OffsetDateTime.MAX),
                TypeCase.of(
                        Types.INSTANT,
                        Instant.EPOCH,
                        Instant.parse("2024-02-29T12:34:56.000001Z"),
                        Instant.parse("-4712-01-01T00:00:00Z"),
                        Instant.MIN,
                        Instant.MAX),
                TypeCase.of(
                        Types.ZONED,
                        ZonedDateTime.parse("2024-02-29T12:34:56.000001+01:00[Europe/Prague]"),
                        OffsetDateTime.MAX.toZonedDateTime()),
                TypeCase.of(
                        Types.INTERVAL,
                        new Interval(0, 0, 0),
                        new Interval(14, 3, 4_000_005),
                        new Interval(-1, 2, -3_600_000_001L),
                        new Interval(1, -2, 3),
                        new Interval(Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE),
                        new Interval(Integer.MIN_VALUE, 1, -Long.MAX_VALUE)),
                TypeCase.of(
                        Types.DURATION,
                        Duration.ZERO,
                        Duration.ofHours(49),
                        Duration.ofNanos(-1000),
                        Duration.ofDays(-1000).minusMillis(1)),
                TypeCase.of(Types.PERIOD, Period.ZERO, Period.of(1, 2, 3), Period.of(-1, -2, 400)));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.StatementException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The dates and times that PostgreSQL can hold. Java's go further, and the driver would write those as infinity; only
 * Java's {@code MIN} and {@code MAX} are meant to be that.
 */
final class TimeLimits {

    private static final LocalDate FIRST = LocalDate.of(-4712, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(5874897, 12, 31);
    private static final LocalDateTime FIRST_TIME = FIRST.atStartOfDay();
    private static final LocalDateTime LAST_TIME = LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000);
    private static final OffsetDateTime FIRST_MOMENT = FIRST_TIME.atOffset(ZoneOffset.UTC);
    private static final OffsetDateTime LAST_MOMENT = LAST_TIME.atOffset(ZoneOffset.UTC);
    private static final LocalTime ALMOST_MIDNIGHT = LocalTime.of(23, 59, 59, 999_999_500);

    private TimeLimits() {}

    static LocalDate check(LocalDate date) {
        boolean inside = !date.isBefore(FIRST) && !date.isAfter(LAST_DATE);
        return checked(inside || date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX), date, LAST_DATE);
    }

    static LocalDateTime check(LocalDateTime time) {
        boolean inside = !time.isBefore(FIRST_TIME) && !time.isAfter(LAST_TIME);
        return checked(inside || time.equals(LocalDateTime.MIN) || time.equals(LocalDateTime.MAX), time, LAST_TIME);
    }

    static OffsetDateTime check(OffsetDateTime time) {
        boolean inside = !time.isBefore(FIRST_MOMENT) && !time.isAfter(LAST_MOMENT);
        return checked(inside || time.equals(OffsetDateTime.MIN) || time.equals(OffsetDateTime.MAX), time, LAST_MOMENT);
    }

    private static <T> T checked(boolean inside, T value, Object last) {
        if (!inside) {
            throw new StatementException("PostgreSQL cannot hold " + value + ": its dates go from 4713-01-01 BC to "
                    + last + ", and MIN and MAX stand for infinity.");
        }
        return value;
    }

    /** The time to the microsecond, which is all that PostgreSQL keeps. */
    static OffsetTime rounded(OffsetTime time) {
        boolean exact = time.getNano() % 1000 == 0 || !time.toLocalTime().isBefore(ALMOST_MIDNIGHT);
        return exact ? time : time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }

    static Instant instant(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) {
            return Instant.MAX;
        }
        return time.equals(OffsetDateTime.MIN) ? Instant.MIN : time.toInstant();
    }

    static OffsetDateTime offset(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return OffsetDateTime.MAX;
        } else if (instant.equals(Instant.MIN)) {
            return OffsetDateTime.MIN;
        }
        boolean inside = !instant.isBefore(FIRST_MOMENT.toInstant()) && !instant.isAfter(LAST_MOMENT.toInstant());
        return checked(inside, instant, LAST_MOMENT).atOffset(ZoneOffset.UTC);
    }
}

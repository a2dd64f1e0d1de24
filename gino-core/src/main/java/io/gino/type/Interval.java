/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import io.gino.error.StatementException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalUnit;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.util.List;

/**
 * PostgreSQL's {@code interval}: months, days and microseconds, kept apart because a month is not always as many days
 * long, nor a day as many hours. Equal when all three are; to PostgreSQL {@code 1 mon} equals {@code 30 days}.
 *
 * @since 0.1.0
 */
public record Interval(int months, int days, long microseconds) implements TemporalAmount {

    /** PostgreSQL's {@code infinity}, from version 17 on. */
    public static final Interval INFINITY = new Interval(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    public static final Interval NEGATIVE_INFINITY = new Interval(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

    private static final int MONTHS_PER_YEAR = 12;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long SECONDS_PER_DAY = 86_400;

    public static Interval of(Period period) {
        return of(period, Duration.ZERO);
    }

    /** The time to the microsecond; of 49 hours no day is made. */
    public static Interval of(Duration duration) {
        return of(Period.ZERO, duration);
    }

    /**
     * Both at once.
     *
     * @throws StatementException when there is more of it than PostgreSQL can hold
     */
    @SuppressWarnings("JavaPeriodGetDays") // the months are taken too
    public static Interval of(Period period, Duration duration) {
        try {
            long months = period.toTotalMonths();
            long micros = Math.addExact(
                    Math.multiplyExact(duration.getSeconds(), MICROS_PER_SECOND), (duration.getNano() + 500) / 1000);
            return new Interval(Math.toIntExact(months), period.getDays(), micros);
        } catch (ArithmeticException e) {
            throw new StatementException(
                    "PostgreSQL cannot hold " + period + " and " + duration + " in an interval: it is too long.", e);
        }
    }

    /** Reads what PostgreSQL prints, such as {@code 1 year 2 mons -3 days 04:05:06.7}, and ISO 8601. */
    public static Interval parse(String text) {
        return IntervalText.parse(text);
    }

    /** The months, as years and months, and the days. */
    public Period period() {
        return Period.of(months / MONTHS_PER_YEAR, months % MONTHS_PER_YEAR, days);
    }

    /** The microseconds, without months and days. */
    public Duration duration() {
        return Duration.of(microseconds, ChronoUnit.MICROS);
    }

    /** All of it as exact time, with 24 hours for each day. */
    Duration exactly() {
        if (months != 0) {
            throw new LoadException("The interval has months, which are not always equally long, so it is"
                    + " no Duration. Read it with the type INTERVAL instead.");
        }
        return duration().plusSeconds(days * SECONDS_PER_DAY);
    }

    /** All of it as a period. */
    Period wholeDays() {
        if (microseconds != 0) {
            throw new LoadException(
                    "The interval has hours or less, so it is no Period. Read it with the type INTERVAL instead.");
        }
        return period();
    }

    @Override
    public long get(TemporalUnit unit) {
        if (unit == ChronoUnit.MONTHS) {
            return months;
        } else if (unit == ChronoUnit.DAYS) {
            return days;
        } else if (unit == ChronoUnit.MICROS) {
            return microseconds;
        }
        throw new UnsupportedTemporalTypeException("An interval is made of months, days and microseconds, not " + unit);
    }

    @Override
    public List<TemporalUnit> getUnits() {
        return List.of(ChronoUnit.MONTHS, ChronoUnit.DAYS, ChronoUnit.MICROS);
    }

    @Override
    public Temporal addTo(Temporal temporal) {
        Temporal sum = temporal;
        for (TemporalUnit unit : getUnits()) {
            sum = get(unit) == 0 ? sum : sum.plus(get(unit), unit);
        }
        return sum;
    }

    @Override
    public Temporal subtractFrom(Temporal temporal) {
        Temporal difference = temporal;
        for (TemporalUnit unit : getUnits()) {
            difference = get(unit) == 0 ? difference : difference.minus(get(unit), unit);
        }
        return difference;
    }

    /** The text that PostgreSQL reads, whatever its IntervalStyle. */
    @Override
    public String toString() {
        return IntervalText.print(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.error.StatementException;
import io.gino.sql.Arithmetic;
import io.gino.sql.Cast;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.Interval;
import io.gino.type.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;

/**
 * Intervals, and dates and times computed with them. They are of any of the types {@link Types#INTERVAL},
 * {@link Types#DURATION} and {@link Types#PERIOD}; two intervals are added by {@code plus}.
 *
 * @since 0.1.0
 */
public final class IntervalFunctions {

    private IntervalFunctions() {}

    /** The time that much later. */
    public static <T extends Temporal> Expression<T> later(
            Expression<T> value, Expression<? extends TemporalAmount> interval) {
        return shifted(Operator.PLUS, value, interval);
    }

    /** The time that much earlier. */
    public static <T extends Temporal> Expression<T> earlier(
            Expression<T> value, Expression<? extends TemporalAmount> interval) {
        return shifted(Operator.MINUS, value, interval);
    }

    /** PostgreSQL makes a timestamp of a date and an interval; here a date stays one. */
    private static <T> Expression<T> shifted(Operator operator, Expression<T> value, Expression<?> interval) {
        Expression<T> computed = new Arithmetic<>(operator, value, interval, value.type());
        return value.type().name().equals("date") ? new Cast<>(computed, value.type()) : computed;
    }

    /** The date so many days later. */
    public static Expression<LocalDate> plusDays(Expression<LocalDate> date, Expression<Integer> days) {
        return new Arithmetic<>(Operator.PLUS, date, days, date.type());
    }

    /** How many days the second date is after the first. */
    public static Expression<Integer> days(Expression<LocalDate> from, Expression<LocalDate> to) {
        return new Arithmetic<>(Operator.MINUS, to, from, Types.INTEGER);
    }

    /** How much later the second time is than the first, in days and hours; both are of one type. */
    public static <T extends Temporal> Expression<Interval> between(Expression<T> from, Expression<T> to) {
        if (from.type().javaType() == LocalDate.class) {
            throw new StatementException("Between two dates lie whole days; use days(from, to).");
        }
        return new Arithmetic<>(Operator.MINUS, to, from, Types.INTERVAL);
    }

    /** How much later the second time is than the first, in years, months and days. */
    public static <T extends Temporal> Expression<Interval> age(Expression<T> from, Expression<T> to) {
        return Sql.function("age", Types.INTERVAL, to, from);
    }

    /** How much later today's midnight is, in years, months and days. */
    public static Expression<Interval> age(Expression<? extends Temporal> from) {
        return Sql.function("age", Types.INTERVAL, from);
    }

    /** So many times the interval. */
    public static <T extends TemporalAmount> Expression<T> times(Expression<T> interval, double factor) {
        return times(interval, Sql.value(Types.DOUBLE, factor));
    }

    public static <T extends TemporalAmount> Expression<T> times(
            Expression<T> interval, Expression<? extends Number> factor) {
        return new Arithmetic<>(Operator.TIMES, interval, factor, interval.type());
    }

    /** The interval divided by a number. */
    public static <T extends TemporalAmount> Expression<T> dividedBy(Expression<T> interval, double divisor) {
        return new Arithmetic<>(Operator.DIVIDE, interval, Sql.value(Types.DOUBLE, divisor), interval.type());
    }

    /** With each 24 hours as a day, and each 30 days as a month. */
    public static <T extends TemporalAmount> Expression<T> justified(Expression<T> interval) {
        return Sql.function("justify_interval", interval.type(), interval);
    }

    /** The beginning of the interval of this length that the time lies in, counted from the origin. */
    public static <T extends Temporal> Expression<T> bin(
            Expression<? extends TemporalAmount> length, Expression<T> value, Expression<T> origin) {
        return Sql.function("date_bin", value.type(), length, value, origin);
    }

    /** The time of day. */
    public static Expression<LocalTime> timeOf(Expression<? extends Temporal> value) {
        return value.cast(Types.TIME);
    }

    /** The instant so many seconds after 1970. */
    public static Expression<OffsetDateTime> fromEpoch(Expression<Double> seconds) {
        return Sql.function("to_timestamp", Types.TIMESTAMPTZ, seconds);
    }

    /** The date or time as text, in a pattern of PostgreSQL's such as {@code YYYY-MM-DD}. */
    public static Expression<String> format(Expression<?> value, String pattern) {
        return Sql.function("to_char", Types.TEXT, value, Sql.value(Types.TEXT, Arguments.required(pattern)));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.error.StatementException;
import io.gino.sql.Arithmetic;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Precedence;
import io.gino.sql.Sql;
import io.gino.sql.Template;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Dates and times.
 *
 * @since 0.1.0
 */
public final class DateFunctions {

    private static final SqlType<String> INTERVAL = SqlType.of("interval", String.class);

    private DateFunctions() {}

    /** A part of a date or time. */
    public enum Part {
        MICROSECONDS,
        MILLISECONDS,
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        /** From Sunday, 0, to Saturday. */
        DOW,
        /** From Monday, 1, to Sunday. */
        ISODOW,
        DOY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        ISOYEAR,
        DECADE,
        CENTURY,
        MILLENNIUM,
        /** Seconds since 1970. */
        EPOCH;

        private static final Set<Part> NO_UNITS = Set.of(DOW, ISODOW, DOY, ISOYEAR, EPOCH);
    }

    /** A part of the date or time as a number. */
    public static Expression<BigDecimal> extract(Part part, Expression<? extends Temporal> value) {
        return new Template<>(
                List.of("extract(" + part + " FROM ", ")"), List.of(value), Types.NUMERIC, Precedence.ATOM);
    }

    /** The beginning of the hour, day, month … that the value lies in. */
    public static <T extends Temporal> Expression<T> dateTrunc(Part unit, Expression<T> value) {
        if (Part.NO_UNITS.contains(unit)) {
            throw new StatementException("A date cannot be cut to " + unit + ", which is no unit of time.");
        }
        String name = unit.name().toLowerCase(Locale.ROOT);
        return dated(Sql.function("date_trunc", value.type(), Sql.literal(Types.TEXT, name), value), value.type());
    }

    /** What the clocks of this zone show at that instant: {@code AT TIME ZONE}. */
    public static Expression<LocalDateTime> toTimeZone(Expression<? extends Temporal> instant, ZoneId zone) {
        requireType(instant, "timestamptz");
        return atTimeZone(instant, zone, Types.TIMESTAMP);
    }

    /** What the clocks show at that instant in the zone of this name, which may differ from row to row. */
    public static Expression<LocalDateTime> toTimeZone(
            Expression<? extends Temporal> instant, Expression<String> zone) {
        requireType(instant, "timestamptz");
        return atTimeZone(instant, zone, Types.TIMESTAMP);
    }

    /** The instant at which the clocks show that in the zone of this name, which may differ from row to row. */
    public static Expression<OffsetDateTime> fromTimeZone(Expression<LocalDateTime> local, Expression<String> zone) {
        return atTimeZone(local, zone, Types.TIMESTAMPTZ);
    }

    /** The instant at which the clocks of this zone show that: {@code AT TIME ZONE}. */
    public static Expression<OffsetDateTime> fromTimeZone(Expression<LocalDateTime> local, ZoneId zone) {
        return atTimeZone(local, zone, Types.TIMESTAMPTZ);
    }

    private static <T> Expression<T> atTimeZone(Expression<?> value, ZoneId zone, SqlType<T> type) {
        if (zone instanceof ZoneOffset && !zone.equals(ZoneOffset.UTC)) {
            throw new StatementException("PostgreSQL reads the offset " + zone
                    + " with its sign reversed. Use a zone with a name, such as Europe/Paris.");
        }
        Expression<String> name = Sql.value(Types.TEXT, zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
        return atTimeZone(value, name, type);
    }

    private static <T> Expression<T> atTimeZone(Expression<?> value, Expression<String> zone, SqlType<T> type) {
        return new Template<>(List.of("", " AT TIME ZONE ", ""), List.of(value, zone), type, Precedence.UNARY);
    }

    private static void requireType(Expression<?> value, String type) {
        if (!value.type().name().equals(type)) {
            throw new StatementException("Only a " + type + " is an instant; " + value + " is of type "
                    + value.type().name() + ".");
        }
    }

    /** The time that much later. */
    public static <T extends Temporal> Expression<T> plus(Expression<T> value, Duration duration) {
        return shifted(Operator.PLUS, value, duration.toString());
    }

    /** The time so many days, months and years later. */
    public static <T extends Temporal> Expression<T> plus(Expression<T> value, Period period) {
        return shifted(Operator.PLUS, value, period.toString());
    }

    /** The time that much earlier. */
    public static <T extends Temporal> Expression<T> minus(Expression<T> value, Duration duration) {
        return shifted(Operator.MINUS, value, duration.toString());
    }

    /** The time so many days, months and years earlier. */
    public static <T extends Temporal> Expression<T> minus(Expression<T> value, Period period) {
        return shifted(Operator.MINUS, value, period.toString());
    }

    private static <T> Expression<T> shifted(Operator operator, Expression<T> value, String interval) {
        Expression<String> amount = Sql.value(Types.TEXT, interval).cast(INTERVAL);
        return dated(new Arithmetic<>(operator, value, amount, value.type()), value.type());
    }

    /** PostgreSQL computes with dates as with timestamps; a date stays one. */
    private static <T> Expression<T> dated(Expression<T> computed, SqlType<T> type) {
        return type.name().equals("date") ? computed.cast(type) : computed;
    }

    /** The day on which the transaction began, in the session's time zone. */
    public static Expression<LocalDate> currentDate() {
        return new Template<>(List.of("CURRENT_DATE"), List.of(), Types.DATE, Precedence.ATOM);
    }
}

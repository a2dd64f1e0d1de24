package io.gino.type;

import io.gino.error.LoadException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;

/**
 * Dates and times as the text that PostgreSQL reads and prints: ISO 8601, but with years before 1 as {@code BC}, more
 * than four digits without a sign, and {@code infinity}, which is Java's {@code MAX}.
 */
final class TimeText {

    private static final String INFINITY = "infinity";
    private static final String NEGATIVE_INFINITY = "-infinity";

    private final String text;
    private int at;

    private TimeText(String text) {
        this.text = text;
    }

    static String print(LocalDate date) {
        if (date.equals(LocalDate.MAX)) {
            return INFINITY;
        } else if (date.equals(LocalDate.MIN)) {
            return NEGATIVE_INFINITY;
        }
        return isPlain(date) ? date.toString() : digits(date) + era(date);
    }

    static String print(LocalDateTime time) {
        if (time.equals(LocalDateTime.MAX)) {
            return INFINITY;
        } else if (time.equals(LocalDateTime.MIN)) {
            return NEGATIVE_INFINITY;
        }
        LocalDate date = time.toLocalDate();
        return isPlain(date) ? time.toString() : digits(date) + " " + time.toLocalTime() + era(date);
    }

    static String print(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) {
            return INFINITY;
        } else if (time.equals(OffsetDateTime.MIN)) {
            return NEGATIVE_INFINITY;
        }
        LocalDate date = time.toLocalDate();
        return isPlain(date) ? time.toString() : digits(date) + " " + time.toLocalTime() + time.getOffset() + era(date);
    }

    /** Whether Java writes the date as PostgreSQL does. */
    private static boolean isPlain(LocalDate date) {
        return date.getYear() > 0 && date.getYear() <= 9999;
    }

    private static String digits(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    static LocalDate date(String text) {
        return special(text, LocalDate.MIN, LocalDate.MAX, TimeText::date);
    }

    static LocalDateTime timestamp(String text) {
        return special(text, LocalDateTime.MIN, LocalDateTime.MAX, TimeText::timestamp);
    }

    static OffsetDateTime timestamptz(String text) {
        return special(text, OffsetDateTime.MIN, OffsetDateTime.MAX, TimeText::timestamptz);
    }

    /** A time of day; PostgreSQL's 24:00 is Java's last moment before it. */
    static LocalTime time(String text) {
        return parsed(text, LocalTime.class, TimeText::time);
    }

    static OffsetTime timetz(String text) {
        return parsed(text, OffsetTime.class, TimeText::timetz);
    }

    private static <T> T special(String text, T min, T max, Function<TimeText, T> parse) {
        if (text.equals(INFINITY)) {
            return max;
        }
        return text.equals(NEGATIVE_INFINITY) ? min : parsed(text, min.getClass(), parse);
    }

    private static <T> T parsed(String text, Class<?> javaType, Function<TimeText, T> parse) {
        try {
            return parse.apply(new TimeText(text));
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            throw new LoadException(
                    "A value cannot be read as " + javaType.getSimpleName()
                            + ": it is no ISO date or time. If it is one in PostgreSQL, leave DateStyle at ISO.",
                    e);
        }
    }

    private LocalDate date() {
        int year = number();
        at++;
        int month = number();
        at++;
        int day = number();
        return LocalDate.of(text.endsWith(" BC") ? 1 - year : year, month, day);
    }

    private LocalDateTime timestamp() {
        LocalDate date = date();
        at++;
        return LocalDateTime.of(date, time());
    }

    private OffsetDateTime timestamptz() {
        return OffsetDateTime.of(timestamp(), offset());
    }

    private OffsetTime timetz() {
        return OffsetTime.of(time(), offset());
    }

    private LocalTime time() {
        int hour = number();
        at++;
        int minute = number();
        at++;
        int second = number();
        int nano = fraction();
        return hour == 24 ? LocalTime.MAX : LocalTime.of(hour, minute, second, nano);
    }

    /** The digits behind the point, if there are any, in nanoseconds. */
    private int fraction() {
        if (at >= text.length() || text.charAt(at) != '.') {
            return 0;
        }
        at++;
        int start = at;
        int nanos = number();
        for (int digits = at - start; digits < 9; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private ZoneOffset offset() {
        int sign = text.charAt(at) == '-' ? -1 : 1;
        at++;
        int hours = number();
        int minutes = part();
        int seconds = part();
        return hours + minutes + seconds == 0
                ? ZoneOffset.UTC
                : ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60 + seconds));
    }

    /** A part of an offset that is left out when it is zero. */
    private int part() {
        if (at >= text.length() || text.charAt(at) != ':') {
            return 0;
        }
        at++;
        return number();
    }

    private int number() {
        int start = at;
        int number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at) - '0';
            at++;
        }
        if (at == start) {
            throw new DateTimeException("No digit at position " + at);
        }
        return number;
    }
}

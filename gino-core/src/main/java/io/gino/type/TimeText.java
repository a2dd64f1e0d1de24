/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates and times as the text that PostgreSQL reads and prints: ISO 8601, but with years before 1 as {@code BC}, more
 * than four digits without a sign, and {@code infinity}, which is Java's {@code MAX}.
 */
final class TimeText {

    private static final String INFINITY = "infinity";
    private static final String NEGATIVE_INFINITY = "-infinity";

    private static final DateTimeFormatter FIXED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private TimeText() {}

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

    /** With all six digits behind the point, rounded to what PostgreSQL keeps. */
    static String fixed(LocalDateTime time) {
        return isPlain(time.toLocalDate()) ? FIXED.format(micros(time)) : print(time);
    }

    /** In UTC, with all six digits behind the point. */
    static String fixed(OffsetDateTime time) {
        boolean infinite = time.equals(OffsetDateTime.MAX) || time.equals(OffsetDateTime.MIN);
        LocalDateTime utc = infinite
                ? time.toLocalDateTime()
                : time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return isPlain(utc.toLocalDate()) ? FIXED.format(micros(utc)) + "+00:00" : print(time);
    }

    /** With all six digits behind the point; the last moment of the day is its end. */
    static String fixed(LocalTime time) {
        LocalDateTime rounded = micros(time.atDate(LocalDate.EPOCH));
        return rounded.toLocalDate().equals(LocalDate.EPOCH)
                ? FIXED.format(rounded).substring("1970-01-01T".length())
                : "24:00:00.000000";
    }

    private static LocalDateTime micros(LocalDateTime time) {
        return time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
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
        return TimeBytes.date(bytes(text), 0, text.length());
    }

    static LocalDateTime timestamp(String text) {
        return TimeBytes.timestamp(bytes(text), 0, text.length());
    }

    static OffsetDateTime timestamptz(String text) {
        return TimeBytes.timestamptz(bytes(text), 0, text.length());
    }

    /** A time of day; PostgreSQL's 24:00 is Java's last moment before it. */
    static LocalTime time(String text) {
        return TimeBytes.time(bytes(text), 0, text.length());
    }

    static OffsetTime timetz(String text) {
        return TimeBytes.timetz(bytes(text), 0, text.length());
    }

    /** One byte for each character; those that no date or time has become a question mark. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Reads dates and times from the bytes of the text that PostgreSQL prints, without making that text: see
 * {@link TimeText} for its form. Single-use.
 */
final class TimeBytes {

    private static final byte[] INFINITY = "infinity".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NEGATIVE_INFINITY = "-infinity".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] bytes;
    private final int to;
    private int at;

    private TimeBytes(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    static LocalDate date(byte[] bytes, int from, int to) {
        if (!startsWithDigit(bytes, from, to) && isInfinity(bytes, from, to)) {
            return bytes[from] == '-' ? LocalDate.MIN : LocalDate.MAX;
        }
        try {
            return new TimeBytes(bytes, from, to).date();
        } catch (DateTimeException e) {
            throw unreadable(LocalDate.class, e);
        }
    }

    static LocalDateTime timestamp(byte[] bytes, int from, int to) {
        if (!startsWithDigit(bytes, from, to) && isInfinity(bytes, from, to)) {
            return bytes[from] == '-' ? LocalDateTime.MIN : LocalDateTime.MAX;
        }
        try {
            return new TimeBytes(bytes, from, to).timestamp();
        } catch (DateTimeException e) {
            throw unreadable(LocalDateTime.class, e);
        }
    }

    static OffsetDateTime timestamptz(byte[] bytes, int from, int to) {
        if (!startsWithDigit(bytes, from, to) && isInfinity(bytes, from, to)) {
            return bytes[from] == '-' ? OffsetDateTime.MIN : OffsetDateTime.MAX;
        }
        try {
            return new TimeBytes(bytes, from, to).timestamptz();
        } catch (DateTimeException e) {
            throw unreadable(OffsetDateTime.class, e);
        }
    }

    static LocalTime time(byte[] bytes, int from, int to) {
        try {
            return new TimeBytes(bytes, from, to).time();
        } catch (DateTimeException e) {
            throw unreadable(LocalTime.class, e);
        }
    }

    static OffsetTime timetz(byte[] bytes, int from, int to) {
        try {
            return new TimeBytes(bytes, from, to).timetz();
        } catch (DateTimeException e) {
            throw unreadable(OffsetTime.class, e);
        }
    }

    private static boolean startsWithDigit(byte[] bytes, int from, int to) {
        return from < to && bytes[from] >= '0' && bytes[from] <= '9';
    }

    private static boolean isInfinity(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, INFINITY, 0, INFINITY.length)
                || Arrays.equals(bytes, from, to, NEGATIVE_INFINITY, 0, NEGATIVE_INFINITY.length);
    }

    private static LoadException unreadable(Class<?> javaType, DateTimeException cause) {
        return new LoadException(
                "A value cannot be read as " + javaType.getSimpleName()
                        + ": it is no ISO date or time. If it is one in PostgreSQL, leave DateStyle at ISO.",
                cause);
    }

    private LocalDate date() {
        int year = number();
        at++;
        int month = number();
        at++;
        int day = number();
        return LocalDate.of(bytes[to - 1] == 'C' ? 1 - year : year, month, day); // … BC
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
        if (!isNext('.')) {
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
        int sign = isNext('-') ? -1 : 1;
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
        if (!isNext(':')) {
            return 0;
        }
        at++;
        return number();
    }

    private boolean isNext(int character) {
        return at < to && bytes[at] == character;
    }

    private int number() {
        int start = at;
        int number = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + bytes[at] - '0';
            at++;
        }
        if (at == start) {
            throw new DateTimeException("No digit at position " + at);
        }
        return number;
    }
}

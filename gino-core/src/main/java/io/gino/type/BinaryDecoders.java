/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** Values of the binary form in which PostgreSQL sends them where the driver was told to have it so. */
final class BinaryDecoders {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
    private static final int NEGATIVE = 0x4000;
    /** A digit of a numeric is four decimal ones. */
    private static final int DIGITS = 4;

    private static final BigInteger BASE = BigInteger.valueOf(10_000);

    private BinaryDecoders() {}

    static Boolean bool(byte[] bytes, int from, int to) {
        return bytes[from] != 0;
    }

    static Short int2(byte[] bytes, int from, int to) {
        return (short) shortAt(bytes, from);
    }

    static Integer int4(byte[] bytes, int from, int to) {
        return intAt(bytes, from);
    }

    static Long int8(byte[] bytes, int from, int to) {
        return longAt(bytes, from);
    }

    /** The number of something in PostgreSQL's catalog, which has no sign. */
    static Long oid(byte[] bytes, int from, int to) {
        return Integer.toUnsignedLong(intAt(bytes, from));
    }

    static Float float4(byte[] bytes, int from, int to) {
        return Float.intBitsToFloat(intAt(bytes, from));
    }

    static Double float8(byte[] bytes, int from, int to) {
        return Double.longBitsToDouble(longAt(bytes, from));
    }

    static UUID uuid(byte[] bytes, int from, int to) {
        return new UUID(longAt(bytes, from), longAt(bytes, from + Long.BYTES));
    }

    static byte[] bytea(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** A document with the number of its form before it, of which PostgreSQL knows one. */
    static Json jsonb(byte[] bytes, int from, int to) {
        return new Json(TextDecoders.text(bytes, from + 1, to));
    }

    static Json json(byte[] bytes, int from, int to) {
        return new Json(TextDecoders.text(bytes, from, to));
    }

    static LocalDate date(byte[] bytes, int from, int to) {
        int days = intAt(bytes, from);
        if (days == Integer.MAX_VALUE) {
            return LocalDate.MAX;
        }
        return days == Integer.MIN_VALUE ? LocalDate.MIN : LocalDate.ofEpochDay(EPOCH_DAY + days);
    }

    static LocalTime time(byte[] bytes, int from, int to) {
        long micros = longAt(bytes, from);
        return micros == MICROS_PER_DAY ? LocalTime.MAX : LocalTime.ofNanoOfDay(micros * 1000);
    }

    static OffsetTime timetz(byte[] bytes, int from, int to) {
        return time(bytes, from, to).atOffset(ZoneOffset.ofTotalSeconds(-intAt(bytes, from + Long.BYTES)));
    }

    static LocalDateTime timestamp(byte[] bytes, int from, int to) {
        long micros = longAt(bytes, from);
        if (micros == Long.MAX_VALUE) {
            return LocalDateTime.MAX;
        }
        return micros == Long.MIN_VALUE
                ? LocalDateTime.MIN
                : LocalDateTime.ofEpochSecond(second(micros), nano(micros), ZoneOffset.UTC);
    }

    /** With the offset of this JVM's time zone, which the driver makes that of the session too. */
    static OffsetDateTime timestamptz(byte[] bytes, int from, int to) {
        long micros = longAt(bytes, from);
        if (micros == Long.MAX_VALUE) {
            return OffsetDateTime.MAX;
        }
        return micros == Long.MIN_VALUE
                ? OffsetDateTime.MIN
                : OffsetDateTime.ofInstant(Instant.ofEpochSecond(second(micros), nano(micros)), ZoneId.systemDefault());
    }

    private static long second(long micros) {
        return EPOCH_SECOND + Math.floorDiv(micros, MICROS_PER_SECOND);
    }

    private static int nano(long micros) {
        return (int) Math.floorMod(micros, MICROS_PER_SECOND) * 1000;
    }

    static Interval interval(byte[] bytes, int from, int to) {
        return new Interval(
                intAt(bytes, from + Long.BYTES + Integer.BYTES), intAt(bytes, from + Long.BYTES), longAt(bytes, from));
    }

    /** How many digits there are, where the first stands, the sign, how many decimals are shown; then the digits. */
    static BigDecimal numeric(byte[] bytes, int from, int to) {
        int count = shortAt(bytes, from);
        int weight = (short) shortAt(bytes, from + 2);
        int sign = shortAt(bytes, from + 4);
        int scale = shortAt(bytes, from + 6);
        if (sign != 0 && sign != NEGATIVE) {
            throw new LoadException("A BigDecimal holds neither NaN nor infinity.");
        }
        BigDecimal number = new BigDecimal(digits(bytes, from + 8, count), (count - weight - 1) * DIGITS);
        // PostgreSQL sends whole digits of four, of which the last may have more decimals than are shown: all zeros.
        BigDecimal shown = number.setScale(scale, RoundingMode.UNNECESSARY);
        return sign == NEGATIVE ? shown.negate() : shown;
    }

    private static BigInteger digits(byte[] bytes, int from, int count) {
        if (count <= DIGITS) {
            long number = 0;
            for (int i = 0; i < count; i++) {
                number = number * 10_000 + shortAt(bytes, from + 2 * i);
            }
            return BigInteger.valueOf(number);
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            number = number.multiply(BASE).add(BigInteger.valueOf(shortAt(bytes, from + 2 * i)));
        }
        return number;
    }

    /** Two bytes as a number without sign. */
    private static int shortAt(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    static int intAt(byte[] bytes, int at) {
        return shortAt(bytes, at) << 16 | shortAt(bytes, at + 2);
    }

    private static long longAt(byte[] bytes, int at) {
        return (long) intAt(bytes, at) << 32 | (intAt(bytes, at + 4) & 0xffff_ffffL);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.UUID;

/**
 * Values as the binary form that PostgreSQL reads: what {@link BinaryDecoders} reads. What PostgreSQL would make of the
 * text of a value is written, to the last microsecond.
 */
final class BinaryEncoders {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /** The days from the first that PostgreSQL can hold, 4714-11-24 BC, to behind the last. */
    private static final long FIRST_DAY = LocalDate.of(-4713, 11, 24).toEpochDay();

    private static final long END_DAY = LocalDate.of(5874898, 1, 1).toEpochDay();
    private static final long FIRST_SECOND = FIRST_DAY * 86_400;
    private static final long END_SECOND = LocalDate.of(294277, 1, 1).toEpochDay() * 86_400;

    private BinaryEncoders() {}

    static void bool(Boolean value, BinaryBuffer out) {
        out.putByte(value ? 1 : 0);
    }

    static void int2(Short value, BinaryBuffer out) {
        out.putShort(value);
    }

    static void int4(Integer value, BinaryBuffer out) {
        out.putInt(value);
    }

    static void int8(Long value, BinaryBuffer out) {
        out.putLong(value);
    }

    static void float4(Float value, BinaryBuffer out) {
        out.putInt(Float.floatToIntBits(value));
    }

    static void float8(Double value, BinaryBuffer out) {
        out.putLong(Double.doubleToLongBits(value));
    }

    static void uuid(UUID value, BinaryBuffer out) {
        out.putLong(value.getMostSignificantBits());
        out.putLong(value.getLeastSignificantBits());
    }

    static void bytea(byte[] value, BinaryBuffer out) {
        out.putBytes(value);
    }

    static void text(String value, BinaryBuffer out) {
        out.putText(value);
    }

    static void json(Json value, BinaryBuffer out) {
        out.putText(value.text());
    }

    /** After the number of its form, of which PostgreSQL knows one. */
    static void jsonb(Json value, BinaryBuffer out) {
        out.putByte(1);
        out.putText(value.text());
    }

    static void date(LocalDate value, BinaryBuffer out) {
        if (value.equals(LocalDate.MAX)) {
            out.putInt(Integer.MAX_VALUE);
        } else if (value.equals(LocalDate.MIN)) {
            out.putInt(Integer.MIN_VALUE);
        } else {
            long day = value.toEpochDay();
            if (day < FIRST_DAY || day >= END_DAY) {
                TimeLimits.check(value);
            }
            out.putInt((int) (day - EPOCH_DAY));
        }
    }

    static void time(LocalTime value, BinaryBuffer out) {
        out.putLong(value.toSecondOfDay() * MICROS_PER_SECOND + micros(value.get(ChronoField.NANO_OF_SECOND)));
    }

    static void timestamp(LocalDateTime value, BinaryBuffer out) {
        if (value.equals(LocalDateTime.MAX)) {
            out.putLong(Long.MAX_VALUE);
        } else if (value.equals(LocalDateTime.MIN)) {
            out.putLong(Long.MIN_VALUE);
        } else {
            long second = value.toEpochSecond(ZoneOffset.UTC);
            if (isOutside(second)) {
                TimeLimits.check(value);
            }
            moment(second, value.get(ChronoField.NANO_OF_SECOND), out);
        }
    }

    static void timestamptz(OffsetDateTime value, BinaryBuffer out) {
        if (value.equals(OffsetDateTime.MAX)) {
            out.putLong(Long.MAX_VALUE);
        } else if (value.equals(OffsetDateTime.MIN)) {
            out.putLong(Long.MIN_VALUE);
        } else {
            long second = value.toEpochSecond();
            if (isOutside(second)) {
                TimeLimits.check(value);
            }
            moment(second, value.get(ChronoField.NANO_OF_SECOND), out);
        }
    }

    private static boolean isOutside(long second) {
        return second < FIRST_SECOND || second >= END_SECOND;
    }

    private static void moment(long second, int nano, BinaryBuffer out) {
        out.putLong((second - EPOCH_SECOND) * MICROS_PER_SECOND + micros(nano));
    }

    /** Rounded as PostgreSQL rounds what it reads from text: in floating point, halves to the even. */
    private static long micros(int nano) {
        return nano % 1000 == 0 ? nano / 1000 : (long) Math.rint(nano / NANOS_PER_SECOND * MICROS_PER_SECOND);
    }
}

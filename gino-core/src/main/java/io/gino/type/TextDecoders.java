/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Values of the bytes of the text that PostgreSQL prints. What is common is read here; whatever else stands there is left
 * to Java, which knows all of it, and says what is wrong where something is.
 */
final class TextDecoders {

    /** So many digits fit into a long, whichever they are. */
    private static final int SAFE_DIGITS = 18;
    /** So many digits fit into the 53 bits of a double, whichever they are. */
    private static final int EXACT_DIGITS = 15;
    /** So many digits fit into the 24 bits of a float, whichever they are. */
    private static final int EXACT_FLOAT_DIGITS = 7;

    /** The powers of ten that a double holds exactly, as far as they are needed. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final float[] FLOAT_POWERS = {1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f};

    private TextDecoders() {}

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    static Boolean bool(byte[] bytes, int from, int to) {
        return to - from == 1 && bytes[from] == 't';
    }

    static Short int2(byte[] bytes, int from, int to) {
        long number = integer(bytes, from, to);
        if (number != (short) number) {
            throw new NumberFormatException("Value out of range: " + number);
        }
        return (short) number;
    }

    static Integer int4(byte[] bytes, int from, int to) {
        return Math.toIntExact(integer(bytes, from, to));
    }

    static Long int8(byte[] bytes, int from, int to) {
        return integer(bytes, from, to);
    }

    private static long integer(byte[] bytes, int from, int to) {
        int at = from < to && bytes[from] == '-' ? from + 1 : from;
        if (at == to || to - at > SAFE_DIGITS) {
            return Long.parseLong(text(bytes, from, to));
        }
        long number = 0;
        for (int i = at; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return Long.parseLong(text(bytes, from, to));
            }
            number = number * 10 + digit;
        }
        return at == from ? number : -number;
    }

    static BigDecimal numeric(byte[] bytes, int from, int to) {
        int point = pointOf(bytes, from, to, SAFE_DIGITS);
        return point < 0
                ? new BigDecimal(text(bytes, from, to))
                : BigDecimal.valueOf(digits(bytes, from, to), scale(point, to));
    }

    /** Both numbers of the division are exact, so that its result is the double that is next to the number. */
    static Double float8(byte[] bytes, int from, int to) {
        int point = pointOf(bytes, from, to, EXACT_DIGITS);
        if (point < 0) {
            return Double.parseDouble(text(bytes, from, to));
        }
        double number = digits(bytes, from, to) / POWERS[scale(point, to)];
        return bytes[from] == '-' && number == 0 ? -0.0 : number;
    }

    static Float float4(byte[] bytes, int from, int to) {
        int point = pointOf(bytes, from, to, EXACT_FLOAT_DIGITS);
        if (point < 0) {
            return Float.parseFloat(text(bytes, from, to));
        }
        float number = digits(bytes, from, to) / FLOAT_POWERS[scale(point, to)];
        return bytes[from] == '-' && number == 0 ? -0.0f : number;
    }

    private static int scale(int point, int to) {
        return point == to ? 0 : to - point - 1;
    }

    /**
     * Where the point of a plain decimal number stands, at the end when it has none; -1 when it is something else or has
     * more digits than {@code most}.
     */
    private static int pointOf(byte[] bytes, int from, int to, int most) {
        int point = to;
        int start = from < to && bytes[from] == '-' ? from + 1 : from;
        for (int at = start; at < to; at++) {
            if (bytes[at] == '.' && point == to && at > start && at < to - 1) {
                point = at;
            } else if (bytes[at] < '0' || bytes[at] > '9') {
                return -1;
            }
        }
        int digits = to - start - (point == to ? 0 : 1);
        return digits == 0 || digits > most ? -1 : point;
    }

    /** The digits of a plain decimal number without its point. */
    private static long digits(byte[] bytes, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] >= '0') {
                number = number * 10 + bytes[at] - '0';
            }
        }
        return bytes[from] == '-' ? -number : number;
    }

    static UUID uuid(byte[] bytes, int from, int to) {
        boolean isUsual = to - from == 36
                && bytes[from + 8] == '-'
                && bytes[from + 13] == '-'
                && bytes[from + 18] == '-'
                && bytes[from + 23] == '-';
        if (!isUsual) {
            return UUID.fromString(text(bytes, from, to));
        }
        long most = hex(bytes, from, from + 8) << 32
                | hex(bytes, from + 9, from + 13) << 16
                | hex(bytes, from + 14, from + 18);
        long least = hex(bytes, from + 19, from + 23) << 48 | hex(bytes, from + 24, from + 36);
        return new UUID(most, least);
    }

    private static long hex(byte[] bytes, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            number = number << 4 | hexDigit(bytes[at]);
        }
        return number;
    }

    private static int hexDigit(byte character) {
        int digit = Character.digit(character, 16);
        if (digit < 0) {
            throw new NumberFormatException("'" + (char) character + "' is no hexadecimal digit");
        }
        return digit;
    }

    static byte[] bytea(byte[] bytes, int from, int to) {
        if (to - from < 2 || bytes[from] != '\\' || bytes[from + 1] != 'x') {
            throw new LoadException("The bytes are not in hexadecimal form. Leave PostgreSQL's bytea_output at hex.");
        }
        byte[] value = new byte[(to - from - 2) / 2];
        int at = from + 2;
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) (hexDigit(bytes[at]) << 4 | hexDigit(bytes[at + 1]));
            at += 2;
        }
        return value;
    }
}

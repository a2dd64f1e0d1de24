/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.StatementException;
import java.math.BigDecimal;

/**
 * Decimal numbers as the binary form that PostgreSQL reads: how many digits there are, where the first stands, the sign,
 * how many decimals are shown; then the digits, each of which is four decimal ones.
 */
final class NumericEncoder {

    private static final int NEGATIVE = 0x4000;
    private static final int DIGITS = 4;
    private static final int BASE = 10_000;

    /** With three zeros at their end they still fit into a long. */
    private static final int SHORT = 15;

    private static final long[] POWERS = {1, 10, 100, 1000};

    private static final int MOST_DECIMALS = 16_383;
    private static final int MOST_WHOLES = 131_072;

    private NumericEncoder() {}

    static void numeric(BigDecimal value, BinaryBuffer out) {
        if (value.scale() > MOST_DECIMALS || (long) value.precision() - value.scale() > MOST_WHOLES) {
            throw new StatementException("PostgreSQL's numeric has at most " + MOST_WHOLES
                    + " digits before the point and " + MOST_DECIMALS + " behind it; got a number with "
                    + value.precision() + " digits, " + value.scale() + " of them behind the point.");
        } else if (value.scale() < 0) {
            numeric(value.setScale(0), out);
        } else if (value.precision() <= SHORT) {
            few(value, out);
        } else {
            many(value, out);
        }
    }

    private static void few(BigDecimal value, BinaryBuffer out) {
        int scale = value.scale();
        long rest = Math.abs(value.unscaledValue().longValue()) * POWERS[missing(scale)];
        int count = 0;
        for (long left = rest; left > 0; left /= BASE) {
            count++;
        }
        header(value, count, out);
        long unit = 1;
        for (int i = 1; i < count; i++) {
            unit *= BASE;
        }
        for (long left = unit; count > 0 && left > 0; left /= BASE) {
            out.putShort((int) (rest / left % BASE));
        }
    }

    private static void many(BigDecimal value, BinaryBuffer out) {
        String digits = value.unscaledValue().abs().toString() + "0".repeat(missing(value.scale()));
        int count = (digits.length() + DIGITS - 1) / DIGITS;
        header(value, count, out);
        int from = 0;
        for (int left = count - 1; left >= 0; left--) {
            int to = digits.length() - left * DIGITS;
            out.putShort(Integer.parseInt(digits, from, to, 10));
            from = to;
        }
    }

    /** How many decimal digits there must be more, so that those behind the point are a multiple of four. */
    private static int missing(int scale) {
        return (DIGITS - scale % DIGITS) % DIGITS;
    }

    private static void header(BigDecimal value, int count, BinaryBuffer out) {
        int behind = (value.scale() + DIGITS - 1) / DIGITS;
        out.putShort(count);
        out.putShort(count - behind - 1);
        out.putShort(value.signum() < 0 ? NEGATIVE : 0);
        out.putShort(value.scale());
    }
}

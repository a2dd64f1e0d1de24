/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.StatementException;
import java.math.BigDecimal;

/** Exact conversions between the number classes. */
final class Numbers {

    private Numbers() {}

    /**
     * The equal number of class {@code target}.
     *
     * @param name the type that the number is for, for messages
     * @throws StatementException when there is none
     */
    static Number exactly(Number value, Class<?> target, String name) {
        try {
            BigDecimal exact = new BigDecimal(value.toString());
            if (target == Long.class) {
                return exact.longValueExact();
            } else if (target == Integer.class) {
                return exact.intValueExact();
            } else if (target == Short.class) {
                return exact.shortValueExact();
            } else if (target == Double.class) {
                return same(exact, exact.doubleValue());
            } else if (target == Float.class) {
                return same(exact, exact.floatValue());
            }
            return target == BigDecimal.class ? exact : exact.toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new StatementException("The number " + value + " does not fit the type " + name + " exactly.", e);
        }
    }

    /** The floating-point number, when its digits are those asked for. */
    private static Number same(BigDecimal exact, Number rounded) {
        if (new BigDecimal(rounded.toString()).compareTo(exact) != 0) {
            throw new ArithmeticException("Rounding necessary");
        }
        return rounded;
    }
}

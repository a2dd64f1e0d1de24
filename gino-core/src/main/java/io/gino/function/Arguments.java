/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.error.StatementException;
import org.jspecify.annotations.Nullable;

/** Checks of what functions are given. */
final class Arguments {

    private Arguments() {}

    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new StatementException("A null cannot stand here: the result would always be NULL.");
        }
        return value;
    }

    static double between(double low, double high, double value, String what) {
        if (!(value >= low && value <= high)) {
            throw new StatementException(what + " lies between " + low + " and " + high + "; got " + value + ".");
        }
        return value;
    }

    static int atLeast(int low, int value, String what) {
        if (value < low) {
            throw new StatementException(what + " is at least " + low + "; got " + value + ".");
        }
        return value;
    }
}

package io.gino.function;

import io.gino.error.StatementException;

/** Checks of what functions are given. */
final class Arguments {

    private Arguments() {}

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

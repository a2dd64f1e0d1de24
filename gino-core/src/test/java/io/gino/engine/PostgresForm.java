/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.type.SqlType;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A form in which PostgreSQL sends values of a type.
 *
 * @param number the number that PostgreSQL gives the type
 * @param driver the class that the driver makes of it
 * @param random any value
 * @param extremes the values at the ends of what there can be
 */
record PostgresForm<T>(
        SqlType<T> type,
        int number,
        Class<?> driver,
        Function<SplittableRandom, byte[]> random,
        List<byte[]> extremes) {

    @Override
    public String toString() {
        return type + " from " + number;
    }
}

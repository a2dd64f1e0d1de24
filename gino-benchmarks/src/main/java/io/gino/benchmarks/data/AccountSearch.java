/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import java.util.Optional;

/**
 * What a user looks for, each part or not: a query with only the conditions that are asked for, the ten
 * with the lowest or the highest ids.
 *
 * @param name what the name contains: each is in at least a tenth of the names, wherever in the table one looks, so that
 *     ten are found soon
 */
public record AccountSearch(
        Optional<String> name,
        Optional<Integer> minAge,
        Optional<Boolean> active,
        Optional<Long> minBalance,
        boolean lastFirst) {

    public static final int LIMIT = 10;

    /** With or without each of four conditions, in one order or the other. */
    public static final int KINDS = 32;

    /** The search with this number: all {@link #KINDS} of them, one after the other. */
    public static AccountSearch numbered(long number) {
        return new AccountSearch(
                part(number, 0, Long.toString(1 + number % 9)),
                part(number, 1, (int) (number % 40)),
                part(number, 2, true),
                part(number, 3, number % 5_000),
                (number & 16) != 0);
    }

    private static <T> Optional<T> part(long number, int bit, T value) {
        return (number >> bit & 1) != 0 ? Optional.of(value) : Optional.empty();
    }

    /** As a pattern for LIKE. */
    public Optional<String> namePattern() {
        return name.map(part -> "%" + part + "%");
    }
}

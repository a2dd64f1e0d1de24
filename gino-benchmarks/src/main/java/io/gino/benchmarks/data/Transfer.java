/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

/** An amount of money for an account, paid at a teller of a branch: TPC-B's transaction. */
public record Transfer(long account, long teller, long branch, long delta) {

    /** The transfer with this number. */
    public static Transfer numbered(long number, int accounts) {
        return new Transfer(
                1 + number * 7_919 % accounts,
                1 + number % (10 * Data.BRANCHES),
                1 + number % Data.BRANCHES,
                number % 1_000 - 500);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often the contenders take turns
 * @param slice how long a turn is, at least; one operation is never cut
 * @param warmUp how long each contender runs before the first round, for each statement of an operation
 */
public record Plan(int rounds, Duration slice, Duration warmUp) {

    public Plan {
        if (rounds < 1) {
            throw new IllegalArgumentException("%d rounds measure nothing. Give at least 1.".formatted(rounds));
        }
    }
}

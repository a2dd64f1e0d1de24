/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Gets;
import java.util.Optional;

/**
 * One row by its key.
 *
 * @param accounts keys are from 1 to this
 */
public record GetByKey(int concurrency, int accounts) implements Workload {

    // Prime to the number of accounts, so that it comes by all of them.
    private static final long STRIDE = 7_919;

    @Override
    public String name() {
        return "get-" + concurrency;
    }

    @Override
    public String description() {
        return "get by key, %d at a time".formatted(concurrency);
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Gets gets
                ? Optional.of(number -> gets.get(1 + number * STRIDE % accounts).flux())
                : Optional.empty();
    }
}

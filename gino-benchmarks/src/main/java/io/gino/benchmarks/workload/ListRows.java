/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Reads;
import java.util.Optional;

/** Rows of eight columns to entities. */
public record ListRows(int rows) implements Workload {

    @Override
    public String name() {
        return "rows-" + rows;
    }

    @Override
    public String description() {
        return "%,d rows of 8 columns to entities".formatted(rows);
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Reads reads ? Optional.of(number -> reads.list(rows)) : Optional.empty();
    }
}

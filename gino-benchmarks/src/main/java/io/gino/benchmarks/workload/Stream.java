/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Reads;
import java.util.Optional;

/** All rows of the table, one after the other. */
public record Stream(int accounts) implements Workload {

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public String description() {
        return "stream of %,d rows".formatted(accounts);
    }

    @Override
    public boolean isStream() {
        return true;
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Reads reads ? Optional.of(number -> reads.stream()) : Optional.empty();
    }
}

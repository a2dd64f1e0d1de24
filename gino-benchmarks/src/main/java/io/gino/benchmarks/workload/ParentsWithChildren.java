/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Graphs;
import io.gino.benchmarks.data.Data;
import java.util.Optional;

/** A graph of two levels. */
public record ParentsWithChildren() implements Workload {

    @Override
    public String name() {
        return "parents";
    }

    @Override
    public String description() {
        return "%d parents with 10 children each".formatted(Data.TEAMS);
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Graphs graphs ? Optional.of(number -> graphs.teams()) : Optional.empty();
    }
}

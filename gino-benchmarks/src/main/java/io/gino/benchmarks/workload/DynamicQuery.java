/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Reads;
import io.gino.benchmarks.data.AccountSearch;
import java.util.Optional;

/** Queries whose conditions depend on what is looked for. */
public record DynamicQuery() implements Workload {

    @Override
    public String name() {
        return "dynamic";
    }

    @Override
    public String description() {
        return "dynamic query, up to 4 conditions, up to %d rows".formatted(AccountSearch.LIMIT);
    }

    @Override
    public int kinds() {
        return AccountSearch.KINDS;
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Reads reads
                ? Optional.of(number -> reads.search(AccountSearch.numbered(number)))
                : Optional.empty();
    }
}

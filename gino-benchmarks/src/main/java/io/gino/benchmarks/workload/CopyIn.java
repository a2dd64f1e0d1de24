/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Copies;
import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.Data;
import java.util.List;
import java.util.Optional;

/**
 * Many rows at once, of which nothing comes back.
 *
 * @param accounts the rows
 */
public record CopyIn(List<Account> accounts) implements Workload {

    @Override
    public String name() {
        return "copy-" + accounts.size();
    }

    @Override
    public String description() {
        return "store %,d rows, nothing returned: COPY beside unnest by hand".formatted(accounts.size());
    }

    @Override
    public void prepare(Data data) {
        data.clear();
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Copies copies
                ? Optional.of(number -> copies.copyIn(accounts).flux())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name();
    }
}

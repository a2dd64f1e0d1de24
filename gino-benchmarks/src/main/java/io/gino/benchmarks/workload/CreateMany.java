/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Writes;
import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.Data;
import java.util.List;
import java.util.Optional;

/**
 * Many rows at once, and back as they were stored.
 *
 * @param accounts the rows
 */
public record CreateMany(List<Account> accounts) implements Workload {

    @Override
    public String name() {
        return "create-" + accounts.size();
    }

    @Override
    public String description() {
        return "create %,d rows, returned as stored".formatted(accounts.size());
    }

    @Override
    public void prepare(Data data) {
        data.clear();
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Writes writes && accounts.size() <= writes.mostAtOnce()
                ? Optional.of(number -> writes.createMany(accounts))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name();
    }
}

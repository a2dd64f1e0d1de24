/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Writes;
import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.Data;
import java.util.Optional;

/** One row with a key from the database. */
public record InsertOne() implements Workload {

    @Override
    public String name() {
        return "insert";
    }

    @Override
    public String description() {
        return "insert one row, its key returned";
    }

    @Override
    public void prepare(Data data) {
        data.clear();
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Writes writes
                ? Optional.of(number -> writes.insert(Account.numbered(number)).flux())
                : Optional.empty();
    }
}

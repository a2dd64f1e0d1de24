/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Writes;
import io.gino.benchmarks.data.Account;
import java.util.Optional;

/**
 * One column of one row, which was read before.
 *
 * @param accounts keys are from 1 to this
 */
public record UpdateColumn(int accounts) implements Workload {

    @Override
    public String name() {
        return "update";
    }

    @Override
    public String description() {
        return "update one column of one row";
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Writes writes
                ? Optional.of(number -> {
                    long id = 1 + number % accounts;
                    return writes.rename(Account.numbered(id).withId(id), "renamed-" + number)
                            .thenReturn(id)
                            .flux();
                })
                : Optional.empty();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Transfers;
import io.gino.benchmarks.data.Transfer;
import java.util.Optional;

/**
 * A transaction of five statements, like TPC-B's.
 *
 * @param accounts keys are from 1 to this
 */
public record TpcB(int accounts) implements Workload {

    @Override
    public String name() {
        return "tpcb";
    }

    @Override
    public String description() {
        return "transaction of 5 statements, like TPC-B";
    }

    /** With those that begin and end the transaction. */
    @Override
    public int statements() {
        return 7;
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Transfers transfers
                ? Optional.of(number ->
                        transfers.transfer(Transfer.numbered(number, accounts)).flux())
                : Optional.empty();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.Transfer;
import reactor.core.publisher.Mono;

/** Runs TPC-B's transaction: five statements, which are committed together. */
public interface Transfers extends Contender {

    /**
     * Adds to the account's balance, reads that, adds to the teller's and to the branch's, and adds a row to the history.
     * Gives the account's new balance.
     */
    Mono<Long> transfer(Transfer transfer);
}

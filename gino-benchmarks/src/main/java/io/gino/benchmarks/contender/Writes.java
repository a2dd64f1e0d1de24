/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.data.AccountRow;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes accounts. */
public interface Writes extends Contender {

    /** Gives the account with its new id. */
    Mono<? extends AccountRow> insert(Account account);

    /** Changes one column of an account that was read before; completes when it is stored. */
    Mono<Void> rename(Account account, String name);

    /** Gives the accounts as they were stored, in their order. */
    Flux<? extends AccountRow> createMany(List<Account> accounts);

    /** How many rows {@link #createMany} can take in a time that is worth waiting for. */
    default int mostAtOnce() {
        return Integer.MAX_VALUE;
    }
}

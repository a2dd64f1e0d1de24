/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.Account;
import java.util.List;
import reactor.core.publisher.Mono;

/** Stores accounts as fast as it can, giving none of them back. */
public interface Copies extends Contender {

    /** Gives the number of stored rows. */
    Mono<Long> copyIn(List<Account> accounts);
}

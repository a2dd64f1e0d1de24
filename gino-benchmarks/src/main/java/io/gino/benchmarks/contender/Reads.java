/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.AccountRow;
import io.gino.benchmarks.data.AccountSearch;
import reactor.core.publisher.Flux;

/** Reads whole accounts. */
public interface Reads extends Gets {

    /** The accounts with the lowest ids, in their order. */
    Flux<? extends AccountRow> list(int limit);

    Flux<? extends AccountRow> search(AccountSearch search);

    /** All accounts by id, as the library gives many rows when nothing else is said. */
    Flux<? extends AccountRow> stream();
}

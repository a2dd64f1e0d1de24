/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.AccountRow;
import reactor.core.publisher.Flux;

/** Reads accounts through a cursor of the server's. */
public interface Cursors extends Contender {

    /** How many rows are fetched at a time. */
    int FETCH_SIZE = 1_000;

    /** All accounts by id. */
    Flux<? extends AccountRow> cursor();
}

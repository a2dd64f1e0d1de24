/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.AccountRow;
import reactor.core.publisher.Mono;

/** Reads single accounts. */
public interface Gets extends Contender {

    Mono<? extends AccountRow> get(long id);
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.Viewed;
import reactor.core.publisher.Flux;

/** Reads parents with their children. */
public interface Graphs extends Contender {

    /** All teams with their members, both by id. */
    Flux<? extends Viewed> teams();
}

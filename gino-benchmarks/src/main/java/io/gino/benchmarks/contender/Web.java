/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.Fortune;
import io.gino.benchmarks.data.World;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does what TechEmpower's web benchmarks ask of a database. */
public interface Web extends Contender {

    /** One row by its key; a request asks for each of its rows alone. */
    Mono<World> world(int id);

    /** Stores the random numbers of worlds that have been read, in one batch where there is one. */
    Mono<Void> update(List<World> worlds);

    Flux<Fortune> fortunes();
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Web;
import io.gino.benchmarks.data.World;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** TechEmpower's multiple queries. */
public record WebQueries(int concurrency) implements Workload {

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public String description() {
        return "TechEmpower queries: %d rows, each by its own statement; %d requests at a time"
                .formatted(World.AT_ONCE, concurrency);
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Web web
                ? Optional.of(number ->
                        Flux.fromIterable(World.numbered(number)).flatMapSequential(world -> web.world(world.id())))
                : Optional.empty();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Web;
import io.gino.benchmarks.data.World;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** TechEmpower's updates. */
public record WebUpdates(int concurrency) implements Workload {

    @Override
    public String name() {
        return "updates";
    }

    @Override
    public String description() {
        return "TechEmpower updates: %d rows read and changed; %d requests at a time"
                .formatted(World.AT_ONCE, concurrency);
    }

    @Override
    public int statements() {
        return 2;
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Web web
                ? Optional.of(number -> update(web, World.numbered(number)))
                : Optional.empty();
    }

    private static Flux<World> update(Web web, List<World> changed) {
        return Flux.fromIterable(changed)
                .flatMapSequential(world -> web.world(world.id()))
                .thenMany(Flux.defer(() -> web.update(changed)))
                .thenMany(Flux.fromIterable(changed));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Renders;
import io.gino.benchmarks.rendering.Rendering;
import io.gino.benchmarks.rendering.Search;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** Statements built and turned into SQL, none of them run. {@code RenderingBenchmark} is the finer measure. */
public record Build() implements Workload {

    // So many that what it costs to come here is nothing beside them.
    private static final int STATEMENTS = 1_000;
    private static final Search SEARCH = new Search("jack%", 18, true, "Paris", "France");

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String description() {
        return "build and compile %,d statements".formatted(STATEMENTS);
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Renders renders
                ? Optional.of(number -> render(renders.rendering()))
                : Optional.empty();
    }

    private static <S> Flux<List<Object>> render(Rendering<S> rendering) {
        return Flux.defer(() -> {
            S last = rendering.render(SEARCH);
            for (int i = 1; i < STATEMENTS; i++) {
                // What depends on the one before cannot be left out.
                last = rendering.render(rendering.sql(last).isEmpty() ? new Search("", 0, false, "", "") : SEARCH);
            }
            return Flux.just(rendering.binds(last));
        });
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.observation;

import io.gino.engine.StatementListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Consumer;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Makes an observation of each statement, inside of that which Reactor's context carries: the HTTP request's. */
final class StatementObservations implements StatementListener {

    /** By which Spring and Micrometer keep the current observation in Reactor's context. */
    private static final String CURRENT = "micrometer.observation";

    private final ObservationRegistry registry;
    private final StatementObservationConvention convention;

    StatementObservations(ObservationRegistry registry, StatementObservationConvention convention) {
        this.registry = registry;
        this.convention = convention;
    }

    @Override
    public Consumer<End> started(Start statement, ContextView context) {
        StatementObservationContext observed = new StatementObservationContext(statement);
        Observation observation = Observation.createNotStarted(convention, () -> observed, registry);
        context.<Object>getOrEmpty(CURRENT)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .ifPresent(observation::parentObservation);
        observation.start();
        return new Observed(observed, observation);
    }

    /** One of them under way; what proxies of the driver observe is inside of it. */
    private record Observed(StatementObservationContext context, Observation observation) implements Scope {

        @Override
        public Context enter(Context of) {
            return of.put(CURRENT, observation);
        }

        @Override
        public void accept(End end) {
            context.ended(end);
            end.failure().ifPresent(observation::error);
            observation.stop();
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.observation;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.GinoAutoConfiguration;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that observes statements as {@code gino.statement}, where the application has an
 * {@code ObservationRegistry}. {@code management.observations.enable.gino.statement=false} switches it off.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
        before = GinoAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({Gino.class, ObservationRegistry.class})
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "spring.gino.enabled", matchIfMissing = true)
public final class GinoObservationAutoConfiguration {

    @Bean
    StatementObservations ginoStatementObservations(
            ObservationRegistry registry, ObjectProvider<StatementObservationConvention> convention) {
        return new StatementObservations(
                registry, convention.getIfAvailable(() -> new StatementObservationConvention() {}));
    }
}

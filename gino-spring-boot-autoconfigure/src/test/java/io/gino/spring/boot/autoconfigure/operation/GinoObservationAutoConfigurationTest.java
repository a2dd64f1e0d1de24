/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.engine.StatementListener;
import io.gino.engine.StatementListener.End;
import io.gino.engine.StatementListener.Outcome;
import io.gino.engine.StatementListener.Start;
import io.gino.spring.boot.autoconfigure.observation.GinoObservationAutoConfiguration;
import io.gino.spring.boot.autoconfigure.observation.StatementObservationContext;
import io.gino.spring.boot.autoconfigure.observation.StatementObservationConvention;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.util.context.Context;

class GinoObservationAutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(GinoObservationAutoConfiguration.class));

    @Test
    void observesNothingWithoutARegistry() {
        runner.run(context -> assertThat(context).doesNotHaveBean(StatementListener.class));
    }

    @Test
    void observesNothingWithoutMicrometer() {
        runner.withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StatementListener.class));
    }

    @Test
    void takesTheConventionOfTheApplication() {
        TestObservationRegistry registry = TestObservationRegistry.create();

        runner.withBean(ObservationRegistry.class, () -> registry)
                .withBean(StatementObservationConvention.class, Own::new)
                .run(context -> context.getBean(StatementListener.class)
                        .started(new Start("gino", "SELECT", Optional.of("users"), "SELECT 1"), Context.empty())
                        .accept(new End(Outcome.SUCCESS, 1, Duration.ofMillis(1), Optional.empty())));

        TestObservationRegistryAssert.assertThat(registry)
                .hasSingleObservationThat()
                .hasNameEqualTo("sql")
                .hasOnlyKeys("rows", "sql")
                .hasLowCardinalityKeyValue("rows", "1");
    }

    static final class Own implements StatementObservationConvention {

        @Override
        public String getName() {
            return "sql";
        }

        @Override
        public KeyValues getLowCardinalityKeyValues(StatementObservationContext context) {
            return KeyValues.of(
                    "rows", context.end().map(end -> String.valueOf(end.rows())).orElse("unknown"));
        }
    }
}

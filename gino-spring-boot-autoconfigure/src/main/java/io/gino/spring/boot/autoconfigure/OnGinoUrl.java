/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * A blank URL is none, so that {@code spring.gino.url=${DATABASE_URL:}} works; a condition on the property would take it.
 *
 * <p>What is decided while code is generated ahead of time cannot be decided otherwise later, and the URL comes later: so
 * without a word about any database one is expected to be named at run time.
 */
final class OnGinoUrl extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("GINO URL");
        if (ConfiguredDatabase.main(context.getEnvironment()).isNamed()) {
            return ConditionOutcome.match(message.because("spring.gino.* names a database"));
        }
        return SpringProperties.getFlag(AbstractAotProcessor.AOT_PROCESSING) && isNoneNamed(context.getEnvironment())
                ? ConditionOutcome.match(message.because("code is generated ahead of time, before there is a URL"))
                : ConditionOutcome.noMatch(message.because("spring.gino.url is not set, or blank"));
    }

    private static boolean isNoneNamed(Environment environment) {
        return !StringUtils.hasText(environment.getProperty("spring.r2dbc.url"))
                && Binder.get(environment)
                        .bindOrCreate(ConfiguredDatabase.MAIN, GinoProperties.class)
                        .databases()
                        .isEmpty();
    }
}

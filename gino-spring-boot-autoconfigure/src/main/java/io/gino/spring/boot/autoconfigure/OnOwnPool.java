/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** {@code spring.r2dbc.url} is set too, and leads to another database than {@code spring.gino.*}. */
final class OnOwnPool extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return new ConditionOutcome(isNeeded(context.getEnvironment()), ConditionMessage.of("GINO's own pool"));
    }

    private static boolean isNeeded(Environment environment) {
        String other = environment.getProperty("spring.r2dbc.url");
        return StringUtils.hasText(other)
                && !ConfiguredDatabase.main(environment).isSameAs(other);
    }
}

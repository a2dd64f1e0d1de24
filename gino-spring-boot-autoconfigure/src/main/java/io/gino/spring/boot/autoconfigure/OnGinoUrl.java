package io.gino.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** A blank URL is none, so that {@code spring.gino.url=${DATABASE_URL:}} works; a condition on the property would take it. */
final class OnGinoUrl extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("GINO URL");
        return StringUtils.hasText(context.getEnvironment().getProperty(GinoUrl.PROPERTY))
                ? ConditionOutcome.match(message.foundExactly(GinoUrl.PROPERTY))
                : ConditionOutcome.noMatch(message.because(GinoUrl.PROPERTY + " is not set, or blank"));
    }
}

package io.gino.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A blank URL is none, so that {@code spring.gino.url=${DATABASE_URL:}} works; a condition on the property would take it. */
final class OnGinoUrl extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("GINO URL");
        return ConfiguredDatabase.main(context.getEnvironment()).isNamed()
                ? ConditionOutcome.match(message.because("spring.gino.* names a database"))
                : ConditionOutcome.noMatch(message.because("spring.gino.url is not set, or blank"));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There are {@code spring.gino.databases}. */
final class OnNamedDatabases extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean isThere = !Binder.get(context.getEnvironment())
                .bindOrCreate(ConfiguredDatabase.MAIN, GinoProperties.class)
                .databases()
                .isEmpty();
        return new ConditionOutcome(
                isThere, ConditionMessage.of("spring.gino.databases are " + (isThere ? "set" : "not set")));
    }
}

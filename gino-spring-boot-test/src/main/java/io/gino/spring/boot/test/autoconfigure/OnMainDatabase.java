/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** An application that has only databases with names has only such in its tests. */
final class OnMainDatabase extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean isNeeded = ConfiguredDatabases.of(context.getEnvironment()).needsMain();
        return new ConditionOutcome(
                isNeeded,
                ConditionMessage.of(
                        "there " + (isNeeded ? "may be a main database" : "are only databases with names")));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Something is to happen to the tables of the main database at start. */
final class OnSchemaMode extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        SchemaMode mode = ConfiguredDatabase.main(context.getEnvironment()).schemaMode();
        return new ConditionOutcome(mode != SchemaMode.NONE, ConditionMessage.of("the schema mode is " + mode));
    }
}

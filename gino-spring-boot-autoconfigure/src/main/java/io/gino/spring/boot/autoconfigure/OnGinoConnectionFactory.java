/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;

/** It is clear which {@code ConnectionFactory} is meant. */
final class OnGinoConnectionFactory extends AnyNestedCondition {

    OnGinoConnectionFactory() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(annotation = GinoConnectionFactory.class)
    static final class Marked {}

    @ConditionalOnSingleCandidate(ConnectionFactory.class)
    static final class TheOnlyOneOrPrimary {}
}

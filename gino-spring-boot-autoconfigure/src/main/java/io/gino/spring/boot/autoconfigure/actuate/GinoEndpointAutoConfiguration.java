/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.actuate;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.GinoAutoConfiguration;
import io.r2dbc.pool.ConnectionPool;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the endpoint {@code gino}, where the actuator is there and exposes it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = GinoAutoConfiguration.class)
@ConditionalOnClass({Gino.class, ConnectionPool.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(GinoEndpoint.class)
@ConditionalOnBooleanProperty(name = "spring.gino.enabled", matchIfMissing = true)
public final class GinoEndpointAutoConfiguration {

    @Bean
    StatementCounts ginoStatementCounts() {
        return new StatementCounts();
    }

    @Bean
    @ConditionalOnMissingBean
    GinoEndpoint ginoEndpoint(ListableBeanFactory beans, StatementCounts statements) {
        return new GinoEndpoint(
                () -> beans.getBeansOfType(Gino.class), () -> beans.getBeansOfType(ConnectionPool.class), statements);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.ConnectionFactoryDecorator;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;

/**
 * Auto-configuration that hands {@code spring.gino.url} to Boot, which builds its pool from it: so that pool settings,
 * health, metrics, transactions and scripts work as they do for {@code spring.r2dbc.url}. Where that is set too and leads
 * elsewhere, GINO gets a pool of its own. It stands back where the application has connection details or a
 * {@code ConnectionFactory} of its own.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = R2dbcAutoConfiguration.class)
@ConditionalOnClass({Gino.class, ConnectionFactory.class})
@ConditionalOnBooleanProperty(name = "spring.gino.enabled", matchIfMissing = true)
@Conditional(OnGinoUrl.class)
@EnableConfigurationProperties({GinoProperties.class, GinoDatabaseProperties.class})
public final class GinoConnectionAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(GinoConnectionAutoConfiguration.class);

    @Configuration(proxyBeanMethods = false)
    @Conditional(OnOwnPool.class)
    @ConditionalOnMissingBean({R2dbcConnectionDetails.class, ConnectionFactory.class})
    @Order(0)
    static class OwnPoolConfiguration {

        @Bean(defaultCandidate = false, destroyMethod = "dispose")
        @GinoConnectionFactory
        ConnectionPool ginoConnectionFactory(
                ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> customizers,
                ObjectProvider<ConnectionFactoryDecorator> decorators,
                GinoDatabaseProperties properties,
                Environment environment) {
            LOG.info("spring.gino.* and spring.r2dbc.url name different databases: GINO has a pool of its own"
                    + " (ginoConnectionFactory), and all others use that of spring.r2dbc.url.");
            return new ConnectionPools(customizers, decorators)
                    .open(ConfiguredDatabase.of(ConfiguredDatabase.MAIN, properties, environment));
        }

        @Bean(defaultCandidate = false)
        R2dbcTransactionManager ginoTransactionManager(@GinoConnectionFactory ConnectionFactory factory) {
            return new R2dbcTransactionManager(factory);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(OnSharedPool.class)
    @ConditionalOnMissingBean({R2dbcConnectionDetails.class, ConnectionFactory.class})
    @Order(1)
    static class SharedPoolConfiguration {

        @Bean
        GinoConnectionDetails ginoConnectionDetails(GinoDatabaseProperties properties, Environment environment) {
            return GinoConnectionDetails.of(ConfiguredDatabase.of(ConfiguredDatabase.MAIN, properties, environment));
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(ConnectionPool.class)
        static class WithPool {

            @Bean
            static GinoPoolSettings ginoPoolSettings(ObjectProvider<GinoConnectionDetails> details) {
                return new GinoPoolSettings(details);
            }
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnMissingClass("io.r2dbc.pool.ConnectionPool")
        static class WithoutPool {

            WithoutPool(GinoDatabaseProperties properties) {
                if (properties.pool().minSize() != null || properties.pool().maxSize() != null) {
                    throw new GinoStartupException(
                            "spring.gino.pool.* is set, and there is no pool: io.r2dbc:r2dbc-pool is not on the class path.",
                            "Add the dependency io.r2dbc:r2dbc-pool, or remove the settings.");
                }
            }
        }
    }
}

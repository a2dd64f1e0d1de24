/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that makes the {@link Gino} bean: the application's models on the connections of its
 * {@code ConnectionFactory}, where it has one, has a primary one, or has marked one with {@link GinoConnectionFactory}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = {R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class})
@ConditionalOnClass({Gino.class, ConnectionFactory.class})
@ConditionalOnBooleanProperty(name = "spring.gino.enabled", matchIfMissing = true)
@Conditional(OnGinoConnectionFactory.class)
@EnableConfigurationProperties({GinoProperties.class, GinoDatabaseProperties.class})
@Import({DatabaseInitializationDependencyConfigurer.class, GinoSharedConfiguration.class})
public final class GinoAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(GinoAutoConfiguration.class);

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(GinoEngine.class)
    static class EngineConfiguration {

        private final ConnectionFactory factory;
        private final DatabaseAddress address;

        EngineConfiguration(
                ObjectProvider<ConnectionFactory> factories,
                @GinoConnectionFactory ObjectProvider<ConnectionFactory> marked,
                ListableBeanFactory beans,
                Environment environment) {
            this.factory = marked.getIfAvailable(factories::getObject);
            this.address = DatabaseAddress.of(factory, ConnectionSource.of(beans, environment));
        }

        @Bean
        GinoEngine ginoEngine(GinoAssembly assembly, GinoDatabaseProperties properties) {
            LOG.info("GINO uses PostgreSQL at {}", address);
            return assembly.engine("gino", factory, properties);
        }

        @Bean
        @ConditionalOnBooleanProperty(name = "spring.gino.fail-fast", matchIfMissing = true)
        GinoConnectionCheck ginoConnectionCheck(GinoEngine ginoEngine, GinoDatabaseProperties properties) {
            return new GinoConnectionCheck(ginoEngine, address, properties.retry());
        }
    }

    /** Stands before the configuration that declares one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Gino.class)
    @Conditional(OnSchemaMode.class)
    @Order(0)
    static class OwnGinoConfiguration {

        OwnGinoConfiguration() {
            LOG.warn(
                    "spring.gino.create-all and spring.gino.schema.mode do nothing, because the application declares its Gino"
                            + " bean itself. Remove the setting, and call createAll() where the bean is declared.");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(Gino.class)
    @Order(1)
    static class GinoConfiguration {

        private final GinoAssembly assembly;
        private final List<Class<?>> models;

        GinoConfiguration(GinoAssembly assembly, GinoManagedTypes types, GinoProperties properties) {
            this.assembly = assembly;
            this.models = new ModelShares(types, properties).ofMain();
        }

        @Bean
        @Conditional(OnSchemaMode.class)
        GinoSchemaInitializer ginoSchemaInitializer(
                GinoEngine engine, GinoDatabaseProperties properties, Environment environment) {
            return new GinoSchemaInitializer(
                    engine,
                    assembly.metadata(models),
                    ConfiguredDatabase.of(ConfiguredDatabase.MAIN, properties, environment));
        }

        @Bean
        Gino gino(GinoEngine engine) {
            return assembly.metadata(models).bind(engine);
        }
    }
}

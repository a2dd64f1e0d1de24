package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.engine.StatementListener;
import io.gino.error.SchemaException;
import io.r2dbc.spi.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that makes the {@link Gino} bean: the application's models on the connections of its
 * {@code ConnectionFactory}, where it has one, has a primary one, or has marked one with {@link GinoConnectionFactory}.
 */
@AutoConfiguration(after = {R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class})
@ConditionalOnClass({Gino.class, ConnectionFactory.class})
@ConditionalOnBooleanProperty(name = "spring.gino.enabled", matchIfMissing = true)
@Conditional(OnGinoConnectionFactory.class)
@EnableConfigurationProperties({GinoProperties.class, GinoStatementProperties.class})
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class GinoAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(GinoAutoConfiguration.class);

    /** A thread that serves requests must not be the first to need what blocks while it starts. */
    @Bean
    static LazyInitializationExcludeFilter ginoStartsEagerly() {
        return LazyInitializationExcludeFilter.forBeanTypes(
                Gino.class, GinoConnectionCheck.class, GinoSchemaInitializer.class);
    }

    @Bean
    @ConditionalOnMissingBean
    static GinoManagedTypes ginoManagedTypes(ApplicationContext context) {
        return GinoManagedTypes.scan(context);
    }

    @Bean
    static StatementWatching ginoStatementWatching(
            ObjectProvider<StatementListener> listeners, GinoStatementProperties properties) {
        return new StatementWatching(listeners.orderedStream().toList(), properties.slowStatementThreshold());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(GinoEngine.class)
    static class EngineConfiguration {

        private final ConnectionFactory factory;
        private final DatabaseAddress address;

        EngineConfiguration(
                ObjectProvider<ConnectionFactory> factories,
                @GinoConnectionFactory ObjectProvider<ConnectionFactory> marked,
                Environment environment) {
            this.factory = marked.getIfAvailable(factories::getObject);
            this.address = DatabaseAddress.of(factory, environment);
        }

        @Bean
        GinoEngine ginoEngine(StatementWatching watching) {
            LOG.info("GINO uses PostgreSQL at {}", address);
            return watching.on(GinoEngine.builder(new SpringConnectionProvider(factory)))
                    .build();
        }

        @Bean
        @ConditionalOnBooleanProperty(name = "spring.gino.fail-fast", matchIfMissing = true)
        GinoConnectionCheck ginoConnectionCheck(GinoEngine ginoEngine) {
            return new GinoConnectionCheck(ginoEngine, address);
        }
    }

    /** Stands before the configuration that declares one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Gino.class)
    @ConditionalOnBooleanProperty("spring.gino.create-all")
    @Order(0)
    static class OwnGinoConfiguration {

        OwnGinoConfiguration() {
            LOG.warn(
                    "spring.gino.create-all does nothing, because the application declares its Gino bean itself. Remove the"
                            + " setting, and call createAll() where the bean is declared.");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(Gino.class)
    @Order(1)
    static class GinoConfiguration {

        @Bean
        @ConditionalOnBooleanProperty("spring.gino.create-all")
        GinoSchemaInitializer ginoSchemaInitializer(
                GinoEngine engine, GinoManagedTypes models, GinoProperties properties) {
            return new GinoSchemaInitializer(
                    engine, metadata(models), properties.schema().timeout());
        }

        @Bean
        Gino gino(GinoEngine engine, GinoManagedTypes models) {
            return metadata(models).bind(engine);
        }

        private static Gino metadata(GinoManagedTypes models) {
            try {
                return new Gino().models(models.types().toArray(Class<?>[]::new));
            } catch (SchemaException e) {
                throw new GinoStartupException(
                        "A model cannot be declared: " + e.getMessage(),
                        "Correct it, or leave it out by a GinoManagedTypes bean.",
                        e);
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.util.StringUtils;

/**
 * Registers the beans of each database with a name: {@code orders}, the {@code Gino}, and {@code ordersConnectionFactory},
 * {@code ordersTransactionManager} and so on, all with the qualifier {@code orders}. Beside a main database they are
 * injected only by name. What the application has declared under one of these names stays: {@code ordersConnectionDetails}
 * for instance, which then say where the database is in the place of the properties.
 */
final class GinoDatabaseRegistrar implements ImportBeanDefinitionRegistrar {

    private static final String DATABASES = "ginoDatabases";
    private static final String DETAILS = "ConnectionDetails";

    private final Environment environment;
    private final BeanFactory beans;

    GinoDatabaseRegistrar(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        GinoProperties properties = Binder.get(environment).bindOrCreate(ConfiguredDatabase.MAIN, GinoProperties.class);
        if (properties.databases().isEmpty()) {
            return;
        }
        boolean isAlone = !hasMain(properties.databases().keySet());
        RootBeanDefinition databases = new RootBeanDefinition(GinoDatabases.class);
        databases.setAutowireMode(RootBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        databases.getConstructorArgumentValues().addIndexedArgumentValue(0, isAlone);
        registry.registerBeanDefinition(DATABASES, databases);
        properties
                .databases()
                .forEach((name, own) ->
                        new Registration(registry, name, isAlone, name.equals(properties.primary())).all(own));
    }

    private boolean hasMain(Set<String> names) {
        Set<String> details = names.stream().map(name -> name + DETAILS).collect(Collectors.toSet());
        return ConfiguredDatabase.main(environment).isNamed()
                || StringUtils.hasText(environment.getProperty("spring.r2dbc.url"))
                || names(R2dbcConnectionDetails.class).anyMatch(bean -> !details.contains(bean))
                || names(ConnectionFactory.class).findAny().isPresent();
    }

    private Stream<String> names(Class<?> type) {
        return beans instanceof ListableBeanFactory listable
                ? Stream.of(listable.getBeanNamesForType(type, true, false))
                : Stream.empty();
    }

    /** The beans of one database. */
    private record Registration(BeanDefinitionRegistry registry, String name, boolean isDefault, boolean isPrimary) {

        void all(GinoDatabaseProperties own) {
            requireFree();
            ConfiguredDatabase database = new ConfiguredDatabase(GinoDatabases.prefix(name), own, "");
            String source = has(DETAILS) ? "the %s bean".formatted(name + DETAILS) : database.source();
            RuntimeBeanReference details = new RuntimeBeanReference(name + DETAILS);
            RuntimeBeanReference factory = new RuntimeBeanReference(name + "ConnectionFactory");
            RuntimeBeanReference engine = new RuntimeBeanReference(name + "Engine");
            add(DETAILS, GinoConnectionDetails.class, "connectionDetails", name).setDefaultCandidate(false);
            RootBeanDefinition pool =
                    add("ConnectionFactory", ConnectionPool.class, "connectionFactory", name, details);
            pool.setDestroyMethodName("dispose");
            add("Engine", GinoEngine.class, "engine", name, factory);
            add("TransactionManager", R2dbcTransactionManager.class, "transactionManager", factory);
            if (own.failFast()) {
                add("ConnectionCheck", GinoConnectionCheck.class, "connectionCheck", name, source, engine, factory);
            }
            if (database.schemaMode() != SchemaMode.NONE) {
                add("SchemaInitializer", GinoSchemaInitializer.class, "schemaInitializer", name, engine);
            }
            add("", Gino.class, "gino", name, engine);
        }

        private void requireFree() {
            if (name.equals("gino")) {
                throw new GinoStartupException(
                        "spring.gino.databases has a database 'gino', which is the name of the main one's bean.",
                        "Give it another name.");
            }
        }

        private RootBeanDefinition add(String suffix, Class<?> type, String method, Object... arguments) {
            RootBeanDefinition definition = new RootBeanDefinition();
            definition.setTargetType(type);
            definition.setFactoryBeanName(DATABASES);
            definition.setFactoryMethodName(method);
            ConstructorArgumentValues values = definition.getConstructorArgumentValues();
            for (int i = 0; i < arguments.length; i++) {
                values.addIndexedArgumentValue(i, arguments[i]);
            }
            definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
            definition.setDefaultCandidate(isDefault);
            definition.setPrimary(isDefault && isPrimary);
            if (!has(suffix)) {
                registry.registerBeanDefinition(name + suffix, definition);
            }
            return definition;
        }

        private boolean has(String suffix) {
            return registry.containsBeanDefinition(name + suffix);
        }
    }
}

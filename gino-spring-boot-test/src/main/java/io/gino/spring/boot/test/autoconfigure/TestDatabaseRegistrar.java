/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Leads each database with a name to a test database: {@code ordersTestDatabase} and {@code ordersConnectionDetails}, both
 * with the qualifier {@code orders}. It leaves alone those for which the test brings connection details or a
 * {@code ConnectionFactory} of such a name.
 */
final class TestDatabaseRegistrar implements ImportBeanDefinitionRegistrar {

    private static final String REPLACE = "spring.gino.test.database.replace";

    private final Environment environment;

    TestDatabaseRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        ConfiguredDatabases databases = ConfiguredDatabases.of(environment);
        if (environment.getProperty(REPLACE, Boolean.class, true)) {
            databases.names().stream()
                    .filter(name -> !registry.containsBeanDefinition(name + "ConnectionDetails")
                            && !registry.containsBeanDefinition(name + "ConnectionFactory"))
                    .forEach(name -> register(registry, name, databases.isHeir(name)));
        }
    }

    private static void register(BeanDefinitionRegistry registry, String name, boolean isHeir) {
        RootBeanDefinition database = new RootBeanDefinition(TestPostgres.class);
        database.setTargetType(TestDatabase.class);
        database.setFactoryMethodName("createDatabase");
        database.setDestroyMethodName("");
        database.setDefaultCandidate(isHeir);
        RootBeanDefinition details = new RootBeanDefinition(GinoTestConnectionDetails.class);
        details.getConstructorArgumentValues()
                .addIndexedArgumentValue(0, new RuntimeBeanReference(name + "TestDatabase"));
        details.setDefaultCandidate(false);
        register(registry, name, "TestDatabase", database);
        register(registry, name, "ConnectionDetails", details);
    }

    private static void register(
            BeanDefinitionRegistry registry, String name, String suffix, RootBeanDefinition definition) {
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
        registry.registerBeanDefinition(name + suffix, definition);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/** The packages that one {@link GinoModelScan} names; a bean, so that the scan finds them. */
record GinoModelPackages(List<String> names) {

    /**
     * Where to look for models.
     *
     * @param main the packages that {@code spring.gino.packages} names
     * @param named those that databases with names have for their own
     */
    static List<String> of(ApplicationContext context, List<String> main, List<String> named) {
        List<String> all = new ArrayList<>(main.isEmpty() ? ofMain(context) : main);
        all.addAll(named);
        return all;
    }

    /** What {@code @GinoModelScan} says, else {@code @EntityScan}, else the application's own. */
    private static List<String> ofMain(ApplicationContext context) {
        List<String> own = context.getBeanProvider(GinoModelPackages.class)
                .orderedStream()
                .flatMap(packages -> packages.names.stream())
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<String> entities = EntityScanPackages.get(context).getPackageNames();
        if (!entities.isEmpty()) {
            return entities;
        }
        return AutoConfigurationPackages.has(context) ? AutoConfigurationPackages.get(context) : List.of();
    }

    static final class Registrar implements ImportBeanDefinitionRegistrar {

        private final Environment environment;

        Registrar(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
            RootBeanDefinition definition = new RootBeanDefinition(GinoModelPackages.class);
            definition.getConstructorArgumentValues().addIndexedArgumentValue(0, packages(importing));
            registry.registerBeanDefinition(
                    GinoModelPackages.class.getName() + "." + importing.getClassName(), definition);
        }

        private List<String> packages(AnnotationMetadata importing) {
            AnnotationAttributes scan = Objects.requireNonNull(
                    AnnotationAttributes.fromMap(importing.getAnnotationAttributes(GinoModelScan.class.getName())));
            List<String> packages = new ArrayList<>();
            for (String name : scan.getStringArray("basePackages")) {
                packages.add(environment.resolvePlaceholders(name));
            }
            for (Class<?> type : scan.getClassArray("basePackageClasses")) {
                packages.add(type.getPackageName());
            }
            return packages.isEmpty() ? List.of(ClassUtils.getPackageName(importing.getClassName())) : packages;
        }
    }
}

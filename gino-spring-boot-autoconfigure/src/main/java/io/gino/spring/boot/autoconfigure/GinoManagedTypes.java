/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.model.GinoModel;
import io.gino.model.Model;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The models that the {@code Gino} bean knows. They are found by a scan; an application that would rather list them
 * declares a bean of this type.
 *
 * @since 0.1.0
 */
public final class GinoManagedTypes {

    private final List<Class<?>> types;

    private GinoManagedTypes(Collection<? extends Class<?>> types) {
        this.types = List.copyOf(types);
    }

    /** These and no others, in this order. */
    public static GinoManagedTypes of(Class<?>... types) {
        return new GinoManagedTypes(Arrays.asList(types));
    }

    /** These and no others, in this order. */
    public static GinoManagedTypes of(Collection<? extends Class<?>> types) {
        return new GinoManagedTypes(types);
    }

    /**
     * The classes of these names, in this order. Code that is generated ahead of time lists models so.
     *
     * @throws IllegalArgumentException when there is no such class
     */
    public static GinoManagedTypes named(String... names) {
        return new GinoManagedTypes(Arrays.stream(names)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, ClassUtils.getDefaultClassLoader()))
                .toList());
    }

    /** What the scan finds, in the order of the names, so that every start does the same. */
    static GinoManagedTypes scan(ApplicationContext context) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setEnvironment(context.getEnvironment());
        scanner.setResourceLoader(context);
        scanner.addIncludeFilter(new AnnotationTypeFilter(GinoModel.class, false));
        return new GinoManagedTypes(packages(context).stream()
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(BeanDefinition::getBeanClassName)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, context.getClassLoader()))
                .filter(Model::isConcrete)
                .toList());
    }

    private static List<String> packages(ApplicationContext context) {
        Binder binder = Binder.get(context.getEnvironment());
        List<String> named =
                binder.bindOrCreate(ConfiguredDatabase.MAIN, GinoProperties.class).databases().values().stream()
                        .flatMap(database -> database.packages().stream())
                        .toList();
        List<String> own = binder.bindOrCreate(ConfiguredDatabase.MAIN, GinoDatabaseProperties.class)
                .packages();
        return GinoModelPackages.of(context, own, named);
    }

    public List<Class<?>> types() {
        return types;
    }

    @Override
    public String toString() {
        return "GinoManagedTypes" + types.stream().map(Class::getName).toList();
    }
}

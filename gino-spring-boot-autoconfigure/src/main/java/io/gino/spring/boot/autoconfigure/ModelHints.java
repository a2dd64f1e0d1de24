/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.model.Embedded;
import io.gino.model.GinoModel;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Tells a native image what is reflected on in models: their own members and those of all they extend, the value objects
 * embedded in them, the classes that their annotations name, and the types inside of JSON. Single-use.
 */
final class ModelHints {

    private final ReflectionHints hints;
    private final BindingReflectionHintsRegistrar json = new BindingReflectionHintsRegistrar();
    private final Set<Class<?>> known = new HashSet<>();

    ModelHints(ReflectionHints hints) {
        this.hints = hints;
    }

    void register(Class<?> type) {
        if (type.getName().startsWith("java.") || !known.add(type)) {
            return;
        }
        hints.registerType(
                type,
                MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                MemberCategory.INVOKE_DECLARED_METHODS,
                MemberCategory.ACCESS_DECLARED_FIELDS);
        registerNamed(type);
        for (Field field : type.getDeclaredFields()) {
            registerNamed(field);
            if (!Modifier.isStatic(field.getModifiers())) {
                registerValue(field, field.getType(), field.getGenericType());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            registerNamed(method);
            if (method.getParameterCount() == 0 && hasAnnotationOfOurs(method)) {
                registerValue(method, method.getReturnType(), method.getGenericReturnType());
            }
        }
        registerAbove(type);
    }

    private void registerAbove(Class<?> type) {
        Class<?> superclass = type.getSuperclass();
        if (superclass != null) {
            register(superclass);
        }
        for (Class<?> mixin : type.getInterfaces()) {
            register(mixin);
        }
    }

    private void registerValue(AnnotatedElement attribute, Class<?> type, Type genericType) {
        if (attribute.isAnnotationPresent(Embedded.class)) {
            register(type);
        } else if (!type.isPrimitive()) {
            json.registerReflectionHints(hints, genericType);
        }
    }

    /** Factories, namings, defaults and hooks are made by their constructors. */
    private void registerNamed(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (isOurs(annotation)) {
                AnnotationUtils.getAnnotationAttributes(annotation).values().stream()
                        .filter(Class.class::isInstance)
                        .map(value -> (Class<?>) value)
                        .forEach(named -> hints.registerType(named, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
            }
        }
    }

    private static boolean hasAnnotationOfOurs(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            if (isOurs(annotation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOurs(Annotation annotation) {
        return annotation.annotationType().getPackage() == GinoModel.class.getPackage();
    }
}

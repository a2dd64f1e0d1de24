/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute is in its class: a field, or a getter that is annotated. A getter is read in place of the field of its
 * name, and has the annotations of that too.
 */
record Property(String name, Optional<Field> field, Optional<Method> getter) implements AnnotatedElement {

    static Property of(Field field) {
        return new Property(field.getName(), Optional.of(field), Optional.empty());
    }

    /** @param field the one of the getter's name */
    static Property of(Method getter, Optional<Field> field) {
        return new Property(nameOf(getter), field, Optional.of(getter));
    }

    /** Whether a method is one that reads an attribute, for the annotations that it has. */
    static boolean isAnnotatedGetter(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !method.getDeclaringClass().isInterface()
                && !method.getDeclaringClass().isRecord()
                && Arrays.stream(method.getDeclaredAnnotations()).anyMatch(Property::isOfAttributes);
    }

    private static boolean isOfAttributes(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        return type.getPackage() == GinoModel.class.getPackage()
                && type != DeclaredAttr.class
                && type != AlwaysWhere.class;
    }

    /** {@code getName}, {@code isName} and {@code name} read the attribute {@code name}. */
    static String nameOf(Method getter) {
        String name = getter.getName();
        boolean asks = name.startsWith("is") && getter.getReturnType() == boolean.class;
        int start = name.startsWith("get") ? 3 : asks ? 2 : 0;
        boolean isPrefixed = start > 0 && name.length() > start && !Character.isLowerCase(name.charAt(start));
        return isPrefixed ? decapitalized(name.substring(start)) : name;
    }

    private static String decapitalized(String name) {
        boolean isAcronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return isAcronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    Class<?> declaringClass() {
        return getter.<Class<?>>map(Method::getDeclaringClass)
                .orElseGet(() -> field.orElseThrow().getDeclaringClass());
    }

    Class<?> type() {
        return getter.<Class<?>>map(Method::getReturnType)
                .orElseGet(() -> field.orElseThrow().getType());
    }

    Type genericType() {
        return getter.map(Method::getGenericReturnType)
                .orElseGet(() -> field.orElseThrow().getGenericType());
    }

    AnnotatedType annotatedType() {
        return getter.map(Method::getAnnotatedReturnType)
                .orElseGet(() -> field.orElseThrow().getAnnotatedType());
    }

    /** Whether only the constructor gives it a value. */
    boolean isFinal() {
        return setter().isEmpty()
                && field.filter(storage -> !Modifier.isFinal(storage.getModifiers()))
                        .isEmpty();
    }

    Accessor accessor() {
        Optional<FieldAccessor> storage = field.map(FieldAccessor::of);
        return getter.<Accessor>map(method -> GetterAccessor.of(method, setter(), storage))
                .orElseGet(storage::orElseThrow);
    }

    /** {@code setName(value)} or {@code name(value)}; only a getter has one. */
    private Optional<Method> setter() {
        return getter.flatMap(method -> Stream.<Class<?>>iterate(
                        method.getDeclaringClass(), c -> c != null && c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(this::isSetter)
                .findFirst());
    }

    private boolean isSetter(Method method) {
        String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0] == type()
                && (method.getName().equals(setter) || method.getName().equals(name));
    }

    <A extends Annotation> Optional<A> find(Class<A> annotation) {
        return Optional.ofNullable(getAnnotation(annotation));
    }

    @Override
    public <A extends Annotation> @Nullable A getAnnotation(Class<A> annotation) {
        return getter.<A>map(method -> method.getAnnotation(annotation))
                .or(() -> field.map(storage -> storage.getAnnotation(annotation)))
                .orElse(null);
    }

    @Override
    public Annotation[] getAnnotations() {
        return Stream.concat(getter.stream(), field.stream())
                .flatMap(element -> Arrays.stream(element.getAnnotations()))
                .toArray(Annotation[]::new);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return getAnnotations();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute is in its class: a field, or a getter that is annotated. A getter is read in place of the field of its
 * name, and has the annotations of that too.
 *
 * @param annotations the getter's before the field's
 */
record Property(String name, Optional<Field> field, Optional<Method> getter, List<Annotation> annotations)
        implements AnnotatedElement {

    static Property of(Field field) {
        return new Property(
                field.getName(), Optional.of(field), Optional.empty(), List.of(field.getDeclaredAnnotations()));
    }

    /** @param field the one of the getter's name */
    static Property of(Method getter, Optional<Field> field) {
        List<Annotation> annotations = new ArrayList<>(Arrays.asList(getter.getDeclaredAnnotations()));
        field.ifPresent(storage -> annotations.addAll(Arrays.asList(storage.getDeclaredAnnotations())));
        return new Property(nameOf(getter), field, Optional.of(getter), annotations);
    }

    /** Whether a method is one that reads an attribute, for the annotations that it has. */
    static boolean isAnnotatedGetter(Method method) {
        return !method.getDeclaringClass().isInterface()
                && !method.getDeclaringClass().isRecord()
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
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
        return getter.isPresent()
                ? getter.get().getDeclaringClass()
                : field.orElseThrow().getDeclaringClass();
    }

    Class<?> type() {
        return getter.isPresent()
                ? getter.get().getReturnType()
                : field.orElseThrow().getType();
    }

    Type genericType() {
        return getter.isPresent()
                ? getter.get().getGenericReturnType()
                : field.orElseThrow().getGenericType();
    }

    AnnotatedType annotatedType() {
        return getter.isPresent()
                ? getter.get().getAnnotatedReturnType()
                : field.orElseThrow().getAnnotatedType();
    }

    /** Whether only the constructor gives it a value. */
    boolean isFinal() {
        boolean isSettable = field.isPresent() && !Modifier.isFinal(field.get().getModifiers());
        return !isSettable && setter().isEmpty();
    }

    Accessor accessor() {
        return getter.isPresent()
                ? GetterAccessor.of(getter.get(), setter(), field.map(FieldAccessor::of))
                : FieldAccessor.of(field.orElseThrow());
    }

    /** {@code setName(value)} or {@code name(value)}; only a getter has one. */
    private Optional<Method> setter() {
        if (getter.isPresent()) {
            Class<?> c = getter.get().getDeclaringClass();
            for (; c != null && c != Object.class; c = c.getSuperclass()) {
                for (Method method : c.getDeclaredMethods()) {
                    if (isSetter(method)) {
                        return Optional.of(method);
                    }
                }
            }
        }
        return Optional.empty();
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
        for (int i = 0; i < annotations.size(); i++) {
            if (annotation.isInstance(annotations.get(i))) {
                return annotation.cast(annotations.get(i));
            }
        }
        return null;
    }

    @Override
    public Annotation[] getAnnotations() {
        return annotations.toArray(new Annotation[0]);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return getAnnotations();
    }
}

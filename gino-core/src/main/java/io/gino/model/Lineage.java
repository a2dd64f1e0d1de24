/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A class with all that it extends and implements.
 *
 * @param types the class itself first; each before what it extends or implements
 */
record Lineage(Class<?> type, List<Class<?>> types) {

    private static final Set<Class<?>> ENDS = Set.of(Object.class, Record.class, DynamicModel.class);

    static Lineage of(Class<?> type) {
        List<Class<?>> visited = new ArrayList<>();
        visit(type, visited);
        Collections.reverse(visited);
        List<Class<?>> types = new ArrayList<>(new LinkedHashSet<>(visited));
        Collections.reverse(types);
        return new Lineage(type, List.copyOf(types));
    }

    private static void visit(Class<?> type, List<Class<?>> visited) {
        visited.add(type);
        for (Class<?> mixin : type.getInterfaces()) {
            visit(mixin, visited);
        }
        Class<?> superclass = type.getSuperclass();
        if (isModel(superclass)) {
            visit(superclass, visited);
        }
    }

    /** Whether it may be one, or part of one. */
    private static boolean isModel(@Nullable Class<?> superclass) {
        return superclass != null && !ENDS.contains(superclass);
    }

    /** The topmost first, so that what comes later is nearer to the class. */
    List<Class<?>> fromTheTop() {
        List<Class<?>> reversed = new ArrayList<>(types);
        Collections.reverse(reversed);
        return reversed;
    }

    /** The nearest class above this one whose instances are rows of a table. */
    Optional<Class<?>> concreteParent() {
        for (Class<?> parent = type.getSuperclass(); isModel(parent); parent = parent.getSuperclass()) {
            if (ModelKind.of(parent).isConcrete()) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    ColumnNaming naming() {
        return said(GinoModel::naming, new ColumnNaming.SnakeCase(), "naming");
    }

    AttributeFactory attributes() {
        return said(GinoModel::attributes, new AttributeFactory.Plain(), "attributes");
    }

    /** What the nearest annotation says that says something else than usual. */
    private <T> T said(Function<GinoModel, Class<? extends T>> member, T usual, String name) {
        for (Class<?> ancestor : types) {
            GinoModel annotation = ancestor.getAnnotation(GinoModel.class);
            if (annotation != null && member.apply(annotation) != usual.getClass()) {
                return Construction.of(member.apply(annotation), "@GinoModel(" + name + " = …) of " + type.getName());
            }
        }
        return usual;
    }

    /** Whether the documents of its instances have no keys but those of attributes. */
    boolean hasKnownKeysOnly() {
        for (Class<?> ancestor : types) {
            GinoModel annotation = ancestor.getAnnotation(GinoModel.class);
            if (annotation != null && annotation.knownKeysOnly()) {
                return true;
            }
        }
        return false;
    }

    boolean isDynamic() {
        return DynamicModel.class.isAssignableFrom(type);
    }
}

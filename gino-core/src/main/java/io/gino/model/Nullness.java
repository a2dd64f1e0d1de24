/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Whether an attribute may be null, as its type and JSpecify's annotations say it. */
final class Nullness {

    private static final ClassValue<Boolean> MARKED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isMarked(type);
        }
    };

    private Nullness() {}

    /** What is null until the row is deleted may be null whatever is said around it. */
    static boolean mayBeNull(Property property) {
        if (property.type().isPrimitive()) {
            return false;
        }
        AnnotatedType type = property.annotatedType();
        if (type.isAnnotationPresent(NonNull.class) || type.isAnnotationPresent(Nullable.class)) {
            return !type.isAnnotationPresent(NonNull.class);
        }
        boolean isMarkOfDeletion = property.isAnnotationPresent(SoftDelete.class) && property.type() != Boolean.class;
        return isMarkOfDeletion || !isInMarkedCode(property) || isOfNullableVariable(property);
    }

    private static boolean isOfNullableVariable(Property property) {
        return property.genericType() instanceof TypeVariable<?> variable
                && Arrays.stream(variable.getAnnotatedBounds())
                        .anyMatch(bound -> bound.isAnnotationPresent(Nullable.class));
    }

    /** The nearest scope that says anything counts: method, class, the classes around it, package, module. */
    private static boolean isInMarkedCode(Property property) {
        if (property.getter().isPresent() && speaks(property.getter().get())) {
            return property.getter().get().isAnnotationPresent(NullMarked.class);
        }
        return MARKED.get(property.declaringClass());
    }

    private static boolean isMarked(Class<?> owner) {
        for (Class<?> c = owner; c != null; c = c.getEnclosingClass()) {
            if (speaks(c)) {
                return c.isAnnotationPresent(NullMarked.class);
            }
        }
        return speaks(owner.getPackage())
                ? owner.getPackage().isAnnotationPresent(NullMarked.class)
                : owner.getModule().isAnnotationPresent(NullMarked.class);
    }

    private static boolean speaks(AnnotatedElement scope) {
        return scope.isAnnotationPresent(NullMarked.class) || scope.isAnnotationPresent(NullUnmarked.class);
    }
}

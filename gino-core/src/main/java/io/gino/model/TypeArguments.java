/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the type variables of a model's superclasses stand for, such as {@code K} of {@code Keyed<K>}. */
final class TypeArguments {

    private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

    private TypeArguments() {}

    static TypeArguments of(Class<?> type) {
        TypeArguments all = new TypeArguments();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getGenericSuperclass() instanceof ParameterizedType superclass) {
                all.add(superclass);
            }
        }
        return all;
    }

    private void add(ParameterizedType superclass) {
        TypeVariable<?>[] variables = ((Class<?>) superclass.getRawType()).getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            arguments.put(variables[i], fillIn(superclass.getActualTypeArguments()[i]));
        }
    }

    /** The type of an attribute that the class has or inherits. */
    Type typeOf(Property property) {
        return fillIn(property.genericType());
    }

    private Type fillIn(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return arguments.getOrDefault(variable, variable);
        } else if (type instanceof ParameterizedType parameterized) {
            return new FilledIn(
                    parameterized.getRawType(),
                    parameterized.getOwnerType(),
                    Arrays.stream(parameterized.getActualTypeArguments())
                            .map(this::fillIn)
                            .toList());
        } else if (type instanceof GenericArrayType array
                && fillIn(array.getGenericComponentType()) instanceof Class<?> component) {
            return Array.newInstance(component, 0).getClass();
        }
        return type;
    }

    private record FilledIn(Type raw, @Nullable Type owner, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return owner;
        }

        @Override
        public String toString() {
            return arguments.stream()
                    .map(Type::getTypeName)
                    .collect(Collectors.joining(", ", raw.getTypeName() + "<", ">"));
        }
    }
}

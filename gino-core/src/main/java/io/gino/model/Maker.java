/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The constructor by which instances are made, and where its arguments come from. */
final class Maker {

    private final Constructor<?> constructor;
    private final List<Attribute.Slot> arguments;
    /** What a parameter gets when there is no value: null, or a primitive's zero. */
    private final @Nullable Object[] zeros;
    // Linked when the first instance is made. Threads that both do get handles that do the same.
    private @Nullable MethodHandle handle;

    private Maker(Constructor<?> constructor, List<Attribute.Slot> arguments) {
        constructor.setAccessible(true);
        this.constructor = constructor;
        this.arguments = List.copyOf(arguments);
        this.zeros = zeros(constructor.getParameterTypes());
    }

    /** Takes an array of arguments and gives the instance. */
    MethodHandle constructor() throws IllegalAccessException {
        MethodHandle linked = handle;
        if (linked == null) {
            linked = MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, arguments.size())
                    .asType(MethodType.methodType(Object.class, Object[].class));
            handle = linked;
        }
        return linked;
    }

    List<Attribute.Slot> arguments() {
        return arguments;
    }

    boolean takes(Attribute.Slot slot) {
        for (Attribute.Slot argument : arguments) {
            if (argument == slot) {
                return true;
            }
        }
        return false;
    }

    /** What the parameter in this place gets when there is no value. */
    @Nullable
    Object zero(int argument) {
        return zeros[argument];
    }

    static Maker of(Class<?> type, List<Attribute> attributes) {
        return type.isRecord() ? ofRecord(type, attributes) : ofClass(type, attributes);
    }

    private static Maker ofRecord(Class<?> type, List<Attribute> attributes) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        List<Attribute.Slot> slots = new ArrayList<>(components.length);
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Optional<Attribute> attribute = named(components[i].getName(), attributes);
            slots.add(attribute.isPresent() ? attribute.get().slot() : Attribute.Absent.ABSENT);
        }
        try {
            return new Maker(type.getDeclaredConstructor(types), slots);
        } catch (NoSuchMethodException e) {
            throw new SchemaException("Cannot reach the constructor of model " + type.getName() + ".", e);
        }
    }

    private static Optional<Attribute> named(String name, List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(name)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** The one without arguments where attributes can be set, else the longest whose parameters are attributes. */
    private static Maker ofClass(Class<?> type, List<Attribute> attributes) {
        List<Attribute> fixed = attributes.stream().filter(Attribute::isFinal).toList();
        List<Constructor<?>> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .sorted(Comparator.comparingInt(constructor -> rank(constructor, fixed)))
                .toList();
        for (Constructor<?> constructor : constructors) {
            Optional<List<Attribute>> taken = taken(constructor, attributes);
            if (taken.isPresent() && taken.get().containsAll(fixed)) {
                return new Maker(
                        constructor, taken.get().stream().map(Attribute::slot).toList());
            }
        }
        throw noneFits(type, attributes, fixed);
    }

    private static int rank(Constructor<?> constructor, List<Attribute> fixed) {
        int parameters = constructor.getParameterCount();
        return parameters == 0 && fixed.isEmpty() ? Integer.MIN_VALUE : -parameters;
    }

    /** The attributes that the parameters are: by name, or where the class file has no names, all by their order. */
    private static Optional<List<Attribute>> taken(Constructor<?> constructor, List<Attribute> attributes) {
        Parameter[] parameters = constructor.getParameters();
        boolean isNamed = Arrays.stream(parameters).allMatch(Parameter::isNamePresent);
        if (!isNamed && parameters.length != attributes.size()) {
            return Optional.empty();
        }
        List<Attribute> taken = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            Class<?> wanted = parameters[i].getType();
            (isNamed ? named(parameters[i].getName(), attributes) : Optional.of(attributes.get(i)))
                    .filter(attribute -> attribute.javaType() == wanted)
                    .ifPresent(taken::add);
        }
        return taken.size() == parameters.length ? Optional.of(taken) : Optional.empty();
    }

    private static @Nullable Object[] zeros(Class<?>[] types) {
        @Nullable Object[] zeros = new @Nullable Object[types.length];
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = types[i].isPrimitive() ? Array.get(Array.newInstance(types[i], 1), 0) : null;
        }
        return zeros;
    }

    private static SchemaException noneFits(Class<?> type, List<Attribute> attributes, List<Attribute> fixed) {
        String names = attributes.stream().map(Attribute::name).collect(Collectors.joining(", "));
        return new SchemaException(
                fixed.isEmpty()
                        ? "Model " + type.getName()
                                + " has no constructor that its columns fit: none without arguments,"
                                + " and none whose parameters are attributes by name and type (" + names
                                + "). Add one (it may be private), or make the model a record."
                        : "Model " + type.getName() + " has no constructor that its columns fit: attribute '"
                                + fixed.get(0).name() + "' is final, and none takes it with parameters that are"
                                + " attributes by name and type (" + names + "). Compile with -parameters, make the"
                                + " attribute not final, or make the model a record.");
    }
}

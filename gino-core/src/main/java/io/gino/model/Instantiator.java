package io.gino.model;

import io.gino.error.LoadException;
import io.gino.error.SchemaException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes instances of a model from the values of its columns. */
sealed interface Instantiator<M> {

    /** Where the values come from, by the position of the column in the model. */
    interface Values {

        /** Whether there is a value, be it NULL; without one the attribute stays as the constructor leaves it. */
        boolean has(int column);

        @Nullable
        Object get(int column);
    }

    M newInstance(Values values);

    boolean isMutable();

    static <M> Instantiator<M> of(Class<M> type, List<Accessor> accessors, int[] positions) {
        return type.isRecord() ? OfRecord.of(type, positions) : OfClass.of(type, accessors);
    }

    /** Calls the no-argument constructor and sets each attribute that there is a value for. */
    record OfClass<M>(Class<M> type, MethodHandle constructor, List<Accessor> accessors) implements Instantiator<M> {

        static <M> OfClass<M> of(Class<M> type, List<Accessor> accessors) {
            try {
                Constructor<M> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                MethodHandle handle = MethodHandles.lookup()
                        .unreflectConstructor(constructor)
                        .asType(MethodType.methodType(Object.class));
                return new OfClass<>(type, handle, List.copyOf(accessors));
            } catch (NoSuchMethodException e) {
                throw new SchemaException(
                        "Model " + type.getName() + " has no constructor without arguments. Add one"
                                + " (it may be private), or make the model a record.",
                        e);
            } catch (IllegalAccessException e) {
                throw new SchemaException("Cannot reach the constructor of model " + type.getName() + ".", e);
            }
        }

        @Override
        @SuppressWarnings("unchecked") // the constructor's own class
        public M newInstance(Values values) {
            Object instance;
            try {
                instance = (Object) constructor.invokeExact();
            } catch (Throwable e) {
                throw new LoadException("The constructor of " + type.getSimpleName() + " failed: " + e, e);
            }
            for (int i = 0; i < accessors.size(); i++) {
                if (values.has(i)) {
                    accessors.get(i).set(instance, values.get(i));
                }
            }
            return (M) instance;
        }

        @Override
        public boolean isMutable() {
            return true;
        }
    }

    /** Calls a record's canonical constructor with, for each component, the value of its column. */
    final class OfRecord<M> implements Instantiator<M> {

        private final Class<M> type;
        private final MethodHandle constructor;
        private final int[] positions;
        /** What a component gets when there is no value: null, or a primitive's zero. */
        private final @Nullable Object[] zeros;

        private OfRecord(Class<M> type, MethodHandle constructor, int[] positions, @Nullable Object[] zeros) {
            this.type = type;
            this.constructor = constructor;
            this.positions = positions;
            this.zeros = zeros;
        }

        static <M> OfRecord<M> of(Class<M> type, int[] positions) {
            try {
                Class<?>[] components = Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
                Constructor<M> constructor = type.getDeclaredConstructor(components);
                constructor.setAccessible(true);
                MethodHandle handle = MethodHandles.lookup()
                        .unreflectConstructor(constructor)
                        .asSpreader(Object[].class, components.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
                @Nullable
                Object[] zeros = Arrays.stream(components)
                        .map(component ->
                                component.isPrimitive() ? Array.get(Array.newInstance(component, 1), 0) : null)
                        .toArray();
                return new OfRecord<>(type, handle, positions, zeros);
            } catch (NoSuchMethodException | IllegalAccessException e) {
                throw new SchemaException("Cannot reach the constructor of record " + type.getName() + ".", e);
            }
        }

        @Override
        @SuppressWarnings("unchecked") // the constructor's own class
        public M newInstance(Values values) {
            @Nullable Object[] arguments = new @Nullable Object[positions.length];
            for (int i = 0; i < arguments.length; i++) {
                int column = positions[i];
                Object value = column >= 0 && values.has(column) ? values.get(column) : null;
                arguments[i] = value == null ? zeros[i] : value;
            }
            try {
                return (M) (Object) constructor.invokeExact(arguments);
            } catch (Throwable e) {
                throw new LoadException("The constructor of record " + type.getSimpleName() + " failed: " + e, e);
            }
        }

        @Override
        public boolean isMutable() {
            return false;
        }
    }
}

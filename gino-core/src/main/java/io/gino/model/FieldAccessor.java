/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** An attribute that is a field, read and, unless it is final, written. */
final class FieldAccessor implements Accessor {

    private final Field field;
    private final MethodHandle getter;
    private final @Nullable MethodHandle setter;

    private FieldAccessor(Field field, MethodHandle getter, @Nullable MethodHandle setter) {
        this.field = field;
        this.getter = getter;
        this.setter = setter;
    }

    static FieldAccessor of(Field field) {
        try {
            field.setAccessible(true);
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle getter =
                    lookup.unreflectGetter(field).asType(MethodType.methodType(Object.class, Object.class));
            boolean writable = !Modifier.isFinal(field.getModifiers());
            MethodHandle setter = writable
                    ? lookup.unreflectSetter(field)
                            .asType(MethodType.methodType(void.class, Object.class, Object.class))
                    : null;
            return new FieldAccessor(field, getter, setter);
        } catch (IllegalAccessException e) {
            throw new LoadException("Cannot reach " + describe(field) + ".", e);
        }
    }

    @Override
    public @Nullable Object get(Object instance) {
        try {
            return (@Nullable Object) getter.invokeExact(instance);
        } catch (Throwable e) {
            throw failed("read", e);
        }
    }

    /** Writes the attribute; a null leaves a primitive as it is. */
    @Override
    public void set(Object instance, @Nullable Object value) {
        if (setter == null) {
            throw new LoadException("Cannot set " + describe(field) + ": it is final.");
        }
        if (value == null && field.getType().isPrimitive()) {
            return;
        }
        try {
            setter.invokeExact(instance, value);
        } catch (Throwable e) {
            throw failed("set", e);
        }
    }

    private LoadException failed(String verb, Throwable e) {
        return new LoadException("Cannot " + verb + " " + describe(field) + ": " + e.getMessage(), e);
    }

    private static String describe(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }
}

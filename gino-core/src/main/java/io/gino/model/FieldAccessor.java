/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** An attribute that is a field, read and, unless it is final, written. Linked when that first happens. */
final class FieldAccessor implements Accessor {

    private final Field field;
    // Threads that both link them get handles that do the same.
    private @Nullable MethodHandle getter;
    private @Nullable MethodHandle setter;

    private FieldAccessor(Field field) {
        this.field = field;
    }

    static FieldAccessor of(Field field) {
        field.setAccessible(true);
        return new FieldAccessor(field);
    }

    private MethodHandle getter() throws IllegalAccessException {
        MethodHandle linked = getter;
        if (linked == null) {
            linked = MethodHandles.lookup()
                    .unreflectGetter(field)
                    .asType(MethodType.methodType(Object.class, Object.class));
            getter = linked;
        }
        return linked;
    }

    private MethodHandle setter() throws IllegalAccessException {
        MethodHandle linked = setter;
        if (linked == null) {
            linked = MethodHandles.lookup()
                    .unreflectSetter(field)
                    .asType(MethodType.methodType(void.class, Object.class, Object.class));
            setter = linked;
        }
        return linked;
    }

    @Override
    public @Nullable Object get(Object instance) {
        try {
            return (@Nullable Object) getter().invokeExact(instance);
        } catch (Throwable e) {
            throw failed("read", e);
        }
    }

    /** Writes the attribute; a null leaves a primitive as it is. */
    @Override
    public void set(Object instance, @Nullable Object value) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw new LoadException("Cannot set " + describe(field) + ": it is final.");
        }
        if (value == null && field.getType().isPrimitive()) {
            return;
        }
        try {
            setter().invokeExact(instance, value);
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

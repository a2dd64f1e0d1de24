/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is read by a getter, and written by a setter, or where there is none to its field. Linked when that
 * first happens.
 */
final class GetterAccessor implements Accessor {

    private final Method method;
    private final @Nullable Method writer;
    private final Optional<FieldAccessor> field;
    // Threads that both link them get handles that do the same.
    private @Nullable MethodHandle getter;
    private @Nullable MethodHandle setter;

    private GetterAccessor(Method method, @Nullable Method writer, Optional<FieldAccessor> field) {
        this.method = method;
        this.writer = writer;
        this.field = field;
    }

    static GetterAccessor of(Method getter, Optional<Method> setter, Optional<FieldAccessor> field) {
        getter.setAccessible(true);
        setter.ifPresent(method -> method.setAccessible(true));
        return new GetterAccessor(getter, setter.orElse(null), field);
    }

    private MethodHandle getter() throws IllegalAccessException {
        MethodHandle linked = getter;
        if (linked == null) {
            linked = MethodHandles.lookup().unreflect(method).asType(MethodType.methodType(Object.class, Object.class));
            getter = linked;
        }
        return linked;
    }

    private MethodHandle setter(Method setting) throws IllegalAccessException {
        MethodHandle linked = setter;
        if (linked == null) {
            linked = MethodHandles.lookup()
                    .unreflect(setting)
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
        if (writer == null) {
            field.orElseThrow(() -> new LoadException("Cannot set what " + this + " reads: it has no setter."))
                    .set(instance, value);
        } else if (value != null || !method.getReturnType().isPrimitive()) {
            try {
                setter(writer).invokeExact(instance, value);
            } catch (Throwable e) {
                throw failed("set what is read by", e);
            }
        }
    }

    private LoadException failed(String verb, Throwable e) {
        return new LoadException("Cannot " + verb + " " + this + ": " + e, e);
    }

    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "()";
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute that is read by a getter, and written by a setter, or where there is none to its field. */
final class GetterAccessor implements Accessor {

    private final Method method;
    private final MethodHandle getter;
    private final @Nullable MethodHandle setter;
    private final Optional<FieldAccessor> field;

    private GetterAccessor(
            Method method, MethodHandle getter, @Nullable MethodHandle setter, Optional<FieldAccessor> field) {
        this.method = method;
        this.getter = getter;
        this.setter = setter;
        this.field = field;
    }

    static GetterAccessor of(Method getter, Optional<Method> setter, Optional<FieldAccessor> field) {
        return new GetterAccessor(
                getter,
                handle(getter).asType(MethodType.methodType(Object.class, Object.class)),
                setter.map(method ->
                                handle(method).asType(MethodType.methodType(void.class, Object.class, Object.class)))
                        .orElse(null),
                field);
    }

    private static MethodHandle handle(Method method) {
        try {
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new LoadException(
                    "Cannot reach " + method.getDeclaringClass().getSimpleName() + "." + method.getName() + "().", e);
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
            field.orElseThrow(() -> new LoadException("Cannot set what " + this + " reads: it has no setter."))
                    .set(instance, value);
        } else if (value != null || !method.getReturnType().isPrimitive()) {
            try {
                setter.invokeExact(instance, value);
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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.LoadException;
import io.gino.row.RecordReaders;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes records from rows: each component is given the column of its name, in camelCase or snake_case.
 *
 * @since 0.1.0
 */
public final class RecordReader implements RecordReaders {

    @Override
    public <R> RowReader<R> readerOf(Class<R> target) {
        if (!target.isRecord()) {
            throw new LoadException("into(…) makes records; " + target.getName() + " is none.");
        }
        MethodHandle constructor = constructor(target);
        return columns -> pass(target, constructor, RecordShapes.of(target).fitting(columns));
    }

    private static MethodHandle constructor(Class<?> target) {
        try {
            Class<?>[] types = Arrays.stream(target.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = target.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new LoadException("Cannot reach the constructor of record " + target.getName() + ".", e);
        }
    }

    private static <R> RowPass<R> pass(Class<R> target, MethodHandle constructor, List<RecordShapes.Source> sources) {
        return cells -> {
            @Nullable Object[] arguments = new @Nullable Object[sources.size()];
            for (int i = 0; i < arguments.length; i++) {
                RecordShapes.Source source = sources.get(i);
                Object value = cells.get(source.position(), source.type());
                if (value == null && source.isPrimitive()) {
                    throw new LoadException("Cannot build " + target.getSimpleName() + ": column '" + source.column()
                            + "' is NULL, and component '" + source.component() + "' is a primitive.");
                }
                arguments[i] = value;
            }
            return build(target, constructor, arguments);
        };
    }

    @SuppressWarnings("unchecked") // the record's own constructor
    private static <R> R build(Class<R> target, MethodHandle constructor, @Nullable Object[] arguments) {
        try {
            return (R) (Object) constructor.invokeExact(arguments);
        } catch (Throwable e) {
            throw new LoadException("The constructor of record " + target.getSimpleName() + " failed: " + e, e);
        }
    }
}

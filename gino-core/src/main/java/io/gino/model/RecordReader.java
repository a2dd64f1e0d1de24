package io.gino.model;

import io.gino.error.LoadException;
import io.gino.error.Wording;
import io.gino.row.RecordReaders;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes records from rows: each component is given the column of its name, in camelCase or snake_case. */
public final class RecordReader implements RecordReaders {

    @Override
    public <R> RowReader<R> readerOf(Class<R> target) {
        if (!target.isRecord()) {
            throw new LoadException("into(…) makes records; " + target.getName() + " is none.");
        }
        MethodHandle constructor = constructor(target);
        RecordComponent[] components = target.getRecordComponents();
        return columns -> pass(target, components, constructor, columns);
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

    private static <R> RowPass<R> pass(
            Class<R> target, RecordComponent[] components, MethodHandle constructor, RowColumns columns) {
        int[] positions = new int[components.length];
        SqlType<?>[] types = new SqlType<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            positions[i] = position(target, components[i], columns);
            types[i] = type(target, components[i], columns.type(positions[i]));
        }
        return cells -> {
            @Nullable Object[] arguments = new @Nullable Object[positions.length];
            for (int i = 0; i < positions.length; i++) {
                Object value = cells.get(positions[i], types[i]);
                if (value == null && components[i].getType().isPrimitive()) {
                    throw new LoadException("Cannot build " + target.getSimpleName() + ": column '"
                            + columns.names().get(positions[i]) + "' is NULL, and component '" + components[i].getName()
                            + "' is a primitive.");
                }
                arguments[i] = value;
            }
            return build(target, constructor, arguments);
        };
    }

    private static int position(Class<?> target, RecordComponent component, RowColumns columns) {
        List<String> names = columns.names();
        int exact = names.indexOf(component.getName());
        int position = exact >= 0 ? exact : names.indexOf(SnakeCase.of(component.getName()));
        if (position < 0) {
            throw new LoadException("Cannot build " + target.getSimpleName() + ": no column for component '"
                    + component.getName() + "'. " + Wording.didYouMean(component.getName(), names));
        }
        return position;
    }

    /** The column's own type where it gives what the component takes, else the default type of the component. */
    private static SqlType<?> type(Class<?> target, RecordComponent component, SqlType<?> column) {
        Class<?> wanted = MethodType.methodType(component.getType()).wrap().returnType();
        boolean fits = wanted.isAssignableFrom(column.javaType());
        if (fits && !column.name().equals(Types.UNKNOWN.name())) {
            return column;
        }
        boolean document = column.javaType() == Json.class;
        return AttributeTypes.of(component.getGenericType(), document ? column.name() : "")
                .or(() -> fits ? Optional.of(column) : Optional.empty())
                .orElseThrow(() -> new LoadException("Cannot build " + target.getSimpleName() + ": component '"
                        + component.getName() + "' is a " + wanted.getSimpleName() + ", its column a "
                        + column.javaType().getSimpleName() + "."));
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

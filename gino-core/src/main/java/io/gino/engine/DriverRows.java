/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.Client;
import io.r2dbc.postgresql.message.backend.RowDescription;
import io.r2dbc.spi.Row;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the driver's rows, reached by reflection: the driver gives values only, and to look for the codec of each
 * takes it longer than the decoding does. Where the bytes cannot be reached, the driver's codecs read the rows.
 */
final class DriverRows {

    private static final @Nullable Class<?> ROW = rowType();
    /** From a row to its bytes, a buffer for each column. */
    private static final MethodHandle BYTES = rowField("data", ByteBuf[].class);
    /** From a row to the types of its columns. */
    private static final MethodHandle FIELDS = rowField("fields", List.class);

    private DriverRows() {}

    /** The driver's class of rows; null when it is another version's, or the module system keeps it. */
    private static @Nullable Class<?> rowType() {
        try {
            Class<?> type = Class.forName("io.r2dbc.postgresql.PostgresqlRow", true, Client.class.getClassLoader());
            type.getDeclaredField("data").setAccessible(true);
            type.getDeclaredField("fields").setAccessible(true);
            return type;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private static MethodHandle rowField(String name, Class<?> type) {
        MethodType wanted = MethodType.methodType(type, Row.class);
        if (ROW == null) {
            return MethodHandles.empty(wanted);
        }
        try {
            Field field = ROW.getDeclaredField(name);
            field.setAccessible(true);
            return MethodHandles.lookup().unreflectGetter(field).asType(wanted);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the bytes of the row can be reached: it is the driver's own, wrapped in nothing. */
    static boolean hasBytes(Row row) {
        return row.getClass() == ROW;
    }

    /** The bytes of each column of a row, null for NULL. They are the driver's, who lets go of them after the row. */
    static @Nullable ByteBuf[] bytes(Row row) {
        try {
            return (@Nullable ByteBuf[]) BYTES.invokeExact(row);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The types and forms of a row's columns. */
    @SuppressWarnings("unchecked") // the field's own type
    static List<RowDescription.Field> fields(Row row) {
        try {
            return (List<RowDescription.Field>) FIELDS.invokeExact(row);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

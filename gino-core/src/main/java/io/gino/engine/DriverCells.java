/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.GinoException;
import io.gino.error.LoadException;
import io.gino.row.Cells;
import io.gino.row.NamedColumn;
import io.gino.row.RowColumns;
import io.gino.type.Decoder;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import org.jspecify.annotations.Nullable;

/** The values of the driver's row, which are read from its bytes or by the driver. Single-use: moved from row to row. */
final class DriverCells implements Cells {

    private final boolean isByDriver;
    private @Nullable Row row;
    private @Nullable RowBytes bytes;

    /** @param isByDriver whether the driver's codecs are to read everything */
    DriverCells(boolean isByDriver) {
        this.isByDriver = isByDriver;
    }

    DriverCells on(Row next) {
        row = next;
        if (bytes == null && !isByDriver && DriverRows.hasBytes(next)) {
            bytes = new RowBytes(DriverRows.fields(next));
        }
        if (bytes != null) {
            bytes.moveTo(DriverRows.bytes(next));
        }
        return this;
    }

    /** The columns of a result that only PostgreSQL knows. */
    static RowColumns columns(RowMetadata metadata) {
        return new RowColumns(metadata.getColumnMetadatas().stream()
                .map(column -> new NamedColumn<>(
                        column.getName(), ResultTypes.of(column.getNativeTypeMetadata(), column::getJavaType)))
                .toList());
    }

    @Override
    public <T> @Nullable T get(int index, SqlType<T> type) {
        if (row == null) {
            throw new IllegalStateException("No row is being read");
        }
        try {
            Decoder<T> decoder = bytes == null ? null : bytes.decoder(index, type);
            if (bytes != null && decoder != null) {
                return bytes.get(index, decoder);
            }
            return type.read(type.readAsText() ? text(row, index) : row.get(index, type.wire()));
        } catch (RuntimeException e) {
            throw unreadable(row.getMetadata().getColumnMetadata(index).getName(), type, e);
        }
    }

    private static @Nullable Object text(Row row, int index) {
        try {
            return row.get(index, CharSequence.class);
        } catch (IllegalArgumentException e) {
            throw new LoadException(
                    "The driver does not give its text. Where autodetectExtensions is off, add"
                            + " codecRegistrar(new ColumnText()) to the driver's configuration.",
                    e);
        }
    }

    static LoadException unreadable(String column, SqlType<?> type, RuntimeException cause) {
        String reason = cause instanceof GinoException
                ? cause.getMessage()
                : "It holds something else" + (cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")") + ".";
        return new LoadException(
                "Column '" + column + "' cannot be read as " + type.javaType().getSimpleName() + " (" + type + "). "
                        + reason,
                cause);
    }

    /** What the driver takes for a value of ours. */
    static Object toDriver(Object wire) {
        return wire instanceof Json json ? io.r2dbc.postgresql.codec.Json.of(json.text()) : wire;
    }

    /** The class by which the driver knows the type of a NULL. */
    static Class<?> toDriver(Class<?> wire) {
        return wire == Json.class ? io.r2dbc.postgresql.codec.Json.class : wire;
    }
}

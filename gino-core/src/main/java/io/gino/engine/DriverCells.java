package io.gino.engine;

import io.gino.row.Cells;
import io.gino.row.NamedColumn;
import io.gino.row.RowColumns;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of the driver's row. Single-use: moved from row to row. */
final class DriverCells implements Cells {

    /** Whatever the driver makes of a column that no statement declared. */
    private static final SqlType<Object> ANY = SqlType.of("any", Object.class);

    private @Nullable Row row;

    DriverCells on(Row next) {
        row = next;
        return this;
    }

    /** The columns of a result that only PostgreSQL knows. */
    static RowColumns columns(RowMetadata metadata) {
        return new RowColumns(metadata.getColumnMetadatas().stream()
                .map(column -> new NamedColumn<>(column.getName(), ANY))
                .toList());
    }

    @Override
    public <T> @Nullable T get(int index, SqlType<T> type) {
        if (row == null) {
            throw new IllegalStateException("No row is being read");
        }
        Class<?> wire = type.wire();
        if (wire == Json.class) {
            return type.read(json(row.get(index, io.r2dbc.postgresql.codec.Json.class)));
        }
        Object value = row.get(index, wire);
        return type.read(type == (Object) ANY ? plain(value) : value);
    }

    /** The driver's own classes as those that users know. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof io.r2dbc.postgresql.codec.Json json) {
            return json(json);
        }
        return value instanceof Object[] array ? Arrays.asList(array) : value;
    }

    private static @Nullable Json json(io.r2dbc.postgresql.codec.@Nullable Json json) {
        return json == null ? null : new Json(json.asString());
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

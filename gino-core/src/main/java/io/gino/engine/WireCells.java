/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.row.Cells;
import io.gino.row.NamedColumn;
import io.gino.row.RowColumns;
import io.gino.type.Decoder;
import io.gino.type.SqlType;
import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.Codecs;
import io.r2dbc.postgresql.message.Format;
import io.r2dbc.postgresql.message.backend.DataRow;
import io.r2dbc.postgresql.message.backend.RowDescription.Field;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The values of a row as the server sent it. Single-use: moved from row to row of one result. */
final class WireCells implements Cells {

    private final RowBytes rows;
    private final Codecs codecs;

    /** @param codecs for what gino does not read itself */
    WireCells(RowBytes rows, Codecs codecs) {
        this.rows = rows;
        this.codecs = codecs;
    }

    WireCells on(DataRow row) {
        rows.moveTo(row.getColumns());
        return this;
    }

    /** The columns of a result that only PostgreSQL knows. */
    RowColumns columns() {
        return new RowColumns(rows.fields().stream().map(this::column).toList());
    }

    private NamedColumn<?> column(Field field) {
        return new NamedColumn<>(
                field.getName(),
                ResultTypes.of(
                        field.getDataType(), () -> codecs.preferredType(field.getDataType(), field.getFormat())));
    }

    @Override
    public <T> @Nullable T get(int index, SqlType<T> type) {
        try {
            Decoder<T> decoder = rows.decoder(index, type);
            return decoder == null ? type.read(byDriver(index, type)) : rows.get(index, decoder);
        } catch (RuntimeException e) {
            throw DriverCells.unreadable(rows.fields().get(index).getName(), type, e);
        }
    }

    private @Nullable Object byDriver(int index, SqlType<?> type) {
        ByteBuf buffer = rows.buffer(index);
        Field field = rows.fields().get(index);
        if (buffer == null) {
            return null;
        } else if (type.readAsText() && field.getFormat() == Format.FORMAT_TEXT) {
            return buffer.toString(StandardCharsets.UTF_8);
        }
        Class<?> wanted = type.readAsText() ? CharSequence.class : type.wire();
        return codecs.decode(buffer.duplicate(), field.getDataType(), field.getFormat(), wanted);
    }
}

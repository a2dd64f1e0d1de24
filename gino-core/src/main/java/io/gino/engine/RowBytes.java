/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.type.Decoder;
import io.gino.type.SqlType;
import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.message.Format;
import io.r2dbc.postgresql.message.backend.RowDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one result as the bytes that PostgreSQL sent. The decoder of each column is looked for once, with the first
 * row. Moved from row to row.
 */
final class RowBytes {

    /** Most values fit into so many bytes, and are decoded where those before them were. */
    private static final int USUAL = 256;

    private final List<RowDescription.Field> fields;
    private final SqlType<?>[] types;
    private final @Nullable Decoder<?>[] decoders;
    private final byte[] usual = new byte[USUAL];
    private @Nullable ByteBuf[] buffers = {};

    RowBytes(List<RowDescription.Field> fields) {
        this.fields = fields;
        this.types = new SqlType<?>[fields.size()];
        this.decoders = new @Nullable Decoder<?>[fields.size()];
    }

    List<RowDescription.Field> fields() {
        return fields;
    }

    /** @param row the bytes of each column, null for NULL; whoever gave them lets go of them after the row */
    void moveTo(@Nullable ByteBuf[] row) {
        buffers = row;
    }

    /** The bytes of a column; null for NULL. */
    @Nullable
    ByteBuf buffer(int index) {
        return buffers[index];
    }

    /** What makes values of this type of the bytes of a column; null where only the driver may know. */
    @SuppressWarnings("unchecked") // the decoder is that of the type
    <T> @Nullable Decoder<T> decoder(int index, SqlType<T> type) {
        if (types[index] != type) {
            RowDescription.Field field = fields.get(index);
            decoders[index] = type.decoder(field.getDataType(), field.getFormat() == Format.FORMAT_BINARY)
                    .orElse(null);
            types[index] = type;
        }
        return (Decoder<T>) decoders[index];
    }

    /** The value of a column; null for NULL. */
    <T> @Nullable T get(int index, Decoder<T> decoder) {
        ByteBuf buffer = buffers[index];
        if (buffer == null) {
            return null;
        }
        int length = buffer.readableBytes();
        byte[] bytes = length <= USUAL ? usual : new byte[length];
        buffer.getBytes(buffer.readerIndex(), bytes, 0, length);
        return decoder.decode(bytes, 0, length);
    }
}

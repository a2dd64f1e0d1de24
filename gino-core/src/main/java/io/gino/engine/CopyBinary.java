/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.sql.ColumnClause;
import io.gino.type.BinaryBuffer;
import io.gino.type.Encoder;
import io.gino.type.SqlType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The binary format of COPY, for columns of which each has an {@link Encoder}. Single-use. */
final class CopyBinary implements CopySpelling {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int CAPACITY = CopyRows.CHUNK + CopyRows.CHUNK / 8;
    /** The length of NULL, and the number of columns after the last row. */
    private static final int NONE = -1;

    private final List<? extends Cell<?>> cells;
    private BinaryBuffer out = new BinaryBuffer(CAPACITY);

    CopyBinary(List<? extends ColumnClause<?>> columns) {
        this.cells = columns.stream().map(column -> Cell.of(column.type())).toList();
        out.putBytes(SIGNATURE);
        out.putInt(0); // no flags
        out.putInt(0); // no more of a header
    }

    @Override
    public void beginRow() {
        out.putShort(cells.size());
    }

    @Override
    public void value(int column, @Nullable Object value) {
        if (value == null) {
            out.putInt(NONE);
        } else {
            cells.get(column).write(value, out);
        }
    }

    @Override
    public void endRow() {
        // A row ends with its last value.
    }

    @Override
    public void end() {
        out.putShort(NONE);
    }

    @Override
    public int size() {
        return out.size();
    }

    @Override
    public ByteBuf take() {
        ByteBuf bytes = Unpooled.wrappedBuffer(out.array(), 0, out.size());
        out = new BinaryBuffer(CAPACITY);
        return bytes;
    }

    private record Cell<T>(SqlType<T> type, Encoder<T> encoder) {

        static <T> Cell<T> of(SqlType<T> type) {
            return new Cell<>(type, type.encoder().orElseThrow());
        }

        /** The value after its length. */
        void write(Object value, BinaryBuffer out) {
            int at = out.size();
            out.putInt(0);
            encoder.encode(type.writable(value), out);
            out.setInt(at, out.size() - at - Integer.BYTES);
        }
    }
}

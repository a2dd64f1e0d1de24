/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.StatementException;
import io.gino.sql.ColumnClause;
import io.gino.type.SqlType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text format of COPY. Single-use. */
final class CopyText implements CopySpelling {

    private final List<? extends SqlType<?>> types;
    private final StringBuilder text = new StringBuilder(CopyRows.CHUNK + CopyRows.CHUNK / 8);

    CopyText(List<? extends ColumnClause<?>> columns) {
        this.types = columns.stream().map(ColumnClause::type).toList();
    }

    @Override
    public void beginRow() {
        // A row has nothing before its values.
    }

    @Override
    public void value(int column, @Nullable Object value) {
        if (column > 0) {
            text.append('\t');
        }
        if (value == null) {
            text.append("\\N");
        } else {
            escaped(print(types.get(column), value));
        }
    }

    private static <T> String print(SqlType<T> type, Object value) {
        return type.print(type.writable(value));
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> throw new StatementException("PostgreSQL's text cannot hold the NUL character.");
                default -> text.append(c);
            }
        }
    }

    @Override
    public void endRow() {
        text.append('\n');
    }

    @Override
    public void end() {
        // The text ends with its last row.
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public ByteBuf take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return Unpooled.wrappedBuffer(bytes);
    }
}

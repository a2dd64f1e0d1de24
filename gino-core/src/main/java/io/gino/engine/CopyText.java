package io.gino.engine;

import io.gino.error.GinoException;
import io.gino.error.StatementException;
import io.gino.sql.ColumnClause;
import io.gino.sql.TableClause;
import io.gino.type.SqlType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Rows in the text format of COPY, in chunks that are worth a packet each. Single-use. */
final class CopyText {

    /** In characters, which are mostly bytes. */
    private static final int CHUNK = 64 * 1024;

    private final TableClause table;
    private final List<? extends ColumnClause<?>> columns;
    private final StringBuilder text = new StringBuilder(CHUNK + CHUNK / 8);
    private long number;

    CopyText(TableClause table, List<? extends ColumnClause<?>> columns) {
        this.table = table;
        this.columns = columns;
    }

    Flux<ByteBuf> chunks(Flux<? extends List<? extends @Nullable Object>> rows) {
        return rows.<ByteBuf>handle((row, sink) -> {
                    append(row);
                    if (text.length() >= CHUNK) {
                        sink.next(chunk());
                    }
                })
                .concatWith(Flux.defer(() -> text.isEmpty() ? Flux.empty() : Flux.just(chunk())));
    }

    private ByteBuf chunk() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return Unpooled.wrappedBuffer(bytes);
    }

    private void append(List<? extends @Nullable Object> row) {
        number++;
        if (row.size() != columns.size()) {
            throw new StatementException("COPY into '" + table.label() + "' names " + columns.size() + " columns; row "
                    + number + " has " + row.size() + " values.");
        }
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(columns.get(i), row.get(i));
        }
        text.append('\n');
    }

    private void append(ColumnClause<?> column, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        try {
            escaped(print(column.type(), value));
        } catch (GinoException e) {
            throw new StatementException(
                    "Row " + number + " of COPY cannot be sent for column '" + column + "': " + e.getMessage(), e);
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
}

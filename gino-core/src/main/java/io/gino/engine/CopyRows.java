/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.GinoException;
import io.gino.error.StatementException;
import io.gino.sql.ColumnClause;
import io.gino.sql.TableClause;
import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The rows of a COPY, in chunks that are worth a packet each. Single-use. */
final class CopyRows {

    /** In bytes, or characters, which are mostly bytes. */
    static final int CHUNK = 64 * 1024;

    private final TableClause table;
    private final List<? extends ColumnClause<?>> columns;
    private final CopySpelling spelling;
    private long number;

    CopyRows(TableClause table, List<? extends ColumnClause<?>> columns, CopySpelling spelling) {
        this.table = table;
        this.columns = columns;
        this.spelling = spelling;
    }

    Flux<ByteBuf> chunks(Flux<? extends List<? extends @Nullable Object>> rows) {
        return rows.<ByteBuf>handle((row, sink) -> {
                    append(row);
                    if (spelling.size() >= CHUNK) {
                        sink.next(spelling.take());
                    }
                })
                .concatWith(Flux.defer(this::last));
    }

    private Flux<ByteBuf> last() {
        spelling.end();
        return spelling.size() == 0 ? Flux.empty() : Flux.just(spelling.take());
    }

    private void append(List<? extends @Nullable Object> row) {
        number++;
        if (row.size() != columns.size()) {
            throw new StatementException("COPY into '" + table.label() + "' names " + columns.size() + " columns; row "
                    + number + " has " + row.size() + " values.");
        }
        spelling.beginRow();
        for (int i = 0; i < columns.size(); i++) {
            append(i, row.get(i));
        }
        spelling.endRow();
    }

    private void append(int column, @Nullable Object value) {
        try {
            spelling.value(column, value);
        } catch (GinoException e) {
            throw new StatementException(
                    "Row " + number + " of COPY cannot be sent for column '" + columns.get(column) + "': "
                            + e.getMessage(),
                    e);
        }
    }
}

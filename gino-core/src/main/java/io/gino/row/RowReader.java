package io.gino.row;

import io.gino.error.LoadException;
import io.gino.type.SqlType;

/**
 * Something that reads rows. What depends on the columns alone is done once, in {@link #open}; the pass that it gives
 * does the work of each row.
 *
 * @param <R> what it makes of them
 */
@FunctionalInterface
public interface RowReader<R> {

    /** Whole rows. */
    RowReader<Row> ROWS = columns -> (cells, sink) -> sink.accept(Row.read(columns, cells));

    /** Begins to read a result that has these columns. */
    RowPass<R> open(RowColumns columns);

    /** The first column of each row. A NULL is an error, since neither Flux nor Mono can carry it. */
    static <T> RowReader<T> firstColumn(SqlType<T> type) {
        return columns -> (cells, sink) -> {
            T value = cells.get(0, type);
            if (value == null) {
                throw new LoadException(
                        "Column '" + columns.names().get(0) + "' is NULL, which a Flux or Mono cannot carry. "
                                + "Leave such rows out with isNotNull(), use coalesce(…), or select a second column to get rows.");
            }
            sink.accept(value);
        };
    }

    /** Records (or classes): each component is given the column of its name. */
    static <R> RowReader<R> into(Class<R> target) {
        return RecordReaders.found().readerOf(target);
    }
}

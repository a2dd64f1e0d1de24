package io.gino.row;

/**
 * Something that reads rows. What depends on the columns alone is done once, in {@link #open}; the pass that it gives
 * does the work of each row.
 *
 * @param <R> what it makes of them
 */
@FunctionalInterface
public interface RowReader<R> {

    /** Whole rows. */
    RowReader<Row> ROWS = columns -> cells -> Row.read(columns, cells);

    /** Begins to read a result that has these columns. */
    RowPass<R> open(RowColumns columns);

    /** Records (or classes): each component is given the column of its name. */
    static <R> RowReader<R> into(Class<R> target) {
        return RecordReaders.found().readerOf(target);
    }
}

package io.gino.row;

import java.util.function.Consumer;

/**
 * The reading of one result, first row to last. Single-use and not thread-safe: it may hold what it has read so far.
 *
 * @param <R> what it makes of the rows
 */
public interface RowPass<R> {

    /** Takes the next row; gives what is complete with it, which may be nothing yet. */
    void read(Cells cells, Consumer<? super R> sink);

    /** Gives what is complete now that the last row has been read. */
    default void end(Consumer<? super R> sink) {}
}

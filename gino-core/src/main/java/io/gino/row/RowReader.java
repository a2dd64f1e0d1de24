/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import java.util.List;

/**
 * Something that reads rows. What depends on the columns alone is done once, in {@link #open}; the pass that it gives
 * does the work of each row.
 *
 * @param <R> what it makes of them
 * @since 0.1.0
 */
@FunctionalInterface
public interface RowReader<R> {

    /** Whole rows. */
    RowReader<Row> ROWS = rowByRow(columns -> cells -> Row.read(columns, cells));

    /** Begins to read a result that has these columns. */
    RowPass<R> open(RowColumns columns);

    /** Whether each row gives one value, whatever rows come before and after, so that one row is enough for the first. */
    default boolean isRowByRow() {
        return false;
    }

    /** A reader that makes one value of each row. */
    static <R> RowReader<R> rowByRow(RowReader<R> reader) {
        return new RowByRow<>(reader);
    }

    /** Records (or classes): each component is given the column of its name. */
    static <R> RowReader<R> into(Class<R> target) {
        return rowByRow(RecordReaders.found().readerOf(target));
    }

    /**
     * The same, for a result that is known to have these columns.
     *
     * @throws io.gino.error.LoadException when a component has no column, or one of another type
     */
    static <R> RowReader<R> into(Class<R> target, List<? extends Selectable<?>> columns) {
        RowReader<R> reader = into(target);
        reader.open(new RowColumns(columns));
        return reader;
    }

    /** Says of a reader that it makes one value of each row. */
    record RowByRow<R>(RowReader<R> reader) implements RowReader<R> {

        @Override
        public RowPass<R> open(RowColumns columns) {
            return reader.open(columns);
        }

        @Override
        public boolean isRowByRow() {
            return true;
        }
    }
}

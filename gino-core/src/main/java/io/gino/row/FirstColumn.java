/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import io.gino.error.LoadException;
import io.gino.type.SqlType;
import java.util.Optional;

/**
 * Reads the first column of each row. A NULL is an error, since neither Flux nor Mono can carry it.
 *
 * @since 0.1.0
 */
public record FirstColumn<T>(SqlType<T> type) implements RowReader<T> {

    @Override
    public RowPass<T> open(RowColumns columns) {
        return cells -> {
            T value = cells.get(0, type);
            if (value == null) {
                throw new LoadException("Column '" + columns.names().get(0)
                        + "' is NULL, which a Flux or Mono cannot carry. Leave such rows out with isNotNull(), use"
                        + " coalesce(…), or select a second column to get rows.");
            }
            return value;
        };
    }

    @Override
    public boolean isRowByRow() {
        return true;
    }

    /** The same, with a NULL read as nothing. */
    public RowReader<Optional<T>> optional() {
        return RowReader.rowByRow(columns -> cells -> Optional.ofNullable(cells.get(0, type)));
    }
}

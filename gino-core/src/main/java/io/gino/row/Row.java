/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import io.gino.error.LoadException;
import io.gino.type.SqlType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result: its values by column, by name and by position. Equal to a row of equal values.
 *
 * @since 0.1.0
 */
public final class Row {

    private final RowColumns columns;
    private final @Nullable Object[] values;

    private Row(RowColumns columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    static Row read(RowColumns columns, Cells cells) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.get(i, columns.type(i));
        }
        return new Row(columns, values);
    }

    /**
     * The value of what was selected; null for NULL.
     *
     * @throws LoadException when the row does not have it
     */
    public <T> @Nullable T get(Selectable<T> column) {
        Object value = values[columns.indexOf(column)];
        return value == null ? null : column.type().convert(value);
    }

    /**
     * The value of the column of this name.
     *
     * @throws LoadException when the row has no such column, or several
     */
    public @Nullable Object get(String name) {
        return values[columns.indexOf(name)];
    }

    /** The value of the column of this name, which must be a {@code T}; numbers are converted exactly. */
    public <T> @Nullable T get(String name, SqlType<T> type) {
        Object value = get(name);
        return value == null ? null : type.convert(value);
    }

    /** The value at a position, counted from 0. */
    public @Nullable Object get(int index) {
        if (index < 0 || index >= values.length) {
            throw new LoadException(
                    "The row has " + values.length + " columns; there is none at position " + index + ".");
        }
        return values[index];
    }

    public int size() {
        return values.length;
    }

    /** The columns' names in order. */
    public List<String> names() {
        return columns.names();
    }

    /** The values by name; of columns that share a name the last one stays. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<String> names = names();
        for (int i = 0; i < values.length; i++) {
            map.put(names.get(i), values[i]);
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.deepEquals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import io.gino.error.LoadException;
import io.gino.error.Wording;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one result, in order: for each what was selected.
 *
 * @since 0.1.0
 */
public final class RowColumns {

    private final List<Selectable<?>> columns;

    public RowColumns(List<? extends Selectable<?>> columns) {
        this.columns = List.copyOf(columns);
    }

    public int size() {
        return columns.size();
    }

    public SqlType<?> type(int index) {
        return columns.get(index).type();
    }

    /** The columns' names in order; a join may repeat one. */
    public List<String> names() {
        return columns.stream().map(Selectable::resultName).toList();
    }

    /** Where {@code column} was selected; -1 when it was not. A result of raw SQL is searched by name. */
    public int find(Selectable<?> column) {
        int index = columns.indexOf(column);
        return index >= 0 || isSelected() ? index : find(column.resultName());
    }

    /**
     * Where {@code column} was selected.
     *
     * @throws LoadException when it was not
     */
    public int indexOf(Selectable<?> column) {
        int index = find(column);
        if (index < 0) {
            throw missing(column.resultName());
        }
        return index;
    }

    /**
     * Where the column of this name stands.
     *
     * @throws LoadException when there is none, or more than one
     */
    public int indexOf(String name) {
        int index = find(name);
        if (index < 0) {
            throw missing(name);
        }
        return index;
    }

    /** Whether each column is one that a statement selected, rather than one that raw SQL happened to return. */
    private boolean isSelected() {
        return columns.isEmpty() || !(columns.get(0) instanceof NamedColumn);
    }

    private int find(String name) {
        List<Integer> found = new ArrayList<>(1);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).resultName().equals(name)) {
                found.add(i);
            }
        }
        if (found.size() > 1) {
            throw new LoadException("The row has " + found.size() + " columns named '" + name
                    + "'. Ask by the column itself, or give each its own name with as(…).");
        }
        return found.isEmpty() ? -1 : found.get(0);
    }

    private LoadException missing(String name) {
        return new LoadException("The row has no column '" + name + "'. " + Wording.didYouMean(name, names()));
    }
}

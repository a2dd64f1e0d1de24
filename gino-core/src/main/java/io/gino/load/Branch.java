/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.row.RowColumns;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import java.util.List;

/** A part in its place below a parent: what it adds to the parent's query, and how it is read from there. */
interface Branch<T> {

    /** What it adds to the SELECT list. */
    List<? extends Expression<?>> selected();

    /** Adds to a SELECT list what is not there yet. */
    default void addTo(List<Expression<?>> list) {
        for (Expression<?> column : selected()) {
            if (!list.contains(column)) {
                list.add(column);
            }
        }
    }

    /** What it adds to FROM. */
    default FromItem join(FromItem joined) {
        return joined;
    }

    /** Whether each row has the whole of it, whatever rows come before and after. */
    default boolean isRowByRow() {
        return true;
    }

    /** The collections in it that come by statements of their own. */
    default List<Separate<?>> separates() {
        return List.of();
    }

    /** Begins to read a result. */
    PartPass<T> open(RowColumns columns, Related related);
}

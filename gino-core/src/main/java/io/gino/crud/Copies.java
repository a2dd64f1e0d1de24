/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.error.StatementException;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instances as rows of a COPY, which names its columns once for all rows: those that the first instance has values for,
 * or that have no value of their own to give. Single-use.
 */
final class Copies<M> {

    private final Model<M> model;
    private final List<ColumnAttribute<M, ?>> columns = new ArrayList<>();
    /** Whether each column of the model is among them. */
    private final List<Boolean> isCopied = new ArrayList<>();

    private long number;

    Copies(Model<M> model, M first) {
        this.model = model;
        for (ColumnAttribute<M, ?> column : model) {
            boolean copied = !Inserts.isLeftOut(column, Inserts.value(model, column, first));
            isCopied.add(copied);
            if (copied) {
                columns.add(column);
            }
        }
    }

    List<ColumnAttribute<M, ?>> columns() {
        return columns;
    }

    /** The values of the next instance, which must leave out what the first one does: nothing is lost, and no default. */
    List<@Nullable Object> row(M instance) {
        number++;
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        Iterator<Boolean> places = isCopied.iterator();
        for (ColumnAttribute<M, ?> column : model) {
            Object value = Inserts.value(model, column, instance);
            boolean copied = places.next();
            if (Inserts.isLeftOut(column, value) == copied) {
                throw new StatementException(
                        "Instance " + number + " of " + model.type().getSimpleName() + " has "
                                + (copied ? "no value" : "a value") + " for '" + column.attribute()
                                + "', and the first one has " + (copied ? "one" : "none")
                                + ". COPY fills the same columns in every row; copy them apart, or use createMany.");
            } else if (copied) {
                row.add(value);
            }
        }
        return row;
    }
}

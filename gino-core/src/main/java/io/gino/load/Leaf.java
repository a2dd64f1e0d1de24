/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.LoadException;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that is no model's: of a column, of the whole row, or always the same.
 *
 * @param <T> the type of the value
 * @since 0.1.0
 */
public final class Leaf<T> extends Loader<T> {

    private final List<Expression<?>> columns;
    private final Function<RowColumns, PartPass<T>> reading;

    Leaf(List<Expression<?>> columns, Function<RowColumns, PartPass<T>> reading) {
        this.columns = List.copyOf(columns);
        this.reading = reading;
    }

    @Override
    public List<Expression<?>> columns() {
        return columns;
    }

    @Override
    Optional<ModelLoader<?>> top() {
        return Optional.empty();
    }

    @Override
    FromItem from() {
        return root().source();
    }

    @Override
    FromItem joinTo(FromItem joined) {
        return joined;
    }

    @Override
    List<Separate<?>> separates() {
        return List.of();
    }

    @Override
    public boolean isRowByRow() {
        return true;
    }

    @Override
    PartPass<T> part(RowColumns selected, Related related) {
        return reading.apply(selected);
    }

    @Override
    RowPass<T> rows(RowColumns selected, Related related) {
        PartPass<T> pass = reading.apply(selected);
        return cells -> present(pass, cells);
    }

    private static <T> T present(PartPass<T> pass, Cells cells) {
        T value = pass.value(cells);
        if (value == null) {
            throw new LoadException("The value to load is NULL, which a Flux or Mono cannot carry. Leave such rows out,"
                    + " or load it as a part of something: tuple(…).");
        }
        return value;
    }
}

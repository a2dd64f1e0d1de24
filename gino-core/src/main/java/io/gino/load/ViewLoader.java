/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.LoadException;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows to values that a function, such as a record's constructor, makes of their parts.
 *
 * @param <R> what the function gives
 * @since 0.1.0
 */
public final class ViewLoader<R> extends Loader<R> {

    private final Loader<?> first;
    private final List<Branch<?>> others;
    private final Function<@Nullable Object[], R> build;

    /** @param first what the others are related to */
    ViewLoader(Loader<?> first, List<? extends Part<?>> others, Function<@Nullable Object[], R> build) {
        this.first = first;
        this.others =
                others.stream().<Branch<?>>map(part -> branch(first, part)).toList();
        this.build = build;
        if (!isRowByRow()) {
            throw new LoadException("What is built from parts needs each of them whole, and a distinct(…) loader is"
                    + " whole only after its last row. Use many(…) for the collection.");
        }
    }

    private static <T> Branch<T> branch(Loader<?> first, Part<T> part) {
        boolean isAlone = part instanceof Leaf || (first.top().isEmpty() && part instanceof Loader);
        return isAlone ? new Alone<>((Loader<T>) part) : part.under(first.root().source());
    }

    /** A loader that is related to nothing, for a statement that has its columns already. */
    private record Alone<T>(Loader<T> loader) implements Branch<T> {

        @Override
        public List<Expression<?>> selected() {
            return loader.columns();
        }

        @Override
        public boolean isRowByRow() {
            return loader.isRowByRow();
        }

        @Override
        public PartPass<T> open(RowColumns columns, Related related) {
            return loader.part(columns, related);
        }
    }

    @Override
    public List<Expression<?>> columns() {
        List<Expression<?>> all = new ArrayList<>(first.columns());
        others.forEach(branch -> branch.addTo(all));
        return all;
    }

    @Override
    Optional<ModelLoader<?>> top() {
        return first.top();
    }

    @Override
    FromItem from() {
        return joinOthers(first.from());
    }

    @Override
    FromItem joinTo(FromItem joined) {
        return joinOthers(first.joinTo(joined));
    }

    private FromItem joinOthers(FromItem joined) {
        FromItem all = joined;
        for (Branch<?> branch : others) {
            all = branch.join(all);
        }
        return all;
    }

    @Override
    List<Separate<?>> separates() {
        List<Separate<?>> all = new ArrayList<>(first.separates());
        others.forEach(branch -> all.addAll(branch.separates()));
        return all;
    }

    @Override
    public boolean isRowByRow() {
        return first.isRowByRow() && others.stream().allMatch(Branch::isRowByRow);
    }

    @Override
    RowPass<R> rows(RowColumns selected, Related related) {
        return new ViewPass<>(this, selected, related);
    }

    @Override
    PartPass<R> part(RowColumns selected, Related related) {
        return new ViewPass<>(this, selected, related);
    }

    /** The reading of one result. Single-use. */
    private static final class ViewPass<R> implements RowPass<R>, PartPass<R> {

        private final PartPass<?> first;
        private final List<PartPass<?>> others = new ArrayList<>();
        private final Function<@Nullable Object[], R> build;

        ViewPass(ViewLoader<R> loader, RowColumns selected, Related related) {
            this.first = loader.first.part(selected, related);
            loader.others.forEach(branch -> others.add(branch.open(selected, related)));
            this.build = loader.build;
        }

        /** Below something else, nothing where its first part is absent. */
        @Override
        public @Nullable R value(Cells cells) {
            Object value = first.value(cells);
            return value == null ? null : built(value, cells);
        }

        @Override
        public R read(Cells cells) {
            return built(first.value(cells), cells);
        }

        private R built(@Nullable Object value, Cells cells) {
            @Nullable Object[] parts = new @Nullable Object[others.size() + 1];
            parts[0] = value;
            for (int i = 1; i < parts.length; i++) {
                parts[i] = others.get(i - 1).value(cells);
            }
            return build.apply(parts);
        }
    }
}

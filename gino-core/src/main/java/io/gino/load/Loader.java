/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.LoadException;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Select;
import io.gino.sql.Selection;
import io.gino.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * Rows to values, instances, or trees of both. It can make its own query, and read rows of any other that has its columns;
 * of raw SQL they are found by their names.
 *
 * @param <R> what it makes of rows
 * @since 0.1.0
 */
public abstract sealed class Loader<R> extends Part<R> implements Selection<R> permits ModelLoader, ViewLoader, Leaf {

    Loader() {}

    /** The columns that it reads. */
    @Override
    public abstract List<Expression<?>> columns();

    /** The loader of the model that rows are told apart by; empty when there is none. */
    abstract Optional<ModelLoader<?>> top();

    abstract FromItem from();

    abstract List<Separate<?>> separates();

    /** Begins to read a result of which this reads a part. */
    abstract PartPass<R> part(RowColumns selected, Related related);

    /** Begins to read a result of which this reads the rows. */
    abstract RowPass<R> rows(RowColumns selected, Related related);

    @Override
    public final RowPass<R> open(RowColumns selected) {
        return rows(selected, new Related());
    }

    /**
     * The loader of the model whose rows are paged, counted and told apart.
     *
     * @throws LoadException when nothing here is a model
     */
    public final ModelLoader<?> root() {
        return top().orElseThrow(() -> new LoadException(
                "This loader has no model to query. Use it to read a statement: statement.read(loader)."));
    }

    /** The query of all that is visible, with what is related joined. */
    public final Select<R> select() {
        return filtered(everything());
    }

    /** The same without the model's own filters. */
    public final Select<R> everything() {
        return Sql.select(columns()).from(from()).read(this);
    }

    final <S> Select<S> filtered(Select<S> select) {
        Condition visible = top().map(ModelLoader::visible).orElse(Condition.none());
        return visible.equals(Condition.none()) ? select : select.where(visible);
    }

    /** The query of what belongs to rows of another table, by this condition. */
    public final Select<R> select(FromItem first, Condition on) {
        return Sql.select(columns())
                .from(joinTo(first.join(root().source(), on)))
                .read(this);
    }

    abstract FromItem joinTo(FromItem joined);

    @Override
    final Branch<R> under(FromItem parent) {
        return new Joined<>(this, top().map(root -> root.origin().on(parent).and(root.visible())));
    }

    /** A loader in a query of something else. */
    private record Joined<T>(Loader<T> loader, Optional<Condition> on) implements Branch<T> {

        @Override
        public List<Expression<?>> selected() {
            return loader.columns();
        }

        @Override
        public FromItem join(FromItem joined) {
            return on.<FromItem>map(condition -> joined.leftJoin(loader.from(), condition))
                    .orElse(joined);
        }

        @Override
        public boolean isRowByRow() {
            return loader.isRowByRow();
        }

        @Override
        public List<Separate<?>> separates() {
            return loader.separates();
        }

        @Override
        public PartPass<T> open(RowColumns columns, Related related) {
            return loader.part(columns, related);
        }
    }
}

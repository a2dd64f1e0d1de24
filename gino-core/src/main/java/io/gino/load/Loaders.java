/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.model.ModelAlias;
import io.gino.row.Row;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.gino.sql.Expression;
import io.gino.type.SqlType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where loaders begin; meant to be imported statically.
 *
 * @since 0.1.0
 */
public final class Loaders {

    private Loaders() {}

    /** Instances of the model from its table's columns. */
    public static <M> ModelLoader<M> load(Class<M> type) {
        return ModelLoader.load(type);
    }

    /** Instances of the model from the columns of its table under another name. */
    public static <M> ModelLoader<M> load(ModelAlias<M> alias) {
        return ModelLoader.load(alias);
    }

    /**
     * What a function, such as a record's constructor, makes of an instance and what is related to it:
     * {@code load(TeamView::new, load(Team.class), many(load(User.class)))}. Of a related instance that is not there it
     * gets null.
     */
    @SuppressWarnings("unchecked") // the parts' own values
    public static <A, B, R> Loader<R> load(
            BiFunction<? super A, ? super B, ? extends R> build, Loader<A> first, Part<B> second) {
        return new ViewLoader<>(first, List.of(second), parts -> build.apply((A) parts[0], (B) parts[1]));
    }

    /** The same of three parts. */
    @SuppressWarnings("unchecked") // the parts' own values
    public static <A, B, C, R> Loader<R> load(
            Build3<? super A, ? super B, ? super C, ? extends R> build,
            Loader<A> first,
            Part<B> second,
            Part<C> third) {
        return new ViewLoader<>(
                first, List.of(second, third), parts -> build.apply((A) parts[0], (B) parts[1], (C) parts[2]));
    }

    /** The same of four parts. */
    @SuppressWarnings("unchecked") // the parts' own values
    public static <A, B, C, D, R> Loader<R> load(
            Build4<? super A, ? super B, ? super C, ? super D, ? extends R> build,
            Loader<A> first,
            Part<B> second,
            Part<C> third,
            Part<D> fourth) {
        return new ViewLoader<>(
                first,
                List.of(second, third, fourth),
                parts -> build.apply((A) parts[0], (B) parts[1], (C) parts[2], (D) parts[3]));
    }

    /** Makes something of three parts. */
    @FunctionalInterface
    public interface Build3<A, B, C, R> {
        R apply(A first, B second, C third);
    }

    /** Makes something of four parts. */
    @FunctionalInterface
    public interface Build4<A, B, C, D, R> {
        R apply(A first, B second, C third, D fourth);
    }

    /** Several values of each row as a list; null for what is not there. */
    public static Loader<List<@Nullable Object>> tuple(Loader<?> first, Part<?>... others) {
        return new ViewLoader<>(first, List.of(others), parts -> Collections.unmodifiableList(Arrays.asList(parts)));
    }

    /** All that is related, as a list. */
    public static <C> Many<C> many(Loader<C> loader) {
        return Many.of(loader);
    }

    /** The value of a column, an aggregate or any other expression. */
    public static <T> Leaf<T> column(Expression<T> column) {
        return new Leaf<>(List.of(column), selected -> {
            int at = selected.indexOf(column);
            return cells -> cells.get(at, column.type());
        });
    }

    /** The value of the column of this name, in a statement that has it. */
    public static <T> Leaf<T> column(String name, SqlType<T> type) {
        return new Leaf<>(List.of(), selected -> {
            int at = selected.indexOf(name);
            return cells -> cells.get(at, type);
        });
    }

    /** What a function makes of the whole row. */
    public static <T> Leaf<T> row(Function<? super Row, ? extends T> function) {
        return new Leaf<>(List.of(), selected -> {
            RowPass<Row> pass = RowReader.ROWS.open(selected);
            return cells -> function.apply(Objects.requireNonNull(pass.read(cells)));
        });
    }

    /** The same value for every row. */
    public static <T> Leaf<T> value(T value) {
        return new Leaf<>(List.of(), selected -> cells -> value);
    }
}

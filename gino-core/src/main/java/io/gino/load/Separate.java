/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.LoadException;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.sql.ColumnClause;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Logical;
import io.gino.sql.Operator;
import io.gino.sql.RowValue;
import io.gino.sql.Select;
import io.gino.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A collection that a statement of its own brings, for all parents at once. */
final class Separate<C> implements Branch<List<C>> {

    private final List<ColumnClause<?>> parentKey;
    private final List<ColumnClause<?>> key;
    private final Loader<Keyed<C>> loader;
    private final UnaryOperator<Select<Keyed<C>>> narrow;

    private Separate(
            List<ColumnClause<?>> parentKey,
            List<ColumnClause<?>> key,
            Loader<Keyed<C>> loader,
            UnaryOperator<Select<Keyed<C>>> narrow) {
        this.parentKey = parentKey;
        this.key = key;
        this.loader = loader;
        this.narrow = narrow;
    }

    /** One of the collection, and the parent's key. */
    record Keyed<C>(List<Object> key, C member) {}

    /** @param narrow adds what else is said of the collection's query, and its order */
    static <C> Separate<C> of(Loader<C> loader, Condition on, FromItem parent, UnaryOperator<Select<Keyed<C>>> narrow) {
        List<ColumnClause<?>> parentKey = new ArrayList<>();
        List<ColumnClause<?>> key = new ArrayList<>();
        for (Expression<?> term : on instanceof Logical logical ? logical.terms() : List.of(on)) {
            boolean isEquality = term instanceof Comparison comparison
                    && comparison.operator() == Operator.EQ
                    && comparison.left() instanceof ColumnClause
                    && comparison.right() instanceof ColumnClause;
            if (!isEquality) {
                throw new LoadException(
                        "A collection can be loaded separately() where columns of it equal columns of its"
                                + " parent; got " + term + ". Leave separately() out.");
            }
            ColumnClause<?> left = (ColumnClause<?>) ((Comparison) term).left();
            ColumnClause<?> right = (ColumnClause<?>) ((Comparison) term).right();
            boolean isLeftParent = left.source() == parent;
            parentKey.add(isLeftParent ? left : right);
            key.add(isLeftParent ? right : left);
        }
        return new Separate<>(parentKey, key, keyed(loader, key), narrow);
    }

    @SuppressWarnings("unchecked") // the first part is the loader's
    private static <C> Loader<Keyed<C>> keyed(Loader<C> loader, List<ColumnClause<?>> key) {
        List<Leaf<?>> columns = key.stream().<Leaf<?>>map(Loaders::column).toList();
        return new ViewLoader<>(
                loader,
                columns,
                parts -> new Keyed<>(
                        List.copyOf(
                                (List<Object>) (List<?>) Arrays.asList(parts).subList(1, parts.length)),
                        (C) parts[0]));
    }

    Loader<Keyed<C>> loader() {
        return loader;
    }

    /** What belongs to parents of these keys. */
    Select<Keyed<C>> select(Collection<List<Object>> keys) {
        List<List<Object>> all = List.copyOf(keys);
        Condition belongs = key.size() == 1 ? in(key.get(0), all) : new RowValue(List.copyOf(key)).in(all);
        return narrow.apply(
                Sql.select(loader.columns()).from(loader.from()).read(loader).where(belongs));
    }

    private static <T> Condition in(ColumnClause<T> column, List<List<Object>> keys) {
        return column.in(
                keys.stream().map(key -> column.type().convert(key.get(0))).toList());
    }

    /** The key of the parent in a row, as values of the collection's own columns; empty where part of it is NULL. */
    Optional<List<Object>> parentKey(Cells cells, RowColumns selected) {
        List<Object> values = new ArrayList<>(key.size());
        for (int i = 0; i < key.size(); i++) {
            Object value = cells.get(
                    selected.indexOf(parentKey.get(i)), parentKey.get(i).type());
            if (value == null) {
                return Optional.empty();
            }
            values.add(key.get(i).type().convert(value));
        }
        return Optional.of(values);
    }

    @Override
    public List<ColumnClause<?>> selected() {
        return parentKey;
    }

    @Override
    public List<Separate<?>> separates() {
        return List.of(this);
    }

    @Override
    public PartPass<List<C>> open(RowColumns selected, Related related) {
        Map<List<Object>, List<C>> collections = related.of(this);
        return cells -> parentKey(cells, selected)
                .map(found -> collections.getOrDefault(found, List.of()))
                .orElse(List.of());
    }
}

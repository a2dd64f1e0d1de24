/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.SchemaException;
import io.gino.model.ColumnAttribute;
import io.gino.model.DocumentAttribute;
import io.gino.model.Model;
import io.gino.row.RowColumns;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the columns of a model are read from.
 *
 * @param sources for each of the model's columns; empty where it is not read
 */
record ColumnSources<M>(Model<M> model, List<Optional<ColumnClause<?>>> sources) {

    ColumnSources {
        sources = List.copyOf(sources);
    }

    /** Each from what is found for it. */
    static <M> ColumnSources<M> of(Model<M> model, Function<ColumnClause<?>, Optional<ColumnClause<?>>> find) {
        List<Optional<ColumnClause<?>>> found = new ArrayList<>();
        model.forEach(column -> found.add(find.apply(column)));
        return new ColumnSources<>(model, found);
    }

    /** Only those of these attributes. */
    ColumnSources<M> only(List<ColumnAttribute<M, ?>> chosen) {
        List<Integer> places =
                chosen.stream().map(attribute -> place(stored(attribute))).toList();
        List<Optional<ColumnClause<?>>> some = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            some.add(places.contains(i) ? sources.get(i) : Optional.empty());
        }
        return new ColumnSources<>(model, some);
    }

    /** The column that an attribute is in. */
    private static ColumnAttribute<?, ?> stored(ColumnAttribute<?, ?> attribute) {
        return attribute instanceof DocumentAttribute<?, ?> inside ? inside.document() : attribute;
    }

    /**
     * Where a column stands in the model.
     *
     * @throws SchemaException when it is another model's
     */
    int place(ColumnAttribute<?, ?> column) {
        int place = model.columns().indexOf(column);
        if (place < 0) {
            throw new SchemaException("Column '" + column + "' is no attribute of model " + model + ".");
        }
        return place;
    }

    /** What a column is read from; itself where it is not. */
    @SuppressWarnings("unchecked") // a column that stands for another has its type
    <T> ColumnClause<T> source(ColumnAttribute<?, T> column) {
        return (ColumnClause<T>) sources.get(place(column)).orElse(column);
    }

    void addTo(List<Expression<?>> selected) {
        sources.forEach(source -> source.ifPresent(selected::add));
    }

    /** For each of the model's columns where a result has it; -1 where it does not. */
    int[] positions(RowColumns selected) {
        int[] positions = new int[sources.size()];
        Arrays.setAll(positions, i -> sources.get(i).map(selected::find).orElse(-1));
        return positions;
    }
}

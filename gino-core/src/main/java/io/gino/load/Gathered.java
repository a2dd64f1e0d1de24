/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.LoadException;
import io.gino.row.Cells;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.sql.Cast;
import io.gino.sql.Expression;
import io.gino.sql.Precedence;
import io.gino.sql.ScalarQuery;
import io.gino.sql.Select;
import io.gino.sql.Sql;
import io.gino.sql.Template;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A collection that PostgreSQL gathers into one value: an array with, for each related row, the array of its columns as
 * the text that PostgreSQL prints, from which every type is read anyway.
 */
final class Gathered<C> implements Branch<List<C>> {

    private static final SqlType<List<List<String>>> ROWS = Types.TEXT.array().array();

    private final Loader<C> loader;
    private final RowColumns columns;
    private final Expression<List<List<String>>> rows;

    private Gathered(Loader<C> loader, Expression<List<List<String>>> rows) {
        this.loader = loader;
        this.columns = new RowColumns(loader.columns());
        this.rows = rows;
    }

    /** @param narrow adds which rows of the collection's query belong to the parent, and in what order */
    static <C> Gathered<C> of(Loader<C> loader, UnaryOperator<Select<List<String>>> narrow) {
        if (!loader.separates().isEmpty()) {
            throw new LoadException("A collection that is loaded separately() is in one that is gathered into its"
                    + " parent's row. Load that one separately() too, or neither.");
        }
        Select<List<String>> query =
                narrow.apply(Sql.select(row(loader.columns())).from(loader.from()));
        Expression<List<List<String>>> rows = new Template<>(
                List.of("ARRAY", ""), List.of(new ScalarQuery<>(query, Types.TEXT.array())), ROWS, Precedence.ATOM);
        return new Gathered<>(loader, rows);
    }

    private static Expression<List<String>> row(List<Expression<?>> columns) {
        List<String> pieces = new ArrayList<>(Collections.nCopies(columns.size() + 1, ", "));
        pieces.set(0, "ARRAY[");
        pieces.set(columns.size(), "]");
        List<Expression<?>> texts =
                columns.stream().<Expression<?>>map(Gathered::text).toList();
        return new Template<>(pieces, texts, Types.TEXT.array(), Precedence.ATOM);
    }

    private static Expression<?> text(Expression<?> column) {
        return column.type().name().equals(Types.TEXT.name()) ? column : new Cast<>(column, Types.TEXT);
    }

    @Override
    public List<Expression<?>> selected() {
        return List.of(rows);
    }

    @Override
    public PartPass<List<C>> open(RowColumns selected, Related related) {
        int at = selected.indexOf(rows);
        return cells -> collection(cells.get(at, ROWS));
    }

    private List<C> collection(@Nullable List<List<String>> texts) {
        if (texts == null || texts.isEmpty()) {
            return List.of();
        }
        List<C> collection = new ArrayList<>(texts.size());
        RowPass<C> pass = loader.open(columns);
        TextCells cells = new TextCells(columns);
        for (List<String> row : texts) {
            C complete = pass.read(cells.on(row));
            if (complete != null) {
                collection.add(complete);
            }
        }
        collection.addAll(pass.end());
        return Collections.unmodifiableList(collection);
    }

    /** The values of a gathered row. Single-use: moved from row to row. */
    private static final class TextCells implements Cells {

        private final RowColumns columns;
        private List<@Nullable String> row = List.of();

        TextCells(RowColumns columns) {
            this.columns = columns;
        }

        TextCells on(List<String> next) {
            row = next;
            return this;
        }

        @Override
        public <T> @Nullable T get(int index, SqlType<T> type) {
            try {
                return type.read(row.get(index));
            } catch (RuntimeException e) {
                throw new LoadException(
                        "Column '" + columns.names().get(index) + "' of a related row cannot be read as "
                                + type.javaType().getSimpleName() + " (" + type + ").",
                        e);
            }
        }
    }
}

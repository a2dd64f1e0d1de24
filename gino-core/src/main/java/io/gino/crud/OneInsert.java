/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.sql.Expression;
import io.gino.sql.Insert;
import io.gino.sql.Sql;
import io.gino.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The INSERT of one instance, compiled once for each set of columns that instances of the model have values for.
 *
 * @param <M> the model
 */
final class OneInsert<M> {

    private static final CompiledOnce KNOWN = new CompiledOnce();

    private final Model<M> model;
    private final List<ColumnAttribute<M, ?>> columns;

    OneInsert(Model<M> model, List<ColumnAttribute<M, ?>> columns) {
        this.model = model;
        this.columns = columns;
    }

    /** @param values those of the columns, in their order */
    Statement<M> of(List<@Nullable Object> values, RowReader<M> reader) {
        return KNOWN.of(model, columns, this::withParameters)
                .<Statement<M>>map(baked -> baked.bind(values).read(reader))
                .orElseGet(() -> withValues(values).returning(model.columns(), reader));
    }

    private Statement<Row> withParameters() {
        return insert().returning(model.columns().toArray(Expression<?>[]::new));
    }

    private Insert<Row> insert() {
        Insert<Row> insert = model.table().insert();
        for (ColumnAttribute<M, ?> column : columns) {
            insert = given(insert, column);
        }
        return insert;
    }

    private static <T> Insert<Row> given(Insert<Row> insert, ColumnAttribute<?, T> column) {
        return insert.set(column, Sql.parameter(column.name(), column.type()));
    }

    /** The same with the values in it. */
    Insert<Row> withValues(List<@Nullable Object> values) {
        Insert<Row> insert = model.table().insert();
        for (int i = 0; i < columns.size(); i++) {
            insert = insert.set(columns.get(i).name(), values.get(i));
        }
        return insert;
    }
}

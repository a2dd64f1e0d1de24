package io.gino.crud;

import io.gino.compile.Baked;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.row.Row;
import io.gino.row.RowReader;
import io.gino.sql.Insert;
import io.gino.sql.Sql;
import io.gino.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The INSERT of one instance, compiled once for each set of columns that instances of the model have values for.
 *
 * @param <M> the model
 */
final class OneInsert<M> {

    /** More sets of columns than this are compiled each time. */
    private static final int KEPT = 64;

    /** Goes away with the model's class. */
    private static final ClassValue<Map<List<?>, Baked<?>>> BY_CLASS = new ClassValue<>() {
        @Override
        protected Map<List<?>, Baked<?>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Model<M> model;
    private final List<ColumnAttribute<M, ?>> columns;

    OneInsert(Model<M> model, List<ColumnAttribute<M, ?>> columns) {
        this.model = model;
        this.columns = columns;
    }

    /** @param values those of the columns, in their order */
    Statement<M> of(List<@Nullable Object> values, RowReader<M> reader) {
        Map<List<?>, Baked<?>> known = BY_CLASS.get(model.type());
        Baked<?> baked = known.get(columns);
        if (baked == null) {
            Insert<Row> insert = insert();
            if (!insert.defaults().isEmpty()) {
                return withValues(values).returning(model.columns(), reader);
            }
            baked = Baked.of(insert.returning(model.columns(), reader));
            if (known.size() < KEPT) {
                known.put(List.copyOf(columns), baked);
            }
        }
        return baked.bind(named(values)).read(reader);
    }

    private Map<String, @Nullable Object> named(List<@Nullable Object> values) {
        Map<String, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i).name(), values.get(i));
        }
        return named;
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

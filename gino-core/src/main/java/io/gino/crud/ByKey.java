/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.compile.Baked;
import io.gino.load.ModelLoader;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.sql.Condition;
import io.gino.sql.Sql;
import java.util.List;

/**
 * What reads one instance of a model by its primary key, compiled once for the model.
 *
 * @param statement has a parameter for each column of the key, by the column's name
 */
record ByKey<M>(Model<M> model, Baked<M> statement) {

    /** Goes away with the model's class. */
    private static final ClassValue<ByKey<?>> BY_CLASS = new ClassValue<>() {
        @Override
        protected ByKey<?> computeValue(Class<?> type) {
            return made(type);
        }
    };

    @SuppressWarnings("unchecked") // that of the class
    static <M> ByKey<M> of(Class<M> type) {
        return (ByKey<M>) BY_CLASS.get(type);
    }

    private static <M> ByKey<M> made(Class<M> type) {
        Model<M> model = Model.of(type);
        Condition row =
                Condition.and(Keys.required(model).stream().map(ByKey::isGiven).toList());
        return new ByKey<>(model, Baked.of(ModelLoader.load(type).select().where(row)));
    }

    private static <T> Condition isGiven(ColumnAttribute<?, T> column) {
        return column.eq(Sql.parameter(column.name(), column.type()));
    }

    /** @param key its values, none of them null */
    Baked<M> of(List<?> key) {
        return statement.bind(key);
    }
}

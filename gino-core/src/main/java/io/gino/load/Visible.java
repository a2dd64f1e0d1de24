/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.model.Model;
import io.gino.model.Visibility;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.NamedSource;
import io.gino.sql.RowValue;
import io.gino.sql.Select;
import io.gino.sql.Sql;
import java.util.List;

/** A model's own filters where its rows come from somewhere. */
final class Visible {

    private Visible() {}

    /** What rows meet that the model lets queries see; a sub-query has said for itself what it finds. */
    static Condition in(Origin origin, Model<?> model, List<? extends Expression<?>> keys) {
        Condition condition = Visibility.of(model).condition();
        boolean isPlain = condition.equals(Condition.none()) || origin.source() instanceof NamedSource;
        if (!origin.isFiltered() || isPlain) {
            return Condition.none();
        }
        return origin.source() == model.table() ? condition : ofAlias(model, condition, keys);
    }

    /** The filters speak of the table; under another name, rows are told by their keys. */
    private static Condition ofAlias(Model<?> model, Condition condition, List<? extends Expression<?>> keys) {
        Select<?> visible = Sql.select(model.key()).from(model.table()).where(condition);
        return keys.size() == 1 ? in(keys.get(0), visible) : new RowValue(List.copyOf(keys)).in(visible);
    }

    @SuppressWarnings("unchecked") // the same column of the same table
    private static <T> Condition in(Expression<T> key, Select<?> keys) {
        return key.in((Select<T>) keys);
    }
}

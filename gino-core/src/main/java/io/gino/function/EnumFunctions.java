/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import java.util.List;

/**
 * Enums of PostgreSQL's own, in the order in which their labels were declared.
 *
 * @since 0.1.0
 */
public final class EnumFunctions {

    private EnumFunctions() {}

    /** The first label. */
    public static <E> Expression<E> first(SqlType<E> type) {
        return Sql.function("enum_first", type, any(type));
    }

    /** The last label. */
    public static <E> Expression<E> last(SqlType<E> type) {
        return Sql.function("enum_last", type, any(type));
    }

    /** All labels. */
    public static <E> Expression<List<E>> range(SqlType<E> type) {
        return Sql.function("enum_range", type.array(), any(type));
    }

    /** The labels from the first to the last, both included. */
    public static <E> Expression<List<E>> range(Expression<E> first, Expression<E> last) {
        return Sql.function("enum_range", first.type().array(), first, last);
    }

    /** PostgreSQL looks at its type only. */
    private static Expression<?> any(SqlType<?> type) {
        return Sql.template("NULL", type).cast(type);
    }
}

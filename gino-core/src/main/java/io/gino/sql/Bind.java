/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A value that travels beside the SQL text, never in it.
 *
 * @since 0.1.0
 */
public record Bind<T>(SqlType<T> type, @Nullable T value) implements Expression<T> {

    /** A value where SQL's NULL would silently make the whole comparison NULL. */
    static <T> Bind<T> required(SqlType<T> type, @Nullable T value) {
        return new Bind<>(type, requireValue(value));
    }

    /** The value itself, unless it is null. */
    static <T> T requireValue(@Nullable T value) {
        if (value == null) {
            throw new StatementException(
                    "A null cannot be compared or computed with here: the result would always be NULL. "
                            + "Use isNull(), isNotNull() or isNotDistinctFrom(…).");
        }
        return value;
    }

    @Override
    public Precedence precedence() {
        return type.needsCast() ? Precedence.UNARY : Precedence.ATOM;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.bind(this);
    }
}

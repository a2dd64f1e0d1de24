/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;
import java.util.List;

/**
 * A function that only makes sense over a window, and becomes a value by {@code over}.
 *
 * @since 0.1.0
 */
public record WindowFunction<T>(FunctionCall<T> call) {

    /** Any window function by name. */
    public static <T> WindowFunction<T> of(String name, SqlType<T> type, Expression<?>... arguments) {
        return new WindowFunction<>(new FunctionCall<>(QualifiedName.parse(name), List.of(arguments), type));
    }

    public Expression<T> over(Window window) {
        return new Over<>(call, window, call.type());
    }

    /** Over all rows, in no order. */
    public Expression<T> over() {
        return over(Window.ALL);
    }

    /** Over the window that the query declares under this name. */
    public Expression<T> over(String window) {
        return over(Window.named(window));
    }
}

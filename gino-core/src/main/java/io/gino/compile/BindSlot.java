/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * What belongs in the place of one {@code $n}: a value, or the name of a parameter that is given when the statement runs.
 *
 * @param value what the driver is to be given; null is NULL
 * @param parameter the parameter's name; null when the value is here
 * @since 0.1.0
 */
public record BindSlot(
        SqlType<?> type, @Nullable Object value, @Nullable String parameter) {

    static <T> BindSlot value(SqlType<T> type, @Nullable T value) {
        return new BindSlot(type, type.write(value), null);
    }

    static BindSlot parameter(SqlType<?> type, String name) {
        return new BindSlot(type, null, name);
    }

    /** What the driver is to be given for this value. */
    @Nullable
    Object write(@Nullable Object given) {
        return given == null ? null : write(type, given);
    }

    private static <T> @Nullable Object write(SqlType<T> type, Object given) {
        return type.write(type.writable(given));
    }
}

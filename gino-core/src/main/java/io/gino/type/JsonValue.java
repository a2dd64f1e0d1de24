/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import io.gino.error.StatementException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of a type as JSON holds them: numbers and booleans as such, documents as they are, all else as text. Times have
 * all their digits, and moments are in UTC, so that their texts sort as they do.
 */
final class JsonValue {

    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private JsonValue() {}

    /** What Jackson is given. */
    static <T> @Nullable Object of(SqlType<T> type, T value) {
        Object wire = type.write(value);
        if (wire instanceof Json json) {
            return Jackson.tree(json.text());
        } else if (wire instanceof Double || wire instanceof Float) {
            return Double.isFinite(((Number) wire).doubleValue()) ? wire : wire.toString();
        } else if (wire instanceof Number || wire instanceof Boolean) {
            return wire;
        } else if (wire instanceof LocalDate date) {
            return TimeText.print(date);
        } else if (wire instanceof LocalTime time) {
            return TimeText.fixed(time);
        } else if (wire instanceof LocalDateTime time) {
            return TimeText.fixed(time);
        } else if (wire instanceof OffsetDateTime time) {
            return TimeText.fixed(time);
        }
        return type.print(value);
    }

    /** The value of what Jackson gave, as {@code ->>} and a cast would read it. */
    static <T> T read(SqlType<T> type, Object value) {
        try {
            return parse(type, value);
        } catch (NumberFormatException | StatementException e) {
            throw unreadable(type, value);
        }
    }

    private static <T> T parse(SqlType<T> type, Object value) {
        if (type.wire() == Json.class) {
            return required(type, Jackson.write(value));
        } else if (value instanceof Number number && Number.class.isAssignableFrom(type.javaType())) {
            return type.convert(number);
        } else if (value instanceof Map || value instanceof Iterable) {
            throw unreadable(type, value);
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        if (type.javaType() == Boolean.class && !BOOLEANS.contains(text)) {
            throw unreadable(type, value);
        }
        return required(type, text);
    }

    private static <T> T required(SqlType<T> type, String text) {
        return Objects.requireNonNull(type.read(text));
    }

    private static LoadException unreadable(SqlType<?> type, Object value) {
        String found = value instanceof Map
                ? "an object"
                : value instanceof Iterable
                        ? "an array"
                        : value instanceof Number ? "a number" : value instanceof Boolean ? "a boolean" : "a text";
        return new LoadException(
                "It holds " + found + " that is no " + type.javaType().getSimpleName() + ".");
    }
}

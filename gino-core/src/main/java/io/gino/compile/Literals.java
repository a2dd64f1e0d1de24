/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as SQL text, for where PostgreSQL takes no binds: DDL, and constants of the program. */
final class Literals {

    /** What PostgreSQL gives the right type by itself where a column says which. */
    private static final Set<Class<?>> PLAIN =
            Set.of(Short.class, Integer.class, Long.class, BigDecimal.class, Boolean.class, String.class);

    private Literals() {}

    /** The value as a constant of exactly its type, so that {@code 5 / 2} divides numerics when it says so. */
    static <T> String typed(SqlType<T> type, @Nullable T value) {
        Object wire = type.write(value);
        String text = text(type, wire);
        if (wire instanceof Boolean
                || (wire instanceof Integer && type.bareName().equals("integer"))) {
            return text;
        }
        boolean bare = wire instanceof Number && !text.startsWith("'");
        return (bare ? quote(text) : text) + "::" + type.bareName();
    }

    /** The value where a column beside it says what type it is, as in DDL. */
    static <T> String plain(SqlType<T> type, @Nullable T value) {
        Object wire = type.write(value);
        boolean said = wire == null || (PLAIN.contains(wire.getClass()) && !type.needsCast());
        return said ? text(type, wire) : typed(type, value);
    }

    private static String text(SqlType<?> type, @Nullable Object wire) {
        if (wire == null) {
            return "NULL";
        } else if (wire instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (wire instanceof String text) {
            return quote(text);
        } else if (wire instanceof Double || wire instanceof Float) {
            return quote(wire.toString());
        } else if (wire instanceof Number || wire instanceof Boolean) {
            return wire.toString();
        } else if (wire instanceof Json json) {
            return quote(json.text());
        } else if (wire instanceof byte[] bytes) {
            return quote("\\x" + HexFormat.of().formatHex(bytes));
        } else if (wire instanceof Object[] elements) {
            return Arrays.stream(elements)
                    .map(element -> text(type, element))
                    .collect(Collectors.joining(", ", "ARRAY[", "]"));
        } else if (wire instanceof Temporal) {
            return quote(printed(wire));
        } else if (wire instanceof UUID) {
            return quote(wire.toString());
        }
        throw new StatementException("A value of type " + type.name()
                + " cannot be written as a literal. Use template(…) with the SQL for it.");
    }

    /** The text that PostgreSQL reads, in which years and infinity look other than Java's. */
    @SuppressWarnings("unchecked") // the type of the value's own class
    private static String printed(Object wire) {
        return Types.of((Class<Object>) wire.getClass())
                .map(type -> type.print(wire))
                .orElseGet(wire::toString);
    }

    /** The text as a string literal, whatever the server's setting of backslashes in strings. */
    static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new StatementException("PostgreSQL's text cannot hold the NUL character.");
        }
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }
}

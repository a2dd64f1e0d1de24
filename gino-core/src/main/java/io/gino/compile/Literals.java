package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.type.Json;
import io.gino.type.SqlType;
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

    /** What PostgreSQL reads without being told the type. */
    private static final Set<Class<?>> PLAIN =
            Set.of(Short.class, Integer.class, Long.class, BigDecimal.class, Boolean.class, String.class);

    private Literals() {}

    static <T> String of(SqlType<T> type, @Nullable T value) {
        Object wire = type.write(value);
        if (wire == null) {
            return "NULL";
        }
        String text = text(type, wire);
        return PLAIN.contains(wire.getClass()) ? text : text + "::" + type.bareName();
    }

    private static String text(SqlType<?> type, @Nullable Object wire) {
        if (wire == null) {
            return "NULL";
        } else if (wire instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (wire instanceof String text) {
            return quote(text);
        } else if (PLAIN.contains(wire.getClass())) {
            return wire.toString();
        } else if (wire instanceof Json json) {
            return quote(json.text());
        } else if (wire instanceof byte[] bytes) {
            return quote("\\x" + HexFormat.of().formatHex(bytes));
        } else if (wire instanceof Object[] elements) {
            return Arrays.stream(elements)
                    .map(element -> text(type, element))
                    .collect(Collectors.joining(", ", "ARRAY[", "]"));
        } else if (wire instanceof Temporal
                || wire instanceof UUID
                || wire instanceof Double
                || wire instanceof Float) {
            return quote(wire.toString());
        }
        throw new StatementException("A value of type " + type.name()
                + " cannot be written as a literal. Use template(…) with the SQL for it.");
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

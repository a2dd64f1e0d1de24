/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import io.gino.error.StatementException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays as the text that PostgreSQL reads and prints, such as {@code {1,NULL,"a b"}}. */
final class ArrayText {

    private final String text;
    private final SqlType<?> element;
    private int at;

    private ArrayText(String text, SqlType<?> element) {
        this.text = text;
        this.element = element;
    }

    /** How arrays of these elements travel: as the driver's arrays, where it has them. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a List of the element's values
    static <T> Wire<List<@Nullable T>> wire(SqlType<T> element) {
        Class<List<@Nullable T>> base = (Class) List.class;
        boolean known = !element.needsCast()
                && !element.isArray()
                && element.wire() != byte[].class
                && element.wire() != Json.class;
        if (!known) {
            return Wire.text(base, values -> print(values, element), text -> parse(text, element));
        }
        Class<Object[]> bound = (Class<Object[]>) element.wire().arrayType();
        return new Wire<>(
                base,
                bound,
                false,
                true,
                values -> written(values, element, bound),
                values -> print(values, element),
                text -> parse(text, element));
    }

    private static <T> Object[] written(List<@Nullable T> values, SqlType<T> element, Class<Object[]> bound) {
        @Nullable Object[] elements = new @Nullable Object[values.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = element.write(values.get(i));
        }
        return Arrays.copyOf(elements, elements.length, bound);
    }

    private static <T> String print(List<@Nullable T> values, SqlType<T> element) {
        if (element.isArray()) {
            requireSameSizes(values);
        }
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",");
            T value = values.get(i);
            if (value == null) {
                text.append("NULL");
            } else if (element.isArray()) {
                text.append(element.print(value));
            } else {
                Quotes.backslashed(text, element.print(value));
            }
        }
        return text.append('}').toString();
    }

    /** An array of arrays is a rectangle; an empty one has no dimensions at all. */
    private static void requireSameSizes(List<?> values) {
        int first = -1;
        for (Object value : values) {
            int size = value instanceof List<?> list ? list.size() : first;
            if (value == null || size == 0) {
                throw new StatementException(
                        "An array of arrays holds neither NULL nor an empty array in place of an array.");
            } else if (first >= 0 && size != first) {
                throw new StatementException("The arrays in an array of arrays must be equally long; got " + first
                        + " and " + size + " elements.");
            }
            first = size;
        }
    }

    private static <T> List<@Nullable T> parse(String text, SqlType<T> element) {
        return new ArrayText(text, element).elements();
    }

    @SuppressWarnings("unchecked") // the element type reads them
    private <T> List<@Nullable T> elements() {
        List<@Nullable T> values = new ArrayList<>();
        at = text.indexOf('{') + 1; // bounds other than from 1 stand before it: [0:1]={…}
        while (text.charAt(at) != '}') {
            values.add((@Nullable T) (text.charAt(at) == '{' ? nested() : single()));
            at += text.charAt(at) == ',' ? 1 : 0;
        }
        return Collections.unmodifiableList(values);
    }

    private @Nullable Object nested() {
        if (!element.isArray()) {
            throw new LoadException(
                    "The value is an array of arrays. Read it with the type " + element.name() + "[][] instead.");
        }
        int start = at;
        int depth = 0;
        boolean quoted = false;
        do {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            at++;
        } while (depth > 0);
        return element.read(text.substring(start, at));
    }

    private @Nullable Object single() {
        if (element.isArray()) {
            throw new LoadException(
                    "The value is an array of fewer dimensions. Read it with the type " + element.name() + " instead.");
        }
        if (text.charAt(at) == '"') {
            int end = Quotes.end(text, at);
            String value = Quotes.content(text, at, end);
            at = end;
            return element.read(value);
        }
        int start = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '}') {
            at++;
        }
        String value = text.substring(start, at);
        return value.equals("NULL") ? null : element.read(value);
    }
}

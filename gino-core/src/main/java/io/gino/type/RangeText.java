/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ranges and multiranges as the text that PostgreSQL reads and prints, such as {@code [1,5)} and {@code {[1,5),[7,9)}}. */
final class RangeText<T> {

    private static final String EMPTY = "empty";

    private final SqlType<T> bound;
    private final String text;
    private int at;

    private RangeText(SqlType<T> bound, String text) {
        this.bound = bound;
        this.text = text;
    }

    /** How ranges with these bounds travel. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class knows no type arguments
    static <T> Wire<Range<T>> wire(SqlType<T> bound) {
        Class<Range<T>> base = (Class) Range.class;
        return Wire.text(base, range -> print(range, bound), text -> parse(text, bound));
    }

    /** How multiranges with these bounds travel. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class knows no type arguments
    static <T> Wire<List<Range<T>>> wireOfSeveral(SqlType<T> bound) {
        Class<List<Range<T>>> base = (Class) List.class;
        return Wire.text(base, ranges -> print(ranges, bound), text -> parseAll(text, bound));
    }

    static <T> String print(Range<T> range, SqlType<T> bound) {
        if (range.isEmpty()) {
            return EMPTY;
        }
        StringBuilder text = new StringBuilder(range.lowerIncluded() ? "[" : "(");
        range.lower().ifPresent(value -> Quotes.backslashed(text, bound.print(value)));
        text.append(',');
        range.upper().ifPresent(value -> Quotes.backslashed(text, bound.print(value)));
        return text.append(range.upperIncluded() ? ']' : ')').toString();
    }

    static <T> String print(List<Range<T>> ranges, SqlType<T> bound) {
        return ranges.stream().map(range -> print(range, bound)).collect(Collectors.joining(",", "{", "}"));
    }

    static <T> Range<T> parse(String text, SqlType<T> bound) {
        return text.equals(EMPTY) ? Range.empty() : new RangeText<>(bound, text).range();
    }

    static <T> List<Range<T>> parseAll(String text, SqlType<T> bound) {
        RangeText<T> all = new RangeText<>(bound, text);
        List<Range<T>> ranges = new ArrayList<>();
        all.at = 1;
        while (text.charAt(all.at) != '}') {
            ranges.add(all.range());
            all.at += text.charAt(all.at) == ',' ? 1 : 0;
        }
        return Collections.unmodifiableList(ranges);
    }

    private Range<T> range() {
        boolean lowerIncluded = text.charAt(at) == '[';
        at++;
        T lower = bound();
        at++;
        T upper = bound();
        boolean upperIncluded = text.charAt(at) == ']';
        at++;
        return Range.of(lower, lowerIncluded, upper, upperIncluded);
    }

    private @Nullable T bound() {
        int start = at;
        if (text.charAt(at) == '"') {
            at = Quotes.end(text, at);
            return bound.read(Quotes.content(text, start, at));
        }
        while (",)]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at == start ? null : bound.read(text.substring(start, at));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which decoder makes a Java class of a column of PostgreSQL's, by the number that PostgreSQL gives its type. */
final class Decoders {

    private static final int BOOL = 16;
    private static final int BYTEA = 17;
    private static final int CHAR = 18;
    private static final int NAME = 19;
    private static final int INT8 = 20;
    private static final int INT2 = 21;
    private static final int INT4 = 23;
    private static final int TEXT = 25;
    private static final int OID = 26;
    private static final int JSON = 114;
    private static final int FLOAT4 = 700;
    private static final int FLOAT8 = 701;
    private static final int UNKNOWN = 705;
    private static final int BPCHAR = 1042;
    private static final int VARCHAR = 1043;
    private static final int DATE = 1082;
    private static final int TIME = 1083;
    private static final int TIMESTAMP = 1114;
    private static final int TIMESTAMPTZ = 1184;
    private static final int INTERVAL = 1186;
    private static final int TIMETZ = 1266;
    private static final int NUMERIC = 1700;
    private static final int UUID_NUMBER = 2950;
    private static final int JSONB = 3802;

    private record Form(Class<?> base, int number) {}

    /** What the driver reads by itself, from its text. */
    private static final Map<Form, Decoder<?>> TEXT_FORMS = Map.ofEntries(
            form(Boolean.class, BOOL, TextDecoders::bool),
            form(byte[].class, BYTEA, TextDecoders::bytea),
            form(Short.class, INT2, TextDecoders::int2),
            form(Integer.class, INT2, TextDecoders::int4),
            form(Integer.class, INT4, TextDecoders::int4),
            form(Long.class, INT2, TextDecoders::int8),
            form(Long.class, INT4, TextDecoders::int8),
            form(Long.class, INT8, TextDecoders::int8),
            form(Long.class, OID, TextDecoders::int8),
            form(Float.class, FLOAT4, TextDecoders::float4),
            form(Double.class, FLOAT8, TextDecoders::float8),
            form(BigDecimal.class, NUMERIC, TextDecoders::numeric),
            form(UUID.class, UUID_NUMBER, TextDecoders::uuid));

    private static final Map<Form, Decoder<?>> BINARY_FORMS = Map.ofEntries(
            form(Boolean.class, BOOL, BinaryDecoders::bool),
            form(byte[].class, BYTEA, BinaryDecoders::bytea),
            form(Short.class, INT2, BinaryDecoders::int2),
            form(Integer.class, INT2, (bytes, from, to) -> (int) BinaryDecoders.int2(bytes, from, to)),
            form(Integer.class, INT4, BinaryDecoders::int4),
            form(Long.class, INT2, (bytes, from, to) -> (long) BinaryDecoders.int2(bytes, from, to)),
            form(Long.class, INT4, (bytes, from, to) -> (long) BinaryDecoders.int4(bytes, from, to)),
            form(Long.class, INT8, BinaryDecoders::int8),
            form(Long.class, OID, BinaryDecoders::oid),
            form(Float.class, FLOAT4, BinaryDecoders::float4),
            form(Double.class, FLOAT8, BinaryDecoders::float8),
            form(BigDecimal.class, NUMERIC, BinaryDecoders::numeric),
            form(UUID.class, UUID_NUMBER, BinaryDecoders::uuid),
            form(String.class, CHAR, TextDecoders::text),
            form(String.class, NAME, TextDecoders::text),
            form(String.class, TEXT, TextDecoders::text),
            form(String.class, UNKNOWN, TextDecoders::text),
            form(String.class, BPCHAR, TextDecoders::text),
            form(String.class, VARCHAR, TextDecoders::text),
            form(String.class, JSON, TextDecoders::text),
            form(Json.class, JSON, BinaryDecoders::json),
            form(Json.class, JSONB, BinaryDecoders::jsonb),
            form(LocalDate.class, DATE, BinaryDecoders::date),
            form(LocalTime.class, TIME, BinaryDecoders::time),
            form(OffsetTime.class, TIMETZ, BinaryDecoders::timetz),
            form(LocalDateTime.class, TIMESTAMP, BinaryDecoders::timestamp),
            form(OffsetDateTime.class, TIMESTAMPTZ, BinaryDecoders::timestamptz),
            form(Interval.class, INTERVAL, BinaryDecoders::interval));

    /** What is read from its text, whatever the type of the column, without a String in between. */
    private static final Map<Class<?>, Decoder<?>> TEXTS = Map.of(
            LocalDate.class, (Decoder<?>) TimeBytes::date,
            LocalTime.class, (Decoder<?>) TimeBytes::time,
            OffsetTime.class, (Decoder<?>) TimeBytes::timetz,
            LocalDateTime.class, (Decoder<?>) TimeBytes::timestamp,
            OffsetDateTime.class, (Decoder<?>) TimeBytes::timestamptz);

    private Decoders() {}

    private static <B> Map.Entry<Form, Decoder<?>> form(Class<B> base, int number, Decoder<B> decoder) {
        return entry(new Form(base, number), decoder);
    }

    /** The decoder of a column's text; null where only the driver knows how to make a {@code wire} of it. */
    static <B> @Nullable Decoder<?> ofText(Wire<B> wire, int number) {
        if (!wire.readAsText()) {
            return TEXT_FORMS.get(new Form(wire.base(), number));
        }
        Decoder<?> known = TEXTS.get(wire.base());
        return known != null ? known : (bytes, from, to) -> wire.parse().apply(TextDecoders.text(bytes, from, to));
    }

    /** The decoder of a column's binary form; null where none is known. */
    static @Nullable Decoder<?> ofBinary(Class<?> base, int number) {
        return BINARY_FORMS.get(new Form(base, number));
    }
}

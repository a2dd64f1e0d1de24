/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Which encoder writes the values of a Java class for a type that is declared under a name. */
final class Encoders {

    /** The numbers of text, bpchar and varchar, whose binary form is the same. */
    private static final Set<Integer> TEXTS = Set.of(25, 1042, 1043);

    private record Form(String name, Class<?> base) {}

    private static final Map<Form, Encoder<?>> FORMS = Map.ofEntries(
            form("boolean", Boolean.class, Set.of(16), BinaryEncoders::bool),
            form("bytea", byte[].class, Set.of(17), BinaryEncoders::bytea),
            form("bigint", Long.class, Set.of(20), BinaryEncoders::int8),
            form("smallint", Short.class, Set.of(21), BinaryEncoders::int2),
            form("integer", Integer.class, Set.of(23), BinaryEncoders::int4),
            form("json", Json.class, Set.of(114), BinaryEncoders::json),
            form("real", Float.class, Set.of(700), BinaryEncoders::float4),
            form("double precision", Double.class, Set.of(701), BinaryEncoders::float8),
            form("text", String.class, TEXTS, BinaryEncoders::text),
            form("bpchar", String.class, TEXTS, BinaryEncoders::text),
            form("varchar", String.class, TEXTS, BinaryEncoders::text),
            form("date", LocalDate.class, Set.of(1082), BinaryEncoders::date),
            form("time", LocalTime.class, Set.of(1083), BinaryEncoders::time),
            form("timestamp", LocalDateTime.class, Set.of(1114), BinaryEncoders::timestamp),
            form("timestamptz", OffsetDateTime.class, Set.of(1184), BinaryEncoders::timestamptz),
            form("numeric", BigDecimal.class, Set.of(1700), NumericEncoder::numeric),
            form("uuid", UUID.class, Set.of(2950), BinaryEncoders::uuid),
            form("jsonb", Json.class, Set.of(3802), BinaryEncoders::jsonb));

    private Encoders() {}

    private static <B> Map.Entry<Form, Encoder<?>> form(
            String name, Class<B> base, Set<Integer> numbers, BiConsumer<B, BinaryBuffer> writing) {
        return entry(new Form(name, base), new Encoder<>(numbers, writing));
    }

    /** Null where values of this class go to such a type as text only: domains, enums, arrays, ranges among them. */
    static @Nullable Encoder<?> of(String name, Class<?> base) {
        return FORMS.get(new Form(TypeName.canonical(name), base));
    }
}

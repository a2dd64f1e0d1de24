/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The wires of {@link Types}, each made when a value of its type travels for the first time: linking the functions of all
 * of them would take a good part of an application's start, and it needs a few.
 */
enum KnownWire implements Supplier<Wire<?>> {
    SMALLINT,
    INTEGER,
    BIGINT,
    NUMERIC,
    REAL,
    DOUBLE,
    BOOLEAN,
    UUID,
    BYTEA,
    TEXT,
    DATE,
    TIME,
    TIMETZ,
    TIMESTAMP,
    TIMESTAMPTZ,
    INTERVAL,
    JSONB,
    JSON,
    INET,
    VARBIT,
    POINT,
    HSTORE,
    VECTOR,
    OTHER;

    @Override
    public Wire<?> get() {
        return switch (this) {
            case SMALLINT -> Wire.driver(Short.class, Short::valueOf);
            case INTEGER -> Wire.driver(Integer.class, Integer::valueOf);
            case BIGINT -> Wire.driver(Long.class, Long::valueOf);
            case NUMERIC -> Wire.driver(BigDecimal.class, BigDecimal::new);
            case REAL -> Wire.driver(Float.class, Float::valueOf);
            case DOUBLE -> Wire.driver(Double.class, Double::valueOf);
            case BOOLEAN -> Wire.driver(Boolean.class, text -> text.startsWith("t"));
            case UUID -> Wire.driver(UUID.class, java.util.UUID::fromString);
            case BYTEA -> Bytes.WIRE;
            case TEXT -> Wire.driver(String.class, text -> text, text -> text, text -> text);
            case DATE -> Wire.driver(LocalDate.class, TimeLimits::check, TimeText::print, TimeText::date);
            case TIME -> Wire.driver(LocalTime.class, time -> time, LocalTime::toString, TimeText::time);
            case TIMETZ -> Wire.driver(OffsetTime.class, TimeLimits::rounded, OffsetTime::toString, TimeText::timetz);
            case TIMESTAMP -> Wire.driver(LocalDateTime.class, TimeLimits::check, TimeText::print, TimeText::timestamp);
            case TIMESTAMPTZ ->
                Wire.driver(OffsetDateTime.class, TimeLimits::check, TimeText::print, TimeText::timestamptz);
            case INTERVAL -> Wire.text(Interval.class, IntervalText::print, IntervalText::parse);
            case JSONB -> Wire.driver(Json.class, json -> json, Json::text, Json::new);
            case JSON -> Wire.text(Json.class, Json::text, Json::new);
            case INET -> Wire.text(Inet.class, Inet::toString, Inet::parse);
            case VARBIT -> Wire.text(String.class, Types::bits, text -> text);
            case POINT -> Wire.text(Point.class, Point::toString, Point::parse);
            case HSTORE -> hstore();
            case VECTOR -> Wire.text(float[].class, VectorText::print, VectorText::parse);
            case OTHER -> Wire.text(String.class, text -> text, text -> text);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class knows no type arguments
    private static Wire<?> hstore() {
        Class<Map<String, @Nullable String>> base = (Class) Map.class;
        return Wire.text(base, HstoreText::print, HstoreText::parse);
    }
}

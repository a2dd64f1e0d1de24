package io.gino.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL's types, each with the Java type that carries it best. */
public final class Types {

    public static final SqlType<Short> SMALLINT = SqlType.of("smallint", Short.class);
    public static final SqlType<Integer> INTEGER = SqlType.of("integer", Integer.class);
    public static final SqlType<Long> BIGINT = SqlType.of("bigint", Long.class);
    public static final SqlType<BigDecimal> NUMERIC = SqlType.of("numeric", BigDecimal.class);
    public static final SqlType<Float> REAL = SqlType.of("real", Float.class);
    public static final SqlType<Double> DOUBLE = SqlType.of("double precision", Double.class);
    public static final SqlType<Boolean> BOOLEAN = SqlType.of("boolean", Boolean.class);
    public static final SqlType<String> TEXT = SqlType.of("text", String.class);
    public static final SqlType<byte[]> BYTEA = SqlType.of("bytea", byte[].class);
    public static final SqlType<UUID> UUID = SqlType.of("uuid", UUID.class);
    public static final SqlType<LocalDate> DATE = SqlType.of("date", LocalDate.class);
    public static final SqlType<LocalTime> TIME = SqlType.of("time", LocalTime.class);
    public static final SqlType<OffsetTime> TIMETZ = SqlType.of("time with time zone", OffsetTime.class);
    public static final SqlType<LocalDateTime> TIMESTAMP = SqlType.of("timestamp", LocalDateTime.class);
    public static final SqlType<OffsetDateTime> TIMESTAMPTZ = SqlType.of("timestamptz", OffsetDateTime.class);
    public static final SqlType<Instant> INSTANT =
            TIMESTAMPTZ.map(Instant.class, OffsetDateTime::toInstant, instant -> instant.atOffset(ZoneOffset.UTC));
    public static final SqlType<ZonedDateTime> ZONED =
            TIMESTAMPTZ.map(ZonedDateTime.class, OffsetDateTime::toZonedDateTime, ZonedDateTime::toOffsetDateTime);
    public static final SqlType<BigInteger> BIGINTEGER =
            NUMERIC.map(BigInteger.class, BigDecimal::toBigIntegerExact, BigDecimal::new);
    /** A JSON document as its text; {@link #jsonb(Class)} reads and writes Java values instead. */
    public static final SqlType<Json> JSONB = SqlType.of("jsonb", Json.class);

    /** The types that {@link #of} finds, by their Java class. */
    private static final Map<Class<?>, SqlType<?>> BY_CLASS = Stream.of(
                    SMALLINT,
                    INTEGER,
                    BIGINT,
                    NUMERIC,
                    REAL,
                    DOUBLE,
                    BOOLEAN,
                    TEXT,
                    BYTEA,
                    UUID,
                    DATE,
                    TIME,
                    TIMETZ,
                    TIMESTAMP,
                    TIMESTAMPTZ,
                    INSTANT,
                    ZONED,
                    BIGINTEGER,
                    JSONB)
            .collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity()));

    private Types() {}

    /** Text of at most {@code length} characters. */
    public static SqlType<String> varchar(int length) {
        return TEXT.named("varchar(" + length + ")");
    }

    /** A decimal number of {@code precision} digits in all, {@code scale} of them behind the point. */
    public static SqlType<BigDecimal> numeric(int precision, int scale) {
        return NUMERIC.named("numeric(" + precision + "," + scale + ")");
    }

    /** A {@code jsonb} document read and written as {@code V} by Jackson. */
    public static <V> SqlType<V> jsonb(Class<V> valueType) {
        return jsonb(JsonType.of(valueType));
    }

    /**
     * A {@code jsonb} document read and written by Jackson as a type with arguments, such as a map of lists.
     */
    public static <V> SqlType<V> jsonb(JsonType<V> valueType) {
        return JSONB.map(valueType.rawClass(), valueType::read, Json::of);
    }

    /** An enum stored as text by its constants' names. */
    public static <E extends Enum<E>> SqlType<E> enumText(Class<E> enumType) {
        return TEXT.map(enumType, name -> Enum.valueOf(enumType, name), Enum::name);
    }

    /** The type that carries values of {@code javaType} by default; empty when there is none. */
    @SuppressWarnings("unchecked")
    public static <T> Optional<SqlType<T>> of(Class<T> javaType) {
        return Optional.ofNullable((SqlType<T>) BY_CLASS.get(javaType));
    }

    /** The Java classes that {@link #of} knows, by simple name, for messages. */
    public static List<String> javaNames() {
        return BY_CLASS.keySet().stream().map(Class::getSimpleName).sorted().toList();
    }
}

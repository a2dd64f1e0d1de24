/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.StatementException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's types, each with the Java type that carries it best.
 *
 * @since 0.1.0
 */
public final class Types {

    public static final SqlType<Short> SMALLINT = SqlType.of("smallint", Short.class, KnownWire.SMALLINT);
    public static final SqlType<Integer> INTEGER = SqlType.of("integer", Integer.class, KnownWire.INTEGER);
    public static final SqlType<Long> BIGINT = SqlType.of("bigint", Long.class, KnownWire.BIGINT);
    public static final SqlType<BigDecimal> NUMERIC = SqlType.of("numeric", BigDecimal.class, KnownWire.NUMERIC);
    public static final SqlType<BigInteger> BIGINTEGER =
            NUMERIC.map(BigInteger.class, BigDecimal::toBigIntegerExact, BigDecimal::new);
    public static final SqlType<Float> REAL = SqlType.of("real", Float.class, KnownWire.REAL);
    public static final SqlType<Double> DOUBLE = SqlType.of("double precision", Double.class, KnownWire.DOUBLE);
    public static final SqlType<Boolean> BOOLEAN = SqlType.of("boolean", Boolean.class, KnownWire.BOOLEAN);
    public static final SqlType<UUID> UUID = SqlType.of("uuid", java.util.UUID.class, KnownWire.UUID);
    public static final SqlType<byte[]> BYTEA = SqlType.of("bytea", byte[].class, KnownWire.BYTEA);

    public static final SqlType<String> TEXT = SqlType.of("text", String.class, KnownWire.TEXT);
    /** The extension citext: text that compares without regard to letter case. */
    public static final SqlType<String> CITEXT = other("citext");

    /** {@link LocalDate#MAX} and {@code MIN} are PostgreSQL's {@code infinity} and {@code -infinity}. */
    public static final SqlType<LocalDate> DATE = SqlType.of("date", LocalDate.class, KnownWire.DATE);
    /** {@link LocalTime#MAX} is PostgreSQL's {@code 24:00}. */
    public static final SqlType<LocalTime> TIME = SqlType.of("time", LocalTime.class, KnownWire.TIME);

    public static final SqlType<OffsetTime> TIMETZ =
            SqlType.of("time with time zone", OffsetTime.class, KnownWire.TIMETZ);
    public static final SqlType<LocalDateTime> TIMESTAMP =
            SqlType.of("timestamp", LocalDateTime.class, KnownWire.TIMESTAMP);
    /** A moment; PostgreSQL does not keep the offset, and gives it in the time zone of the session. */
    public static final SqlType<OffsetDateTime> TIMESTAMPTZ =
            SqlType.of("timestamptz", OffsetDateTime.class, KnownWire.TIMESTAMPTZ);

    public static final SqlType<Instant> INSTANT =
            TIMESTAMPTZ.map(Instant.class, TimeLimits::instant, TimeLimits::offset);
    public static final SqlType<ZonedDateTime> ZONED =
            TIMESTAMPTZ.map(ZonedDateTime.class, OffsetDateTime::toZonedDateTime, ZonedDateTime::toOffsetDateTime);
    public static final SqlType<Interval> INTERVAL = SqlType.of("interval", Interval.class, KnownWire.INTERVAL);
    /** An interval without months, each day of it 24 hours. */
    public static final SqlType<Duration> DURATION = INTERVAL.map(Duration.class, Interval::exactly, Interval::of);
    /** An interval of months and days. */
    public static final SqlType<Period> PERIOD = INTERVAL.map(Period.class, Interval::wholeDays, Interval::of);

    /** A JSON document as its text; {@link #jsonb(Class)} reads and writes Java values instead. */
    public static final SqlType<Json> JSONB = SqlType.of("jsonb", Json.class, KnownWire.JSONB);
    /** A JSON document exactly as it was written; {@link #json(Class)} reads and writes Java values instead. */
    public static final SqlType<Json> JSON = SqlType.of("json", Json.class, KnownWire.JSON);

    public static final SqlType<Range<Integer>> INT4RANGE = range("int4range", INTEGER);
    public static final SqlType<Range<Long>> INT8RANGE = range("int8range", BIGINT);
    public static final SqlType<Range<BigDecimal>> NUMRANGE = range("numrange", NUMERIC);
    public static final SqlType<Range<LocalDate>> DATERANGE = range("daterange", DATE);
    public static final SqlType<Range<LocalDateTime>> TSRANGE = range("tsrange", TIMESTAMP);
    public static final SqlType<Range<OffsetDateTime>> TSTZRANGE = range("tstzrange", TIMESTAMPTZ);
    public static final SqlType<List<Range<Integer>>> INT4MULTIRANGE = multirange("int4multirange", INTEGER);
    public static final SqlType<List<Range<Long>>> INT8MULTIRANGE = multirange("int8multirange", BIGINT);
    public static final SqlType<List<Range<BigDecimal>>> NUMMULTIRANGE = multirange("nummultirange", NUMERIC);
    public static final SqlType<List<Range<LocalDate>>> DATEMULTIRANGE = multirange("datemultirange", DATE);
    public static final SqlType<List<Range<LocalDateTime>>> TSMULTIRANGE = multirange("tsmultirange", TIMESTAMP);
    public static final SqlType<List<Range<OffsetDateTime>>> TSTZMULTIRANGE = multirange("tstzmultirange", TIMESTAMPTZ);

    public static final SqlType<Inet> INET = SqlType.of("inet", Inet.class, KnownWire.INET);
    public static final SqlType<Inet> CIDR = SqlType.of("cidr", Inet.class, KnownWire.INET);
    /** An {@code inet} that is a single host. */
    public static final SqlType<InetAddress> INET_ADDRESS = INET.map(InetAddress.class, Inet::host, Inet::of);

    public static final SqlType<String> MACADDR = other("macaddr");
    public static final SqlType<String> MACADDR8 = other("macaddr8");
    /** Bits of any number, as zeros and ones. */
    public static final SqlType<String> VARBIT = SqlType.of("varbit", String.class, KnownWire.VARBIT);
    /** An amount as PostgreSQL prints it, with the currency of the server; cast it to numeric to compute with it. */
    public static final SqlType<String> MONEY = other("money");

    public static final SqlType<String> XML = other("xml");
    public static final SqlType<String> TSVECTOR = other("tsvector");
    public static final SqlType<String> TSQUERY = other("tsquery");
    public static final SqlType<Point> POINT = SqlType.of("point", Point.class, KnownWire.POINT);
    /** The extension hstore: texts by name, of which any may be null. */
    public static final SqlType<Map<String, @Nullable String>> HSTORE =
            SqlType.of("hstore", Map.class, KnownWire.HSTORE);
    /** The extension ltree: labels with points between them. */
    public static final SqlType<String> LTREE = other("ltree");
    /** The extension pgvector: numbers of single precision, any number of them. */
    public static final SqlType<float[]> VECTOR = SqlType.of("vector", float[].class, KnownWire.VECTOR);

    /** Of what raw SQL returns: a type that only PostgreSQL knows, as the text that it prints. */
    public static final SqlType<String> UNKNOWN = other("unknown");

    private Types() {}

    /** Text of at most {@code length} characters. */
    public static SqlType<String> varchar(int length) {
        return TEXT.named("varchar(" + length + ")");
    }

    /** Text of exactly {@code length} characters: PostgreSQL fills it up with blanks, and ignores them in comparisons. */
    public static SqlType<String> character(int length) {
        return other("char(" + length + ")");
    }

    /** A decimal number of {@code precision} digits in all, {@code scale} of them behind the point. */
    public static SqlType<BigDecimal> numeric(int precision, int scale) {
        return NUMERIC.named("numeric(" + precision + "," + scale + ")");
    }

    /** Exactly {@code length} bits, as zeros and ones. */
    public static SqlType<String> bit(int length) {
        return VARBIT.named("bit(" + length + ")");
    }

    /** The extension pgvector: this many numbers of single precision. */
    public static SqlType<float[]> vector(int dimensions) {
        return VECTOR.named("vector(" + dimensions + ")");
    }

    /** A {@code jsonb} document read and written as {@code V} by Jackson. */
    public static <V> SqlType<V> jsonb(Class<V> valueType) {
        return jsonb(JsonType.of(valueType));
    }

    /** A {@code jsonb} document read and written by Jackson as a type with arguments, such as a map of lists. */
    public static <V> SqlType<V> jsonb(JsonType<V> valueType) {
        return JSONB.map(valueType.rawClass(), valueType::read, Json::of);
    }

    /** A {@code json} document read and written as {@code V} by Jackson. */
    public static <V> SqlType<V> json(Class<V> valueType) {
        return json(JsonType.of(valueType));
    }

    /** A {@code json} document read and written by Jackson as a type with arguments, such as a map of lists. */
    public static <V> SqlType<V> json(JsonType<V> valueType) {
        return JSON.map(valueType.rawClass(), valueType::read, Json::of);
    }

    /** An enum of PostgreSQL's own, whose labels are the names of the constants. */
    public static <E extends Enum<E>> SqlType<E> enumType(String name, Class<E> enumType) {
        return Enums.byName(other(name), enumType);
    }

    /** An enum stored as text by its constants' names. */
    public static <E extends Enum<E>> SqlType<E> enumText(Class<E> enumType) {
        return Enums.byName(TEXT, enumType);
    }

    /** An enum stored as its constants' positions, so that they must never be reordered. */
    public static <E extends Enum<E>> SqlType<E> enumOrdinal(Class<E> enumType) {
        return Enums.byOrdinal(INTEGER, enumType);
    }

    /** A range of PostgreSQL's, or one that {@code CREATE TYPE … AS RANGE} has made. */
    public static <T> SqlType<Range<T>> range(String name, SqlType<T> bound) {
        return SqlType.of(name, Range.class, () -> RangeText.wire(bound));
    }

    /** A multirange: ranges in their order, of which PostgreSQL makes one where they touch. */
    public static <T> SqlType<List<Range<T>>> multirange(String name, SqlType<T> bound) {
        return SqlType.of(name, List.class, () -> RangeText.wireOfSeveral(bound));
    }

    /** Any type at all, as the text that PostgreSQL reads and prints. */
    public static SqlType<String> other(String name) {
        return SqlType.of(name, String.class, KnownWire.OTHER);
    }

    static String bits(String bits) {
        if (!bits.chars().allMatch(bit -> bit == '0' || bit == '1')) {
            throw new StatementException("A bit string is made of 0 and 1; got '" + bits + "'.");
        }
        return bits;
    }

    /** The type that carries values of {@code javaType} by default; empty when there is none. */
    public static <T> Optional<SqlType<T>> of(Class<T> javaType) {
        return Catalog.of(javaType);
    }

    /** The type of this PostgreSQL name that carries values of {@code javaType}; empty when none is known. */
    public static <T> Optional<SqlType<T>> of(String name, Class<T> javaType) {
        return Catalog.of(name, javaType);
    }

    /** The Java classes that {@link #of(Class)} knows, by simple name, for messages. */
    public static List<String> javaNames() {
        return Catalog.javaNames();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of {@link Types} belongs to a Java class, alone or with a PostgreSQL name. */
final class Catalog {

    /** Types that a Java class alone means. */
    private static final List<SqlType<?>> BY_DEFAULT = List.of(
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.BIGINTEGER,
            Types.REAL,
            Types.DOUBLE,
            Types.BOOLEAN,
            Types.UUID,
            Types.BYTEA,
            Types.TEXT,
            Types.DATE,
            Types.TIME,
            Types.TIMETZ,
            Types.TIMESTAMP,
            Types.TIMESTAMPTZ,
            Types.INSTANT,
            Types.ZONED,
            Types.INTERVAL,
            Types.DURATION,
            Types.PERIOD,
            Types.JSONB,
            Types.INET,
            Types.INET_ADDRESS,
            Types.POINT);

    /** Types that need their PostgreSQL name too. */
    private static final List<SqlType<?>> BY_NAME_ONLY = List.of(
            Types.varchar(1),
            Types.JSON,
            Types.CIDR,
            Types.CIDR.map(InetAddress.class, Inet::host, Inet::of),
            Types.VARBIT,
            Types.bit(1),
            Types.HSTORE,
            Types.VECTOR,
            Types.INT4RANGE,
            Types.INT8RANGE,
            Types.NUMRANGE,
            Types.DATERANGE,
            Types.TSRANGE,
            Types.TSTZRANGE,
            Types.INT4MULTIRANGE,
            Types.INT8MULTIRANGE,
            Types.NUMMULTIRANGE,
            Types.DATEMULTIRANGE,
            Types.TSMULTIRANGE,
            Types.TSTZMULTIRANGE);

    private static final Map<Class<?>, SqlType<?>> BY_CLASS =
            BY_DEFAULT.stream().collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity()));

    private static final Map<String, List<SqlType<?>>> BY_NAME = Stream.of(BY_DEFAULT, BY_NAME_ONLY)
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(type -> TypeName.canonical(type.name())));

    private Catalog() {}

    @SuppressWarnings("unchecked") // found by the class
    static <T> Optional<SqlType<T>> of(Class<T> javaType) {
        boolean address = InetAddress.class.isAssignableFrom(javaType); // Inet4Address or Inet6Address
        return Optional.ofNullable((SqlType<T>) BY_CLASS.get(address ? InetAddress.class : javaType));
    }

    @SuppressWarnings("unchecked") // found by the class
    static <T> Optional<SqlType<T>> of(String name, Class<T> javaType) {
        return BY_NAME.getOrDefault(TypeName.canonical(name), List.of()).stream()
                .filter(type -> type.javaType() == javaType)
                .findFirst()
                .map(type -> (SqlType<T>) type.named(name));
    }

    static List<String> javaNames() {
        return BY_CLASS.keySet().stream().map(Class::getSimpleName).sorted().toList();
    }
}

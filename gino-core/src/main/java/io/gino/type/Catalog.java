/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private static final Map<Class<?>, SqlType<?>> BY_CLASS = new HashMap<>();
    private static final Map<String, List<SqlType<?>>> BY_NAME = new HashMap<>();

    static {
        for (SqlType<?> type : BY_DEFAULT) {
            BY_CLASS.put(type.javaType(), type);
            name(type);
        }
        for (SqlType<?> type : BY_NAME_ONLY) {
            name(type);
        }
    }

    private Catalog() {}

    private static void name(SqlType<?> type) {
        BY_NAME.computeIfAbsent(TypeName.canonical(type.name()), name -> new ArrayList<>())
                .add(type);
    }

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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static java.util.Map.entry;

import io.gino.type.SqlType;
import io.gino.type.Types;
import io.r2dbc.postgresql.codec.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The types of columns that no statement has declared, by the numbers that PostgreSQL gives its own types. A type of an
 * extension or of the application has another number in each database; its values are read as text.
 */
final class ResultTypes {

    /** The number of each type, and that of its array. */
    private static final Map<List<Integer>, SqlType<?>> SCALARS = Map.ofEntries(
            entry(List.of(16, 1000), Types.BOOLEAN),
            entry(List.of(17, 1001), Types.BYTEA),
            entry(List.of(18, 1002), Types.TEXT),
            entry(List.of(19, 1003), Types.TEXT),
            entry(List.of(20, 1016), Types.BIGINT),
            entry(List.of(21, 1005), Types.SMALLINT),
            entry(List.of(23, 1007), Types.INTEGER),
            entry(List.of(25, 1009), Types.TEXT),
            entry(List.of(26, 1028), Types.BIGINT),
            entry(List.of(114, 199), Types.JSON),
            entry(List.of(142, 143), Types.XML),
            entry(List.of(600, 1017), Types.POINT),
            entry(List.of(650, 651), Types.CIDR),
            entry(List.of(700, 1021), Types.REAL),
            entry(List.of(701, 1022), Types.DOUBLE),
            entry(List.of(774, 775), Types.MACADDR8),
            entry(List.of(790, 791), Types.MONEY),
            entry(List.of(829, 1040), Types.MACADDR),
            entry(List.of(869, 1041), Types.INET),
            entry(List.of(1042, 1014), Types.TEXT),
            entry(List.of(1043, 1015), Types.TEXT),
            entry(List.of(1082, 1182), Types.DATE),
            entry(List.of(1083, 1183), Types.TIME),
            entry(List.of(1114, 1115), Types.TIMESTAMP),
            entry(List.of(1184, 1185), Types.TIMESTAMPTZ),
            entry(List.of(1186, 1187), Types.INTERVAL),
            entry(List.of(1266, 1270), Types.TIMETZ),
            entry(List.of(1560, 1561), Types.VARBIT),
            entry(List.of(1562, 1563), Types.VARBIT),
            entry(List.of(1700, 1231), Types.NUMERIC),
            entry(List.of(2950, 2951), Types.UUID),
            entry(List.of(3614, 3643), Types.TSVECTOR),
            entry(List.of(3615, 3645), Types.TSQUERY),
            entry(List.of(3802, 3807), Types.JSONB),
            entry(List.of(3904, 3905), Types.INT4RANGE),
            entry(List.of(3906, 3907), Types.NUMRANGE),
            entry(List.of(3908, 3909), Types.TSRANGE),
            entry(List.of(3910, 3911), Types.TSTZRANGE),
            entry(List.of(3912, 3913), Types.DATERANGE),
            entry(List.of(3926, 3927), Types.INT8RANGE),
            entry(List.of(4451, 6150), Types.INT4MULTIRANGE),
            entry(List.of(4532, 6151), Types.NUMMULTIRANGE),
            entry(List.of(4533, 6152), Types.TSMULTIRANGE),
            entry(List.of(4534, 6153), Types.TSTZMULTIRANGE),
            entry(List.of(4535, 6155), Types.DATEMULTIRANGE),
            entry(List.of(4536, 6157), Types.INT8MULTIRANGE));

    private static final Map<Object, SqlType<?>> BY_NUMBER = new HashMap<>();

    static {
        SCALARS.forEach((numbers, type) -> {
            BY_NUMBER.put(numbers.get(0), type);
            BY_NUMBER.put(numbers.get(1), arrays(type));
        });
    }

    private ResultTypes() {}

    /**
     * @param number that of the type, as the driver gives it
     * @param javaType what the driver reads such a type as
     */
    static SqlType<?> of(@Nullable Object number, Supplier<? extends @Nullable Class<?>> javaType) {
        SqlType<?> known = BY_NUMBER.get(number);
        if (known != null) {
            return known;
        }
        // The driver asks each new connection for the numbers that hstore and vector have there.
        Class<?> found = javaType.get();
        return found == Map.class ? Types.HSTORE : found == Vector.class ? Types.VECTOR : Types.UNKNOWN;
    }

    /** Arrays of any number of dimensions, which only their text tells. */
    private static SqlType<?> arrays(SqlType<?> element) {
        return Types.UNKNOWN.map(List.class, text -> array(element, text), list -> {
            throw new UnsupportedOperationException("A type of results is never written");
        });
    }

    private static List<?> array(SqlType<?> element, String text) {
        SqlType<?> type = element.array();
        for (int at = text.indexOf('{') + 1; text.charAt(at) == '{'; at++) {
            type = type.array();
        }
        return (List<?>) Objects.requireNonNull(type.read(text));
    }
}

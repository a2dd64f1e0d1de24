/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.BindSlot;
import io.gino.type.BinaryBuffer;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How values of a Java class go to the server: as the type that the driver would send them as, so that a statement means
 * the same by either way.
 *
 * @param number what PostgreSQL numbers the type by
 * @param encoding writes a value, without its length
 */
record WireParameter<T>(Class<T> javaType, int number, BiConsumer<T, BinaryBuffer> encoding) {

    private static final int NULL = -1;

    private static final Map<Class<?>, WireParameter<?>> BY_CLASS = new HashMap<>();

    static {
        add(Boolean.class, Boolean[].class, Types.BOOLEAN, 16, 1000);
        add(Long.class, Long[].class, Types.BIGINT, 20, 1016);
        add(Short.class, Short[].class, Types.SMALLINT, 21, 1005);
        add(Integer.class, Integer[].class, Types.INTEGER, 23, 1007);
        add(Float.class, Float[].class, Types.REAL, 700, 1021);
        add(Double.class, Double[].class, Types.DOUBLE, 701, 1022);
        add(LocalDate.class, LocalDate[].class, Types.DATE, 1082, 1182);
        add(LocalTime.class, LocalTime[].class, Types.TIME, 1083, 1183);
        add(LocalDateTime.class, LocalDateTime[].class, Types.TIMESTAMP, 1114, 1115);
        add(OffsetDateTime.class, OffsetDateTime[].class, Types.TIMESTAMPTZ, 1184, 1185);
        add(BigDecimal.class, BigDecimal[].class, Types.NUMERIC, 1700, 1231);
        add(UUID.class, UUID[].class, Types.UUID, 2950, 2951);
        add(String.class, Types.TEXT, 1043);
        arrays(String[].class, new WireParameter<>(String.class, 25, encoder(Types.TEXT)), 1009);
        add(byte[].class, Types.BYTEA, 17);
        add(Json.class, Types.JSONB, 3802);
    }

    private static <T> WireParameter<T> add(Class<T> javaType, SqlType<T> type, int number) {
        WireParameter<T> parameter = new WireParameter<>(javaType, number, encoder(type));
        BY_CLASS.put(javaType, parameter);
        return parameter;
    }

    private static <T> void add(Class<T> javaType, Class<T[]> arrays, SqlType<T> type, int number, int ofArrays) {
        arrays(arrays, add(javaType, type, number), ofArrays);
    }

    private static <T> void arrays(Class<T[]> javaType, WireParameter<T> element, int number) {
        BY_CLASS.put(javaType, new WireParameter<>(javaType, number, element::array));
    }

    private static <T> BiConsumer<T, BinaryBuffer> encoder(SqlType<T> type) {
        return type.encoder().orElseThrow()::encode;
    }

    /** One for each value; null when one of them is left to the driver. */
    static WireParameter<?> @Nullable [] of(List<BindSlot> slots) {
        WireParameter<?>[] parameters = new WireParameter<?>[slots.size()];
        for (int i = 0; i < parameters.length; i++) {
            BindSlot slot = slots.get(i);
            WireParameter<?> parameter = BY_CLASS.get(slot.type().wire());
            if (parameter == null || slot.parameter() != null || !parameter.takes(slot.value())) {
                return null;
            }
            parameters[i] = parameter;
        }
        return parameters;
    }

    private boolean takes(@Nullable Object value) {
        return value == null || javaType.isInstance(value);
    }

    /** Writes the value after its length; of NULL the length alone. */
    void write(@Nullable Object value, BinaryBuffer out) {
        if (value == null) {
            out.putInt(NULL);
            return;
        }
        int at = out.size();
        out.putInt(0);
        encoding.accept(javaType.cast(value), out);
        out.setInt(at, out.size() - at - Integer.BYTES);
    }

    /** Its dimensions, whether there are NULLs, the type of the elements, the one dimension, and the elements. */
    private void array(@Nullable T[] values, BinaryBuffer out) {
        out.putInt(values.length == 0 ? 0 : 1);
        out.putInt(0); // PostgreSQL looks for itself
        out.putInt(number);
        if (values.length == 0) {
            return;
        }
        out.putInt(values.length);
        out.putInt(1); // where it begins to count
        for (T value : values) {
            write(value, out);
        }
    }
}

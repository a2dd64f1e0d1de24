/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values in a form that is equal when they mean the same: arrays by content, moments whatever their offset. */
final class Comparing {

    private Comparing() {}

    static List<@Nullable Object> same(List<?> values) {
        List<@Nullable Object> all = new ArrayList<>();
        values.forEach(value -> all.add(same((Object) value)));
        return all;
    }

    static @Nullable Object same(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return same(list);
        } else if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        } else if (value instanceof float[] floats) {
            return Arrays.toString(floats);
        } else if (value instanceof OffsetDateTime time) {
            return time.equals(OffsetDateTime.MAX) || time.equals(OffsetDateTime.MIN) ? time : time.toInstant();
        } else if (value instanceof ZonedDateTime time) {
            return same(time.toOffsetDateTime());
        } else if (value instanceof Range<?> range) {
            return Arrays.asList(
                    range.isEmpty(),
                    same(range.lower().orElse(null)),
                    range.lowerIncluded(),
                    same(range.upper().orElse(null)),
                    range.upperIncluded());
        }
        return value;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Arithmetic;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.sql.TableFunction;
import io.gino.type.Json;
import io.gino.type.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The extension hstore: texts by name. Two of them one after the other, the later one winning, are {@code concat}.
 *
 * @since 0.1.0
 */
public final class HstoreFunctions {

    private HstoreFunctions() {}

    /** The text of this name; NULL when there is none. */
    public static Expression<String> get(Expression<Map<String, @Nullable String>> map, String key) {
        return new Arithmetic<>(Operator.JSON_GET, map, text(key), Types.TEXT);
    }

    /** The texts of these names, in their order. */
    public static Expression<List<String>> getAll(Expression<Map<String, @Nullable String>> map, String... keys) {
        return new Arithmetic<>(Operator.JSON_GET, map, texts(keys), Types.TEXT.array());
    }

    public static Condition hasKey(Expression<Map<String, @Nullable String>> map, String key) {
        return new Comparison(Operator.HAS_KEY, map, text(key));
    }

    public static Condition hasAnyKey(Expression<Map<String, @Nullable String>> map, String... keys) {
        return new Comparison(Operator.HAS_ANY_KEY, map, texts(keys));
    }

    public static Condition hasAllKeys(Expression<Map<String, @Nullable String>> map, String... keys) {
        return new Comparison(Operator.HAS_ALL_KEYS, map, texts(keys));
    }

    /** Holds all that the other holds. */
    public static Condition contains(
            Expression<Map<String, @Nullable String>> map, Map<String, @Nullable String> part) {
        return new Comparison(Operator.CONTAINS, map, Sql.value(map.type(), Arguments.required(part)));
    }

    /** Holds nothing that the other does not hold. */
    public static Condition containedBy(
            Expression<Map<String, @Nullable String>> map, Map<String, @Nullable String> whole) {
        return new Comparison(Operator.CONTAINED_BY, map, Sql.value(map.type(), Arguments.required(whole)));
    }

    /** Without the texts of these names. */
    public static Expression<Map<String, @Nullable String>> without(
            Expression<Map<String, @Nullable String>> map, String... keys) {
        return new Arithmetic<>(Operator.MINUS, map, texts(keys), map.type());
    }

    /** Only the texts of these names. */
    public static Expression<Map<String, @Nullable String>> only(
            Expression<Map<String, @Nullable String>> map, String... keys) {
        return Sql.function("slice", map.type(), map, texts(keys));
    }

    /** The names as an array, in no certain order. */
    public static Expression<List<String>> keys(Expression<Map<String, @Nullable String>> map) {
        return Sql.function("akeys", Types.TEXT.array(), map);
    }

    /** The texts as an array, in the order of {@link #keys}. */
    public static Expression<List<String>> texts(Expression<Map<String, @Nullable String>> map) {
        return Sql.function("avals", Types.TEXT.array(), map);
    }

    /** The names and texts, in a table of the columns {@code key} and {@code value}. */
    public static TableFunction each(String name, Expression<Map<String, @Nullable String>> map) {
        return Sql.tableFunction("each", name, map)
                .withColumn("key", Types.TEXT)
                .withColumn("value", Types.TEXT);
    }

    public static Expression<Json> toJson(Expression<Map<String, @Nullable String>> map) {
        return Sql.function("hstore_to_jsonb", Types.JSONB, map);
    }

    private static Expression<String> text(String value) {
        return Sql.value(Types.TEXT, Arguments.required(value));
    }

    private static Expression<List<String>> texts(String... values) {
        return Sql.value(Types.TEXT.array(), List.of(values));
    }
}

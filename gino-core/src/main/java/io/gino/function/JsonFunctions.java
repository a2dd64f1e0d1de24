/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Arithmetic;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON documents, {@code jsonb} and {@code json} alike; what only {@code jsonb} can do refuses the other. Keys and paths are
 * values: they travel beside the SQL, never in it. {@link JsonTables} makes rows of documents.
 *
 * @since 0.1.0
 */
public final class JsonFunctions {

    private static final SqlType<String> JSONPATH = SqlType.of("jsonpath", String.class);

    private JsonFunctions() {}

    /** The field of this key; NULL when there is none. */
    public static Expression<Json> get(Expression<?> document, String key) {
        return read(Operator.JSON_GET, document, text(key));
    }

    /** The element in this place, counted from 0, or from -1 at the end. */
    public static Expression<Json> get(Expression<?> document, int place) {
        return read(Operator.JSON_GET, document, Sql.value(Types.INTEGER, place));
    }

    /** The field of this key as text. */
    public static Expression<String> getText(Expression<?> document, String key) {
        return readText(Operator.JSON_TEXT, document, text(key));
    }

    /** The element in this place, counted from 0, as text. */
    public static Expression<String> getText(Expression<?> document, int place) {
        return readText(Operator.JSON_TEXT, document, Sql.value(Types.INTEGER, place));
    }

    /** What stands at the end of these keys and places; NULL when nothing does. */
    public static Expression<Json> path(Expression<?> document, String... path) {
        return read(Operator.JSON_PATH, document, texts(path));
    }

    /** What stands at the end of these keys and places, as text. */
    public static Expression<String> pathText(Expression<?> document, String... path) {
        return readText(Operator.JSON_PATH_TEXT, document, texts(path));
    }

    private static Expression<Json> read(Operator operator, Expression<?> document, Expression<?> place) {
        return new Arithmetic<>(operator, document, place, JsonKind.of(document).type());
    }

    private static Expression<String> readText(Operator operator, Expression<?> document, Expression<?> place) {
        JsonKind.of(document);
        return new Arithmetic<>(operator, document, place, Types.TEXT);
    }

    /** Holds all that the other document holds. */
    public static Condition contains(Expression<?> document, Json part) {
        return compare(Operator.CONTAINS, document, json(part));
    }

    /** Holds nothing that the other document does not hold. */
    public static Condition containedBy(Expression<?> document, Json whole) {
        return compare(Operator.CONTAINED_BY, document, json(whole));
    }

    public static Condition hasKey(Expression<?> document, String key) {
        return compare(Operator.HAS_KEY, document, text(key));
    }

    public static Condition hasAnyKey(Expression<?> document, String... keys) {
        return compare(Operator.HAS_ANY_KEY, document, texts(keys));
    }

    public static Condition hasAllKeys(Expression<?> document, String... keys) {
        return compare(Operator.HAS_ALL_KEYS, document, texts(keys));
    }

    /** Without the fields of these keys. */
    public static <T> Expression<T> without(Expression<T> document, String... keys) {
        return compute(Operator.MINUS, document, texts(keys), document.type());
    }

    /** Without the element in this place. */
    public static <T> Expression<T> without(Expression<T> document, int place) {
        return compute(Operator.MINUS, document, Sql.value(Types.INTEGER, place), document.type());
    }

    /** Without what stands at the end of these keys and places. */
    public static <T> Expression<T> withoutPath(Expression<T> document, String... path) {
        return compute(Operator.DELETE_PATH, document, texts(path), document.type());
    }

    /** With this value at the end of these keys and places, which is made when missing. */
    public static <T> Expression<T> set(Expression<T> document, List<String> path, Expression<Json> value) {
        return Sql.function("jsonb_set", document.type(), jsonb(document), texts(path.toArray(String[]::new)), value);
    }

    /** With this value before the element at the end of these keys and places; the end of an array is {@code -1}. */
    public static <T> Expression<T> insert(Expression<T> document, List<String> path, Expression<Json> value) {
        return Sql.function(
                "jsonb_insert", document.type(), jsonb(document), texts(path.toArray(String[]::new)), value);
    }

    /** Without the fields that are null, at any depth. */
    public static <T> Expression<T> withoutNulls(Expression<T> document) {
        return Sql.function(JsonKind.of(document).function("strip_nulls"), document.type(), document);
    }

    /** Fields and their values as a document, in the order of the map. */
    public static Expression<Json> object(Map<String, ? extends Expression<?>> fields) {
        return object(Types.JSONB, fields);
    }

    /** Fields and their values as a document of this type, {@code jsonb} or {@code json}, in the order of the map. */
    public static Expression<Json> object(SqlType<Json> type, Map<String, ? extends Expression<?>> fields) {
        List<Expression<?>> arguments = new ArrayList<>();
        fields.forEach((key, value) -> {
            arguments.add(text(key));
            arguments.add(value);
        });
        return Sql.function(JsonKind.of(type).function("build_object"), type, arguments.toArray(Expression<?>[]::new));
    }

    /** Values as a JSON array. */
    public static Expression<Json> array(Expression<?>... values) {
        return array(Types.JSONB, values);
    }

    /** Values as a JSON array of this type, {@code jsonb} or {@code json}. */
    public static Expression<Json> array(SqlType<Json> type, Expression<?>... values) {
        return Sql.function(JsonKind.of(type).function("build_array"), type, values);
    }

    /** Any value as JSON. */
    public static Expression<Json> toJson(Expression<?> value) {
        return toJson(Types.JSONB, value);
    }

    /** Any value as JSON of this type, {@code jsonb} or {@code json}. */
    public static Expression<Json> toJson(SqlType<Json> type, Expression<?> value) {
        return Sql.function("to_" + JsonKind.of(type).prefix(), type, value);
    }

    /** What kind of JSON this is: object, array, string, number, boolean or null. */
    public static Expression<String> kind(Expression<?> document) {
        return Sql.function(JsonKind.of(document).function("typeof"), Types.TEXT, document);
    }

    /** The number of elements of an array. */
    public static Expression<Integer> arrayLength(Expression<?> document) {
        return Sql.function(JsonKind.of(document).function("array_length"), Types.INTEGER, document);
    }

    /** Whether the SQL/JSON path leads to anything. */
    public static Condition pathExists(Expression<?> document, String path) {
        return compare(Operator.PATH_EXISTS, document, jsonPath(path));
    }

    /** Whether the SQL/JSON path, in which {@code $name} is a field of the variables, leads to anything. */
    public static Condition pathExists(Expression<?> document, String path, Json variables) {
        return Condition.of(
                Sql.function("jsonb_path_exists", Types.BOOLEAN, jsonb(document), jsonPath(path), json(variables)));
    }

    /** Whether the predicate of the SQL/JSON path is true. */
    public static Condition pathMatches(Expression<?> document, String path) {
        return compare(Operator.FITS, document, jsonPath(path));
    }

    /** Whether the predicate of the SQL/JSON path, in which {@code $name} is a field of the variables, is true. */
    public static Condition pathMatches(Expression<?> document, String path, Json variables) {
        return Condition.of(
                Sql.function("jsonb_path_match", Types.BOOLEAN, jsonb(document), jsonPath(path), json(variables)));
    }

    /** All that the SQL/JSON path leads to, as a JSON array. */
    public static Expression<Json> pathQuery(Expression<?> document, String path) {
        return Sql.function("jsonb_path_query_array", Types.JSONB, jsonb(document), jsonPath(path));
    }

    /** All that the SQL/JSON path leads to, in which {@code $name} is a field of the variables. */
    public static Expression<Json> pathQuery(Expression<?> document, String path, Json variables) {
        return Sql.function("jsonb_path_query_array", Types.JSONB, jsonb(document), jsonPath(path), json(variables));
    }

    /** The first that the SQL/JSON path leads to; NULL when it leads nowhere. */
    public static Expression<Json> pathQueryFirst(Expression<?> document, String path) {
        return Sql.function("jsonb_path_query_first", Types.JSONB, jsonb(document), jsonPath(path));
    }

    /** The first that the SQL/JSON path leads to, in which {@code $name} is a field of the variables. */
    public static Expression<Json> pathQueryFirst(Expression<?> document, String path, Json variables) {
        return Sql.function("jsonb_path_query_first", Types.JSONB, jsonb(document), jsonPath(path), json(variables));
    }

    private static <T> Expression<T> compute(
            Operator operator, Expression<?> document, Expression<?> right, SqlType<T> type) {
        return new Arithmetic<>(operator, jsonb(document), right, type);
    }

    private static Condition compare(Operator operator, Expression<?> document, Expression<?> right) {
        return new Comparison(operator, jsonb(document), right);
    }

    private static Expression<?> jsonb(Expression<?> document) {
        return JsonKind.requireJsonb(document);
    }

    static Expression<String> jsonPath(String path) {
        return text(path).cast(JSONPATH);
    }

    static Expression<Json> json(Json value) {
        return Sql.value(Types.JSONB, Arguments.required(value));
    }

    private static Expression<String> text(String value) {
        return Sql.value(Types.TEXT, Arguments.required(value));
    }

    private static Expression<List<String>> texts(String... values) {
        return Sql.value(Types.TEXT.array(), List.of(values));
    }
}

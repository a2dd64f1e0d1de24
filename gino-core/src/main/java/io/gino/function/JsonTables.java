/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.sql.TableFunction;
import io.gino.type.Json;
import io.gino.type.Types;

/**
 * Rows made of JSON documents, {@code jsonb} and {@code json} alike. Of a column, they stand in FROM behind its table, joined
 * by {@code lateral()}.
 *
 * @since 0.1.0
 */
public final class JsonTables {

    private JsonTables() {}

    /** The elements of an array, in a table of one column, both named {@code name}. */
    public static TableFunction elements(String name, Expression<?> document) {
        JsonKind kind = JsonKind.of(document);
        return Sql.tableFunction(kind.function("array_elements"), name, document)
                .withColumn(name, kind.type());
    }

    /** The elements of an array as texts, in a table of one column, both named {@code name}. */
    public static TableFunction elementsText(String name, Expression<?> document) {
        return Sql.tableFunction(JsonKind.of(document).function("array_elements_text"), name, document)
                .withColumn(name, Types.TEXT);
    }

    /** The fields of an object, in a table of the columns {@code key} and {@code value}. */
    public static TableFunction each(String name, Expression<?> document) {
        JsonKind kind = JsonKind.of(document);
        return Sql.tableFunction(kind.function("each"), name, document)
                .withColumn("key", Types.TEXT)
                .withColumn("value", kind.type());
    }

    /** The fields of an object as texts, in a table of the columns {@code key} and {@code value}. */
    public static TableFunction eachText(String name, Expression<?> document) {
        return Sql.tableFunction(JsonKind.of(document).function("each_text"), name, document)
                .withColumn("key", Types.TEXT)
                .withColumn("value", Types.TEXT);
    }

    /** The keys of an object, in a table of one column, both named {@code name}. */
    public static TableFunction keys(String name, Expression<?> document) {
        return Sql.tableFunction(JsonKind.of(document).function("object_keys"), name, document)
                .withColumn(name, Types.TEXT);
    }

    /** All that the SQL/JSON path leads to in a {@code jsonb}, in a table of one column, both named {@code name}. */
    public static TableFunction pathQuery(String name, Expression<?> document, String path) {
        return Sql.tableFunction(
                        "jsonb_path_query", name, JsonKind.requireJsonb(document), JsonFunctions.jsonPath(path))
                .withColumn(name, Types.JSONB);
    }

    /** All that the SQL/JSON path leads to, in which {@code $name} is a field of the variables. */
    public static TableFunction pathQuery(String name, Expression<?> document, String path, Json variables) {
        return Sql.tableFunction(
                        "jsonb_path_query",
                        name,
                        JsonKind.requireJsonb(document),
                        JsonFunctions.jsonPath(path),
                        JsonFunctions.json(variables))
                .withColumn(name, Types.JSONB);
    }

    /** An object as one row: add its fields by {@code withColumn}, each with the type to read it as. */
    public static TableFunction record(String name, Expression<?> document) {
        return Sql.tableFunction(JsonKind.of(document).function("to_record"), name, document)
                .ofRecords();
    }

    /** An array of objects as rows: add their fields by {@code withColumn}, each with the type to read it as. */
    public static TableFunction recordset(String name, Expression<?> document) {
        return Sql.tableFunction(JsonKind.of(document).function("to_recordset"), name, document)
                .ofRecords();
    }
}

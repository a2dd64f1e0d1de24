/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.error.StatementException;
import io.gino.sql.Expression;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;

/** The two types of JSON documents, whose functions differ in the beginning of their names. */
enum JsonKind {
    JSONB,
    JSON;

    static JsonKind of(Expression<?> document) {
        return switch (document.type().name()) {
            case "jsonb" -> JSONB;
            case "json" -> JSON;
            default ->
                throw new StatementException("JSON functions need a jsonb or json; " + document + " is of type "
                        + document.type().name() + ". Cast it to jsonb.");
        };
    }

    static JsonKind of(SqlType<Json> type) {
        return type.name().equals("json") ? JSON : JSONB;
    }

    /** The document, when it can be asked what only a {@code jsonb} knows. */
    static Expression<?> requireJsonb(Expression<?> document) {
        String type = document.type().name();
        if (!type.equals("jsonb")) {
            throw new StatementException(
                    "JSON functions need a jsonb; " + document + " is of type " + type + ". Cast it to jsonb.");
        }
        return document;
    }

    SqlType<Json> type() {
        return this == JSONB ? Types.JSONB : Types.JSON;
    }

    String prefix() {
        return type().name();
    }

    /** The function of this kind, such as {@code jsonb_typeof}. */
    String function(String name) {
        return prefix() + "_" + name;
    }
}

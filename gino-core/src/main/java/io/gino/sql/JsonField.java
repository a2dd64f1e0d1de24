/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.Json;
import io.gino.type.SqlType;
import java.util.List;
import java.util.Set;

/**
 * A value inside a JSON document, read as a type of its own: {@code (profile ->> 'age')::integer}. The keys stand in the
 * SQL, so that an index over the same value is used. JSON's {@code null} is NULL, as is what is not there.
 *
 * @param path the keys that lead to it
 * @since 0.1.0
 */
public record JsonField<T>(Expression<?> document, List<String> path, SqlType<T> type) implements Expression<T> {

    /** The types that PostgreSQL reads from text in one way only. */
    private static final Set<String> IMMUTABLE = Set.of(
            "text",
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "boolean",
            "uuid",
            "inet",
            "cidr",
            "macaddr");

    public JsonField {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new StatementException("A value inside a JSON document needs a key to be found by.");
        }
        path.forEach(Quoted::requireNoNul);
    }

    /** Whether it is a document itself, rather than a value of another type written as JSON. */
    public boolean isDocument() {
        return type.wire() == Json.class;
    }

    /** Whether it is read as the text that it is, without a cast. */
    public boolean isText() {
        return type.bareName().equals("text");
    }

    /** Whether it is the same whatever the session's settings, as what is indexed must be; dates and times are not. */
    public boolean isImmutable() {
        return isDocument() || IMMUTABLE.contains(type.bareName());
    }

    /** The column of the document. */
    ColumnClause<?> column() {
        return (ColumnClause<?>) document;
    }

    /** The same value in another document. */
    JsonField<T> of(Expression<?> other) {
        return new JsonField<>(other, path, type);
    }

    @Override
    public Precedence precedence() {
        return isDocument() ? Precedence.ATOM : isText() ? Precedence.OTHER : Precedence.UNARY;
    }

    @Override
    public String resultName() {
        return path.get(path.size() - 1);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.jsonField(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code jsonb} document with other values in it; what is not named stays as it is. Of a document that is NULL, one
 * with only these values.
 *
 * @since 0.1.0
 */
public record JsonMerge<T>(Expression<T> document, List<Change> changes) implements Expression<T> {

    /**
     * A value at the end of some keys, which makes the objects on the way where they are missing; NULL is JSON's
     * {@code null}.
     */
    public record Change(List<String> path, Expression<?> value) {

        public Change {
            path = List.copyOf(path);
        }
    }

    public JsonMerge {
        changes = List.copyOf(changes);
        if (!document.type().bareName().equals("jsonb")) {
            throw new StatementException("Single values are set in documents of type jsonb; " + document + " is "
                    + document.type().name() + ". Declare it jsonb, or set the whole document.");
        }
    }

    /** The document with nothing set in it yet, or with what is already. */
    static <T> JsonMerge<T> into(Expression<T> document) {
        return document instanceof JsonMerge<T> merge ? merge : new JsonMerge<>(document, List.of());
    }

    /** With one more value; a later one takes the place of an earlier one of the same keys. */
    JsonMerge<T> with(List<String> path, Expression<?> value) {
        List<Change> all = new ArrayList<>(changes);
        all.removeIf(change -> change.path.equals(path));
        all.add(new Change(path, value));
        return new JsonMerge<>(document, all);
    }

    @Override
    public SqlType<T> type() {
        return document.type();
    }

    @Override
    public Precedence precedence() {
        return Precedence.OTHER;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.jsonMerge(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.model.ColumnAttribute;
import io.gino.model.DocumentAttribute;
import io.gino.model.Model;
import io.gino.schema.Column;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.JsonField;
import io.gino.sql.Precedence;
import io.gino.sql.Sql;
import io.gino.sql.Template;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What writing has to know of attributes that lie inside documents. */
final class Documented {

    private Documented() {}

    /** What the attribute's hooks make of a value; of a column's, the value. */
    @SuppressWarnings("unchecked") // of the column's own type
    static <M, T> @Nullable T beforeSet(ColumnAttribute<M, T> column, M instance, @Nullable T value) {
        return column instanceof DocumentAttribute<?, ?>
                ? ((DocumentAttribute<M, T>) column).beforeSet(instance, value)
                : value;
    }

    /** The columns that these attributes are, or are in. */
    @SuppressWarnings("unchecked") // a document is of its attribute's model
    static <M> List<ColumnAttribute<M, ?>> columns(Collection<ColumnAttribute<M, ?>> attributes) {
        Set<ColumnAttribute<M, ?>> columns = new LinkedHashSet<>();
        for (ColumnAttribute<M, ?> attribute : attributes) {
            columns.add(
                    attribute instanceof DocumentAttribute<?, ?> inside
                            ? (ColumnAttribute<M, ?>) inside.document()
                            : attribute);
        }
        return new ArrayList<>(columns);
    }

    /** Without the attributes whose whole document is among these. */
    static <M> List<ColumnAttribute<M, ?>> once(Collection<ColumnAttribute<M, ?>> attributes) {
        return attributes.stream()
                .filter(attribute -> !(attribute instanceof DocumentAttribute<?, ?> inside
                        && attributes.contains(inside.document())))
                .toList();
    }

    /** The column in which an attribute's values travel beside a statement: what is inside a document, as JSON. */
    static ColumnClause<?> travelling(ColumnAttribute<?, ?> attribute) {
        return attribute instanceof DocumentAttribute ? Column.of(attribute.name(), Types.JSONB) : attribute;
    }

    /** What an UPDATE stores of an instance. */
    @SuppressWarnings("unchecked") // an attribute of the model
    static <M> @Nullable Object updated(Model<M> model, ColumnAttribute<M, ?> attribute, M instance) {
        return attribute instanceof DocumentAttribute<?, ?>
                ? model.documents().value((DocumentAttribute<M, ?>) attribute, instance)
                : model.documents().updated(attribute, instance);
    }

    /** The value of the row that an INSERT was refused for. */
    static Expression<?> excluded(ColumnAttribute<?, ?> attribute) {
        return attribute instanceof DocumentAttribute<?, ?> inside
                ? new JsonField<>(Sql.excluded(inside.document()), inside.path(), Types.JSONB)
                : Sql.excluded(attribute);
    }

    /** Whether PostgreSQL can change it in place. */
    static boolean isBinary(ColumnAttribute<?, ?> document) {
        return document.type().bareName().equals("jsonb");
    }

    /** The document that is there with what the refused row has in its own, and all else kept. */
    static Expression<?> joined(ColumnAttribute<?, ?> document) {
        return new Template<>(
                List.of("COALESCE(", ", '{}') || COALESCE(", ", '{}')"),
                List.of(document, Sql.excluded(document)),
                document.type(),
                Precedence.OTHER);
    }
}

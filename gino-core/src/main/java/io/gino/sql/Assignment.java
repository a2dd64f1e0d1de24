/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column and the value it is given.
 *
 * @since 0.1.0
 */
public record Assignment(ColumnClause<?> column, Expression<?> value) {

    /** The assignment to the column of this name, whose Java type the value must have. */
    static Assignment of(TableClause table, String column, @Nullable Object value) {
        return of(table.column(column), value);
    }

    /** The assignment of a value that must be one of the column's type; null is NULL. */
    public static <T> Assignment of(ColumnClause<T> column, @Nullable Object value) {
        T converted = value == null ? null : column.type().writable(value);
        return new Assignment(column, new Bind<>(column.type(), converted));
    }

    /** The assignment of what the table says when nothing is said. */
    static Assignment ofDefault(ColumnClause<?> column) {
        return new Assignment(column, new Template<>(List.of("DEFAULT"), List.of(), column.type(), Precedence.ATOM));
    }

    /** The assignments with one more; a later one of the same column takes the earlier one's place. */
    static List<Assignment> with(TableClause table, List<Assignment> assignments, Assignment added) {
        return with(table, assignments, added, column -> column);
    }

    /** @param unset what a document is where nothing has set it yet, when a value inside it is set */
    static List<Assignment> with(
            TableClause table,
            List<Assignment> assignments,
            Assignment setting,
            Function<ColumnClause<?>, Expression<?>> unset) {
        requireColumn(table, setting.column);
        Assignment added = setting.column
                .field()
                .map(field -> inside(field, setting.value, assignments, unset))
                .orElse(setting);
        List<Assignment> all = new ArrayList<>(assignments.size() + 1);
        for (Assignment assignment : assignments) {
            if (assignment.column != added.column) {
                all.add(assignment);
            }
        }
        all.add(added);
        return all;
    }

    /** The assignment of the whole document with one more value in it. */
    private static Assignment inside(
            JsonField<?> field,
            Expression<?> value,
            List<Assignment> assignments,
            Function<ColumnClause<?>, Expression<?>> unset) {
        ColumnClause<?> document = field.column();
        Expression<?> whole = assignments.stream()
                .filter(assignment -> assignment.column == document)
                .<Expression<?>>map(Assignment::value)
                .findFirst()
                .orElseGet(() -> unset.apply(document));
        return new Assignment(document, JsonMerge.into(whole).with(field.path(), value));
    }

    /** Whether one of these is of this column. */
    static boolean isSet(List<Assignment> assignments, ColumnClause<?> column) {
        for (Assignment assignment : assignments) {
            if (assignment.column == column) {
                return true;
            }
        }
        return false;
    }

    static void requireColumn(TableClause table, ColumnClause<?> column) {
        if (column.source() != table) {
            throw new StatementException("Cannot set " + column + ": it is not a column of '" + table.label() + "'.");
        }
        column.requireSettable();
    }
}

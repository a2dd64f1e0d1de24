package io.gino.sql;

import io.gino.error.StatementException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column and the value it is given. */
public record Assignment(ColumnClause<?> column, Expression<?> value) {

    /** The assignment to the column of this name, whose Java type the value must have. */
    static Assignment of(TableClause table, String column, @Nullable Object value) {
        return of(table.column(column), value);
    }

    /** The assignment of a value that must be one of the column's type; null is NULL. */
    public static <T> Assignment of(ColumnClause<T> column, @Nullable Object value) {
        T converted = value == null ? null : column.type().convert(value);
        return new Assignment(column, new Bind<>(column.type(), converted));
    }

    /** The assignment of what the table says when nothing is said. */
    static Assignment ofDefault(ColumnClause<?> column) {
        return new Assignment(column, new Template<>(List.of("DEFAULT"), List.of(), column.type(), Precedence.ATOM));
    }

    /** The assignments with one more; a later one of the same column takes the earlier one's place. */
    static List<Assignment> with(TableClause table, List<Assignment> assignments, Assignment added) {
        requireColumn(table, added.column);
        List<Assignment> all = new ArrayList<>(assignments.size() + 1);
        for (Assignment assignment : assignments) {
            if (assignment.column != added.column) {
                all.add(assignment);
            }
        }
        all.add(added);
        return all;
    }

    static void requireColumn(TableClause table, ColumnClause<?> column) {
        if (column.source() != table) {
            throw new StatementException("Cannot set " + column + ": it is not a column of '" + table.label() + "'.");
        }
        column.requireSettable();
    }
}

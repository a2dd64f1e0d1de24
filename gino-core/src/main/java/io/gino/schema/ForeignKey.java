package io.gino.schema;

import io.gino.error.SchemaException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Columns whose values must exist in another table.
 *
 * @param target the columns referred to; looked up when first needed, since tables may refer to each other
 */
public record ForeignKey(
        Optional<String> name,
        List<String> columns,
        Supplier<Target> target,
        ReferenceAction onDelete,
        ReferenceAction onUpdate)
        implements Constraint {

    public ForeignKey {
        columns = KeyColumns.of("foreign key", columns);
    }

    /**
     * The columns that a foreign key leads to.
     *
     * @param table the table's name, with its schema when it has one
     */
    public record Target(String table, List<String> columns) {

        public Target {
            columns = List.copyOf(columns);
        }

        /**
         * Reads {@code table.column} or {@code schema.table.column}.
         *
         * @throws SchemaException when it is neither
         */
        public static Target parse(String text) {
            int dot = text.lastIndexOf('.');
            if (dot <= 0 || dot == text.length() - 1) {
                throw new SchemaException(
                        "A foreign key leads to 'table.column' or 'schema.table.column'; got '" + text + "'.");
            }
            return new Target(text.substring(0, dot), List.of(text.substring(dot + 1)));
        }

        /** The target that a column is. */
        public static Target of(Column<?> column) {
            return new Target(column.table().tableName(), List.of(column.name()));
        }
    }

    /** What becomes of a row when the one that it refers to is deleted. */
    public ForeignKey onDelete(ReferenceAction action) {
        return new ForeignKey(name, columns, target, action, onUpdate);
    }

    /** What becomes of the columns when the key that they refer to changes. */
    public ForeignKey onUpdate(ReferenceAction action) {
        return new ForeignKey(name, columns, target, onDelete, action);
    }
}

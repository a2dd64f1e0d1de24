/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Columns whose values must exist in another table.
 *
 * @param target the columns referred to; looked up when first needed, since tables may refer to each other
 * @param setOnDelete those of the columns that {@code SET NULL} and {@code SET DEFAULT} change; none for all
 * @since 0.1.0
 */
public record ForeignKey(
        Optional<String> name,
        List<String> columns,
        Supplier<Target> target,
        ReferenceAction onDelete,
        ReferenceAction onUpdate,
        List<String> setOnDelete,
        Match match,
        Deferral deferral)
        implements Constraint {

    /** What becomes of a key of several columns of which some are NULL. */
    public enum Match {
        /** It need not exist. */
        SIMPLE,
        /** It is refused. */
        FULL
    }

    public ForeignKey {
        columns = KeyColumns.of("foreign key", columns);
        setOnDelete = List.copyOf(setOnDelete);
        for (String column : setOnDelete) {
            if (!columns.contains(column)) {
                throw new SchemaException("The foreign key (" + String.join(", ", columns) + ") cannot set '" + column
                        + "' on delete: it is none of its columns.");
            }
        }
        boolean sets = onDelete == ReferenceAction.SET_NULL || onDelete == ReferenceAction.SET_DEFAULT;
        if (!setOnDelete.isEmpty() && !sets) {
            throw new SchemaException("The foreign key (" + String.join(", ", columns)
                    + ") names columns to set on delete, which only SET_NULL and SET_DEFAULT do; got " + onDelete
                    + ".");
        }
    }

    public ForeignKey(
            Optional<String> name,
            List<String> columns,
            Supplier<Target> target,
            ReferenceAction onDelete,
            ReferenceAction onUpdate) {
        this(name, columns, target, onDelete, onUpdate, List.of(), Match.SIMPLE, Deferral.NOT_DEFERRABLE);
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

    /** Under this name, instead of one by the metadata's {@link Naming}. */
    public ForeignKey named(String newName) {
        return new ForeignKey(Optional.of(newName), columns, target, onDelete, onUpdate, setOnDelete, match, deferral);
    }

    /** What becomes of a row when the one that it refers to is deleted. */
    public ForeignKey onDelete(ReferenceAction action) {
        return new ForeignKey(name, columns, target, action, onUpdate, List.of(), match, deferral);
    }

    /**
     * As {@link #onDelete(ReferenceAction)} with only these columns of the key set. PostgreSQL has this from 15 on.
     *
     * @param action {@code SET_NULL} or {@code SET_DEFAULT}
     */
    public ForeignKey onDelete(ReferenceAction action, String... setColumns) {
        return new ForeignKey(name, columns, target, action, onUpdate, Arrays.asList(setColumns), match, deferral);
    }

    /** What becomes of the columns when the key that they refer to changes. */
    public ForeignKey onUpdate(ReferenceAction action) {
        return new ForeignKey(name, columns, target, onDelete, action, setOnDelete, match, deferral);
    }

    /** Refuses keys of which only some columns are NULL. */
    public ForeignKey matchFull() {
        return new ForeignKey(name, columns, target, onDelete, onUpdate, setOnDelete, Match.FULL, deferral);
    }

    /** Checked at the end of transactions that ask for it. */
    public ForeignKey deferrable() {
        return new ForeignKey(name, columns, target, onDelete, onUpdate, setOnDelete, match, Deferral.DEFERRABLE);
    }

    /** Checked at the end of each transaction. */
    public ForeignKey initiallyDeferred() {
        return new ForeignKey(
                name, columns, target, onDelete, onUpdate, setOnDelete, match, Deferral.INITIALLY_DEFERRED);
    }
}

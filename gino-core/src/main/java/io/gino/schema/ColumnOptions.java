/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.sql.Expression;
import io.gino.sql.Identifier;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is declared of a column beside its name and type.
 *
 * @param collation the rules by which its texts sort; empty for those of its type
 * @since 0.1.0
 */
public record ColumnOptions(
        boolean nullable,
        boolean key,
        boolean unique,
        boolean indexed,
        ColumnValues values,
        Optional<Identifier> collation,
        Optional<String> comment,
        Optional<ForeignKey> reference) {

    public static final ColumnOptions PLAIN = new ColumnOptions(
            true, false, false, false, ColumnValues.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    public ColumnOptions withNullable(boolean changed) {
        return new ColumnOptions(changed, key, unique, indexed, values, collation, comment, reference);
    }

    public ColumnOptions withKey(boolean changed) {
        return new ColumnOptions(nullable, changed, unique, indexed, values, collation, comment, reference);
    }

    public ColumnOptions withUnique(boolean changed) {
        return new ColumnOptions(nullable, key, changed, indexed, values, collation, comment, reference);
    }

    public ColumnOptions withIndexed(boolean changed) {
        return new ColumnOptions(nullable, key, unique, changed, values, collation, comment, reference);
    }

    public ColumnOptions withValues(ColumnValues changed) {
        return new ColumnOptions(nullable, key, unique, indexed, changed, collation, comment, reference);
    }

    public ColumnOptions withIdentity(Identity changed) {
        return withValues(values.withIdentity(changed));
    }

    /** Never numbered by PostgreSQL, even as the only column of the key. */
    public ColumnOptions withoutIdentity() {
        return withIdentity(Identity.NONE);
    }

    public ColumnOptions withServerDefault(Expression<?> value) {
        return withValues(values.withServerDefault(value));
    }

    public ColumnOptions withClientDefault(Supplier<?> value) {
        return withValues(values.withClientDefault(value));
    }

    public ColumnOptions withOnUpdate(Expression<?> value) {
        return withOnUpdate(column -> value);
    }

    /** With what an UPDATE sets the column to, given the column. */
    public ColumnOptions withOnUpdate(Function<Column<?>, Expression<?>> value) {
        return withValues(values.withOnUpdate(value));
    }

    public ColumnOptions withGenerated(Expression<?> value) {
        return withValues(values.withGenerated(value));
    }

    public ColumnOptions withCollation(String name) {
        return new ColumnOptions(
                nullable, key, unique, indexed, values, Optional.of(Identifier.of(name)), comment, reference);
    }

    public ColumnOptions withComment(String text) {
        return new ColumnOptions(nullable, key, unique, indexed, values, collation, Optional.of(text), reference);
    }

    public ColumnOptions withReference(ForeignKey foreignKey) {
        return new ColumnOptions(nullable, key, unique, indexed, values, collation, comment, Optional.of(foreignKey));
    }

    /** The options of a partition's column, whose constraints and indexes are those of the partitioned table. */
    ColumnOptions inherited() {
        return new ColumnOptions(nullable, key, false, false, values, collation, Optional.empty(), Optional.empty());
    }

    public Identity identity() {
        return values.identity();
    }

    public Optional<Expression<?>> serverDefault() {
        return values.serverDefault();
    }

    public Optional<Supplier<?>> clientDefault() {
        return values.clientDefault();
    }
}

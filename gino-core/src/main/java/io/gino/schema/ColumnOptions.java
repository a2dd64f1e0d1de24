package io.gino.schema;

import io.gino.sql.Expression;
import java.util.Optional;
import java.util.function.Supplier;

/** What is declared of a column beside its name and type. */
public record ColumnOptions(
        boolean nullable,
        boolean key,
        boolean unique,
        boolean indexed,
        Identity identity,
        Optional<Expression<?>> serverDefault,
        Optional<Supplier<?>> clientDefault,
        Optional<String> comment,
        Optional<ForeignKey> reference) {

    /** Whether PostgreSQL numbers a column. */
    public enum Identity {
        /** When it is the only column of the key, an integer, without a default and without a foreign key. */
        AUTO,
        BY_DEFAULT,
        NONE
    }

    public static final ColumnOptions PLAIN = new ColumnOptions(
            true,
            false,
            false,
            false,
            Identity.AUTO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public ColumnOptions withNullable(boolean changed) {
        return new ColumnOptions(
                changed, key, unique, indexed, identity, serverDefault, clientDefault, comment, reference);
    }

    public ColumnOptions withKey(boolean changed) {
        return new ColumnOptions(
                nullable, changed, unique, indexed, identity, serverDefault, clientDefault, comment, reference);
    }

    public ColumnOptions withUnique(boolean changed) {
        return new ColumnOptions(
                nullable, key, changed, indexed, identity, serverDefault, clientDefault, comment, reference);
    }

    public ColumnOptions withIndexed(boolean changed) {
        return new ColumnOptions(
                nullable, key, unique, changed, identity, serverDefault, clientDefault, comment, reference);
    }

    public ColumnOptions withIdentity(Identity changed) {
        return new ColumnOptions(
                nullable, key, unique, indexed, changed, serverDefault, clientDefault, comment, reference);
    }

    public ColumnOptions withServerDefault(Expression<?> value) {
        return new ColumnOptions(
                nullable, key, unique, indexed, identity, Optional.of(value), clientDefault, comment, reference);
    }

    public ColumnOptions withClientDefault(Supplier<?> value) {
        return new ColumnOptions(
                nullable, key, unique, indexed, identity, serverDefault, Optional.of(value), comment, reference);
    }

    public ColumnOptions withComment(String text) {
        return new ColumnOptions(
                nullable, key, unique, indexed, identity, serverDefault, clientDefault, Optional.of(text), reference);
    }

    public ColumnOptions withReference(ForeignKey foreignKey) {
        return new ColumnOptions(
                nullable,
                key,
                unique,
                indexed,
                identity,
                serverDefault,
                clientDefault,
                comment,
                Optional.of(foreignKey));
    }
}

package io.gino.schema;

import io.gino.sql.Expression;
import io.gino.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where declarations begin; meant to be imported statically. */
public final class Schema {

    private Schema() {}

    /** A nullable column. */
    public static <T> Column<T> column(String name, SqlType<T> type) {
        return Column.of(name, type);
    }

    /** Numbered by PostgreSQL alone: {@code identity(always().start(100))}. */
    public static Identity always() {
        return Identity.always();
    }

    /** Numbered by PostgreSQL where a statement gives no value: {@code identity(byDefault().increment(10))}. */
    public static Identity byDefault() {
        return Identity.byDefault();
    }

    /** A primary key of these columns, by name. */
    public static PrimaryKey primaryKey(String... columns) {
        return new PrimaryKey(Optional.empty(), Arrays.asList(columns));
    }

    /** A unique constraint over these columns, by name. */
    public static Unique unique(String... columns) {
        return new Unique(Optional.empty(), Arrays.asList(columns));
    }

    /** A condition that every row meets; the metadata names it. */
    public static Check check(Expression<Boolean> condition) {
        return new Check(Optional.empty(), condition);
    }

    /** A condition that every row meets. */
    public static Check check(String name, Expression<Boolean> condition) {
        return new Check(Optional.of(name), condition);
    }

    /** A foreign key from these columns to those of another table, both by name. */
    public static ForeignKey foreignKey(List<String> columns, String table, List<String> targets) {
        ForeignKey.Target target = new ForeignKey.Target(table, targets);
        return new ForeignKey(
                Optional.empty(), columns, () -> target, ReferenceAction.NO_ACTION, ReferenceAction.NO_ACTION);
    }

    /** An index that the metadata names; its columns follow by {@code on(…)}. */
    public static Index index() {
        return new Index(Optional.empty(), List.of(), List.of(), false, Optional.empty(), null);
    }

    /** An index of this name; its columns follow by {@code on(…)}. */
    public static Index index(String name) {
        return new Index(Optional.of(name), List.of(), List.of(), false, Optional.empty(), null);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.Expression;
import io.gino.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where declarations begin; meant to be imported statically.
 *
 * @since 0.1.0
 */
public final class Schema {

    private Schema() {}

    /** A nullable column. */
    public static <T> Column<T> column(String name, SqlType<T> type) {
        return Column.of(name, type);
    }

    /** A nullable column of a type of the metadata's own. */
    public static <T> Column<T> column(String name, DeclaredType<T> type) {
        return Column.of(name, type.type());
    }

    /** A sequence, for {@link MetaData#add}. */
    public static Sequence sequence(String name) {
        return Sequence.of(name);
    }

    /** A domain, for {@link MetaData#add}. */
    public static <T> Domain<T> domain(String name, SqlType<T> base) {
        return Domain.of(name, base);
    }

    /** An extension, for {@link MetaData#add}. */
    public static Extension extension(String name) {
        return Extension.of(name);
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

    /**
     * No two rows compare alike in this column by this operator, and in all that {@code and(…)} adds:
     * {@code exclude("room", "=").and("during", "&&")}.
     */
    public static Exclusion exclude(String column, String operator) {
        return Exclusion.of(IndexElement.of(column), operator);
    }

    public static Exclusion exclude(Expression<?> compared, String operator) {
        return Exclusion.of(IndexElement.of(compared), operator);
    }

    public static Exclusion exclude(IndexElement compared, String operator) {
        return Exclusion.of(compared, operator);
    }

    /** An index that the metadata names; its columns follow by {@code on(…)}. */
    public static Index index() {
        return Index.of(Optional.empty());
    }

    /** An index of this name; its columns follow by {@code on(…)}. */
    public static Index index(String name) {
        return Index.of(Optional.of(name));
    }

    /** A column of an index, by name, of which more is to be said. */
    public static IndexElement element(String column) {
        return IndexElement.of(column);
    }

    /** An expression of an index of which more is to be said: {@code element(lower(name)).operatorClass(…)}. */
    public static IndexElement element(Expression<?> indexed) {
        return IndexElement.of(indexed);
    }

    /** Divided into partitions by ranges of these columns. */
    public static PartitionBy partitionByRange(String... columns) {
        return PartitionBy.of(PartitionBy.Method.RANGE, columns);
    }

    public static PartitionBy partitionByRange(Expression<?>... keys) {
        return PartitionBy.of(PartitionBy.Method.RANGE, keys);
    }

    /** Divided into partitions by the values of this column. */
    public static PartitionBy partitionByList(String column) {
        return PartitionBy.of(PartitionBy.Method.LIST, column);
    }

    public static PartitionBy partitionByList(Expression<?> key) {
        return PartitionBy.of(PartitionBy.Method.LIST, key);
    }

    /** Divided into partitions by the hash of these columns. */
    public static PartitionBy partitionByHash(String... columns) {
        return PartitionBy.of(PartitionBy.Method.HASH, columns);
    }

    public static PartitionBy partitionByHash(Expression<?>... keys) {
        return PartitionBy.of(PartitionBy.Method.HASH, keys);
    }

    /**
     * Makes a table a partition: {@code metadata.table("events_2026", partitionOf(events).from(first).to(next))}.
     *
     * @throws SchemaException when the table is not partitioned
     */
    public static PartitionOf partitionOf(Table parent) {
        return PartitionOf.of(parent);
    }
}

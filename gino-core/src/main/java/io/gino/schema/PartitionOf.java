/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.Bind;
import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table a partition of another: it has that one's columns, constraints and indexes, and those rows of it that lie
 * within the bounds.
 *
 * @since 0.1.0
 */
public record PartitionOf(Table parent, Optional<Bounds> bounds) implements TableItem {

    /** Which rows a partition holds. */
    public sealed interface Bounds {}

    /** Those whose key is not below the one end and below the other. */
    public record Range(List<Expression<?>> from, List<Expression<?>> to) implements Bounds {
        public Range {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /** Those whose key is one of these. */
    public record Values(List<Expression<?>> values) implements Bounds {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** Those whose key's hash leaves this remainder. */
    public record Hash(int modulus, int remainder) implements Bounds {}

    /** Those that no other partition holds. */
    public record Rest() implements Bounds {}

    /** An end of a range that is none. */
    public enum Edge {
        MINVALUE,
        MAXVALUE
    }

    static PartitionOf of(Table parent) {
        if (parent.partitionBy().isEmpty()) {
            throw new SchemaException(
                    "Table '" + parent.tableName() + "' is not partitioned and can have no partitions."
                            + " Declare it with partitionByRange(…), partitionByList(…) or partitionByHash(…).");
        }
        return new PartitionOf(parent, Optional.empty());
    }

    private PartitionBy key() {
        return parent.partitionBy().orElseThrow();
    }

    private PartitionOf with(PartitionBy.Method method, Bounds said) {
        if (key().method() != method) {
            throw new SchemaException("Table '" + parent.tableName() + "' is partitioned by "
                    + key().method().name() + ": its partitions take " + words(key().method()) + ", not "
                    + words(method) + ".");
        }
        return new PartitionOf(parent, Optional.of(said));
    }

    private static String words(PartitionBy.Method method) {
        return switch (method) {
            case RANGE -> "from(…).to(…)";
            case LIST -> "in(…)";
            case HASH -> "modulus(…)";
        };
    }

    /**
     * From this key on; {@link #to} follows.
     *
     * @param values one for each column of the partition key: a value of its type, {@link Edge#MINVALUE}, or an expression
     */
    public PartitionOf from(Object... values) {
        return with(PartitionBy.Method.RANGE, new Range(converted(values), List.of()));
    }

    /** Up to this key and without it. */
    public PartitionOf to(Object... values) {
        List<Expression<?>> from = bounds.filter(Range.class::isInstance)
                .map(said -> ((Range) said).from())
                .orElseThrow(() -> new SchemaException("A partition of '" + parent.tableName()
                        + "' says to(…) without from(…). Begin with from(MINVALUE) when it has no lower end."));
        return with(PartitionBy.Method.RANGE, new Range(from, converted(values)));
    }

    /** With these values of the key; null is NULL. */
    public PartitionOf in(@Nullable Object... values) {
        List<Expression<?>> all = new ArrayList<>();
        for (Object value : values) {
            all.add(converted(0, value));
        }
        return with(PartitionBy.Method.LIST, new Values(all));
    }

    /** With the keys whose hash leaves this remainder when divided by the modulus. */
    public PartitionOf modulus(int modulus, int remainder) {
        if (modulus < 1 || remainder < 0 || remainder >= modulus) {
            throw new SchemaException("A hash is divided by 1 at least and leaves a remainder from 0 to below that; got"
                    + " modulus " + modulus + " and remainder " + remainder + ".");
        }
        return with(PartitionBy.Method.HASH, new Hash(modulus, remainder));
    }

    /** With the rows that no other partition holds. */
    public PartitionOf asDefault() {
        if (key().method() == PartitionBy.Method.HASH) {
            throw new SchemaException("Table '" + parent.tableName()
                    + "' is partitioned by HASH and leaves no row for a default partition.");
        }
        return new PartitionOf(parent, Optional.of(new Rest()));
    }

    private List<Expression<?>> converted(Object... values) {
        int expected = key().elements().size();
        if (values.length != expected) {
            throw new SchemaException("Table '" + parent.tableName() + "' is partitioned by " + expected
                    + " columns; got " + values.length + " values for an end of a partition.");
        }
        List<Expression<?>> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            all.add(converted(i, values[i]));
        }
        return all;
    }

    private Expression<?> converted(int position, @Nullable Object value) {
        if (value instanceof Expression<?> expression) {
            return expression;
        } else if (value instanceof Edge edge) {
            return Sql.template(edge.name(), Types.TEXT);
        }
        IndexElement element = key().elements().get(position);
        SqlType<?> type = element.column()
                .<SqlType<?>>map(name -> parent.column(name).type())
                .orElseGet(() -> element.expression().type());
        return bind(type, value);
    }

    private static <T> Expression<T> bind(SqlType<T> type, @Nullable Object value) {
        return new Bind<>(type, value == null ? null : type.convert(value));
    }

    /** The partition's columns: those of the partitioned table. */
    List<Column<?>> columns() {
        return parent.columns().stream().<Column<?>>map(PartitionOf::copy).toList();
    }

    private static <T> Column<T> copy(Column<T> column) {
        return new Column<>(
                column.name(), column.type(), column.options().inherited().withKey(column.isPrimaryKey()));
    }
}

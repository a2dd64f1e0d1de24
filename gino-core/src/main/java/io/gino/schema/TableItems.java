/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one table is declared with, sorted by what it is. */
final class TableItems {

    private final String table;
    private final List<TableItem> items;
    private final List<Column<?>> columns = new ArrayList<>();

    TableItems(String table, List<TableItem> items) {
        this.table = table;
        this.items = items;
        for (TableItem item : items) {
            if (item instanceof Column<?> column) {
                columns.add(column);
            }
        }
        Optional<PartitionOf> partition = partitionOf();
        if (partition.isPresent()) {
            inherit(partition.get());
        }
        if (columns.isEmpty()) {
            throw new SchemaException("Table '" + table + "' has no columns.");
        }
    }

    private void inherit(PartitionOf partition) {
        String parent = partition.parent().tableName();
        if (!columns.isEmpty()) {
            throw new SchemaException("Table '" + table + "' is a partition of '" + parent
                    + "' and has its columns, and none of its own; got '" + columns.get(0) + "'.");
        }
        if (partition.bounds().isEmpty()
                || (partition.bounds().get() instanceof PartitionOf.Range range
                        && range.to().isEmpty())) {
            throw new SchemaException("Table '" + table + "' is a partition of '" + parent
                    + "' and does not say of which rows. Add from(…).to(…), in(…), modulus(…) or asDefault().");
        }
        columns.addAll(partition.columns());
    }

    /** In their order, each name once. */
    List<Column<?>> columns() {
        return columns;
    }

    /** The names of the columns of the primary key. */
    List<String> primaryKey() {
        List<PrimaryKey> keys = all(PrimaryKey.class);
        List<String> marked = new ArrayList<>();
        for (Column<?> column : columns) {
            if (column.options().key()) {
                marked.add(column.name());
            }
        }
        if (keys.size() + (marked.isEmpty() ? 0 : 1) > 1) {
            throw new SchemaException("Table '" + table + "' has more than one primary key.");
        }
        return keys.isEmpty() ? marked : keys.get(0).columns();
    }

    List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        for (Column<?> column : columns) {
            if (column.options().unique()) {
                all.add(new Unique(Optional.empty(), List.of(column.name())));
            }
            if (column.options().reference().isPresent()) {
                all.add(column.options().reference().get());
            }
        }
        all.addAll(all(Constraint.class));
        return all;
    }

    List<Index> indexes() {
        List<Index> all = new ArrayList<>();
        for (Column<?> column : columns) {
            if (column.options().indexed()) {
                all.add(Schema.index().on(column.name()));
            }
        }
        for (Index index : all(Index.class)) {
            index.requireColumns(table);
            all.add(index);
        }
        return all;
    }

    Optional<PartitionBy> partitionBy() {
        return one(PartitionBy.class, "is partitioned twice");
    }

    Optional<PartitionOf> partitionOf() {
        return one(PartitionOf.class, "is a partition twice");
    }

    private <I extends TableItem> Optional<I> one(Class<I> kind, String otherwise) {
        List<I> all = all(kind);
        if (all.size() > 1) {
            throw new SchemaException("Table '" + table + "' " + otherwise + ".");
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    private <I extends TableItem> List<I> all(Class<I> kind) {
        List<I> all = new ArrayList<>();
        for (TableItem item : items) {
            if (kind.isInstance(item)) {
                all.add(kind.cast(item));
            }
        }
        return all;
    }

    /** The columns that constraints and the partition key name, which the table must have. */
    List<String> namedColumns() {
        List<String> names = new ArrayList<>();
        for (Constraint constraint : all(Constraint.class)) {
            names.addAll(columnsOf(constraint));
        }
        for (Index index : all(Index.class)) {
            names.addAll(index.columns());
        }
        Optional<PartitionBy> key = partitionBy();
        if (key.isPresent()) {
            names.addAll(key.get().columns());
        }
        return names;
    }

    private static List<String> columnsOf(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.columns();
        } else if (constraint instanceof Unique unique) {
            return with(unique.columns(), unique.include());
        } else if (constraint instanceof PrimaryKey key) {
            return with(key.columns(), key.include());
        } else if (constraint instanceof Exclusion exclusion) {
            return exclusion.elements().stream()
                    .flatMap(element -> element.compared().column().stream())
                    .toList();
        }
        return List.of();
    }

    private static List<String> with(List<String> columns, List<String> more) {
        return Stream.concat(columns.stream(), more.stream()).toList();
    }

    /** Refuses keys that PostgreSQL could not keep unique across partitions. */
    void requireKeysAcrossPartitions() {
        Optional<PartitionBy> key = partitionBy();
        if (key.isEmpty()) {
            return;
        }
        requireWithin("primary key", primaryKey(), key.get());
        for (Constraint constraint : constraints()) {
            if (constraint instanceof Unique unique) {
                requireWithin("unique constraint", unique.columns(), key.get());
            }
        }
    }

    private void requireWithin(String kind, List<String> columns, PartitionBy key) {
        if (!columns.isEmpty()
                && (!columns.containsAll(key.columns())
                        || key.columns().size() < key.elements().size())) {
            throw new SchemaException("The " + kind + " of '" + table + "' (" + String.join(", ", columns)
                    + ") must have every column that the table is partitioned by, and no expression among them; it is"
                    + " partitioned by: " + String.join(", ", key.columns()) + ".");
        }
    }
}

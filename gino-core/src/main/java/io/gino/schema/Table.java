/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.sql.Assignment;
import io.gino.sql.Identifier;
import io.gino.sql.QualifiedName;
import io.gino.sql.Reference;
import io.gino.sql.TableClause;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table as declared: its columns, constraints and indexes. Compared by identity; immutable.
 *
 * @since 0.1.0
 */
public final class Table extends TableClause implements SchemaObject {

    private static final Set<String> NUMBERED_TYPES = Set.of("smallint", "integer", "bigint");

    private final QualifiedName qualifiedName;
    private final Optional<String> comment;
    private final Map<String, Column<?>> columnsByName = new LinkedHashMap<>();
    private final List<Column<?>> columns;
    private final List<Column<?>> primaryKey;
    private final List<Constraint> constraints;
    private final List<Index> indexes;
    private final Optional<PartitionBy> partitionBy;
    private final Optional<PartitionOf> partitionOf;

    private Table(QualifiedName name, Optional<String> comment, List<TableItem> declared) {
        this.qualifiedName = name;
        this.comment = comment;
        TableItems items = new TableItems(name.toString(), declared);
        for (Column<?> column : items.columns()) {
            put(column);
        }
        this.columns = List.copyOf(columnsByName.values());
        this.primaryKey = resolve(items.primaryKey());
        this.constraints = List.copyOf(items.constraints());
        this.indexes = List.copyOf(items.indexes());
        this.partitionBy = items.partitionBy();
        this.partitionOf = items.partitionOf();
        for (String column : items.namedColumns()) {
            column(column);
        }
        items.requireKeysAcrossPartitions();
        for (Column<?> column : columns) {
            column.join(this);
        }
    }

    /**
     * A table that belongs to no metadata yet.
     *
     * @param name the table's name, after its schema and a dot when it has one
     */
    public static Table of(String name, List<? extends TableItem> items) {
        return of(name, Optional.empty(), items);
    }

    /** A table with a comment. */
    public static Table of(String name, Optional<String> comment, List<? extends TableItem> items) {
        return new Table(QualifiedName.parse(name), comment, List.copyOf(items));
    }

    private void put(Column<?> column) {
        if (columnsByName.putIfAbsent(column.name(), column) != null) {
            throw new SchemaException("Table '" + tableName() + "' has two columns named '" + column.name() + "'.");
        }
    }

    private List<Column<?>> resolve(List<String> names) {
        List<Column<?>> found = new ArrayList<>(names.size());
        for (String name : names) {
            found.add(column(name));
        }
        return List.copyOf(found);
    }

    boolean isPrimaryKey(String column) {
        for (Column<?> key : primaryKey) {
            if (key.name().equals(column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether PostgreSQL numbers this column because it is the table's whole key and nothing else gives it values. */
    boolean numbers(Column<?> column) {
        return primaryKey.size() == 1
                && isPrimaryKey(column.name())
                && NUMBERED_TYPES.contains(column.type().name())
                && column.options().serverDefault().isEmpty()
                && column.options().clientDefault().isEmpty()
                && !column.isGenerated()
                && column.options().reference().isEmpty();
    }

    @Override
    public Identifier identifier() {
        return qualifiedName.name();
    }

    @Override
    public Optional<Identifier> schema() {
        return qualifiedName.schema();
    }

    @Override
    public Kind kind() {
        return Kind.TABLE;
    }

    @Override
    public QualifiedName qualifiedName() {
        return qualifiedName;
    }

    public Optional<String> comment() {
        return comment;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    /** The columns of the primary key in its order; none when the table has no key. */
    public List<Column<?>> primaryKey() {
        return primaryKey;
    }

    /** Unique, foreign key and check constraints; a primary key only where it was given as a constraint. */
    public List<Constraint> constraints() {
        return constraints;
    }

    public List<Index> indexes() {
        return indexes;
    }

    /** What decides which partition holds a row; empty when the table has no partitions. */
    public Optional<PartitionBy> partitionBy() {
        return partitionBy;
    }

    /** The table that this is a partition of, and which rows of it. */
    public Optional<PartitionOf> partitionOf() {
        return partitionOf;
    }

    public List<ForeignKey> foreignKeys() {
        return constraints.stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .toList();
    }

    /**
     * The column of this name.
     *
     * @throws SchemaException when there is none
     */
    @Override
    public Column<?> column(String name) {
        return findColumn(name)
                .orElseThrow(() -> new SchemaException("Table '" + tableName() + "' has no column '" + name + "'. "
                        + Wording.didYouMean(name, columnNames())));
    }

    /** The column of this name. */
    public Optional<Column<?>> findColumn(String name) {
        return Optional.ofNullable(columnsByName.get(name));
    }

    Collection<String> columnNames() {
        return columnsByName.keySet();
    }

    /**
     * The column of this name, as one of this type.
     *
     * @throws SchemaException when there is none, or it has another Java type
     */
    @Override
    @SuppressWarnings("unchecked") // checked by its Java class
    public <T> Column<T> column(String name, SqlType<T> type) {
        Column<?> column = column(name);
        if (column.type().javaType() != type.javaType()) {
            throw new SchemaException(
                    "Column '" + column + "' is a " + column.type().javaType().getSimpleName() + " in Java, not a "
                            + type.javaType().getSimpleName() + ".");
        }
        return (Column<T>) column;
    }

    @Override
    public List<Assignment> clientDefaults() {
        List<Assignment> all = new ArrayList<>();
        for (Column<?> column : columns) {
            column.options().clientDefault().ifPresent(value -> all.add(Assignment.of(column, value.get())));
        }
        return all;
    }

    @Override
    public List<Assignment> onUpdate() {
        List<Assignment> all = new ArrayList<>();
        for (Column<?> column : columns) {
            column.options()
                    .values()
                    .onUpdate()
                    .ifPresent(value -> all.add(new Assignment(column, value.apply(column))));
        }
        return all;
    }

    @Override
    public List<Reference> references() {
        return foreignKeys().stream()
                .map(key -> new Reference(
                        resolve(key.columns()),
                        key.target().get().table(),
                        key.target().get().columns()))
                .toList();
    }
}

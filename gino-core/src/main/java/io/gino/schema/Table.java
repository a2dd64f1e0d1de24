package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.sql.Assignment;
import io.gino.sql.Identifier;
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
import java.util.stream.Stream;

/** A table as declared: its columns, constraints and indexes. Compared by identity; immutable. */
public final class Table extends TableClause implements SchemaObject {

    private static final Set<String> NUMBERED_TYPES = Set.of("smallint", "integer", "bigint");

    private final Optional<Identifier> schema;
    private final Identifier identifier;
    private final Optional<String> comment;
    private final Map<String, Column<?>> columnsByName = new LinkedHashMap<>();
    private final List<Column<?>> columns;
    private final List<Column<?>> primaryKey;
    private final List<Constraint> constraints;
    private final List<Index> indexes;

    private Table(Optional<Identifier> schema, Identifier identifier, Optional<String> comment, List<TableItem> items) {
        this.schema = schema;
        this.identifier = identifier;
        this.comment = comment;
        items.stream().filter(Column.class::isInstance).forEach(item -> put((Column<?>) item));
        if (columnsByName.isEmpty()) {
            throw new SchemaException("Table '" + tableName() + "' has no columns.");
        }
        this.columns = List.copyOf(columnsByName.values());
        this.primaryKey = findPrimaryKey(items);
        this.constraints = collectConstraints(items);
        this.indexes = collectIndexes(items);
        columns.forEach(column -> column.join(this));
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
        int dot = name.indexOf('.');
        return new Table(
                dot < 0 ? Optional.empty() : Optional.of(Identifier.of(name.substring(0, dot))),
                Identifier.of(name.substring(dot + 1)),
                comment,
                List.copyOf(items));
    }

    private void put(Column<?> column) {
        if (columnsByName.putIfAbsent(column.name(), column) != null) {
            throw new SchemaException("Table '" + tableName() + "' has two columns named '" + column.name() + "'.");
        }
    }

    private List<Column<?>> findPrimaryKey(List<TableItem> items) {
        List<PrimaryKey> keys = items.stream()
                .filter(PrimaryKey.class::isInstance)
                .map(PrimaryKey.class::cast)
                .toList();
        List<Column<?>> marked =
                columns.stream().filter(column -> column.options().key()).toList();
        if (keys.size() + (marked.isEmpty() ? 0 : 1) > 1) {
            throw new SchemaException("Table '" + tableName() + "' has more than one primary key.");
        }
        return keys.isEmpty() ? marked : resolve(keys.get(0).columns());
    }

    private List<Column<?>> resolve(List<String> names) {
        return names.stream().<Column<?>>map(this::column).toList();
    }

    private List<Constraint> collectConstraints(List<TableItem> items) {
        List<Constraint> all = new ArrayList<>();
        for (Column<?> column : columns) {
            if (column.options().unique()) {
                all.add(new Unique(Optional.empty(), List.of(column.name())));
            }
            column.options().reference().ifPresent(all::add);
        }
        for (TableItem item : items) {
            if (item instanceof Constraint constraint) {
                columnsOf(constraint).forEach(this::column);
                all.add(constraint);
            }
        }
        return List.copyOf(all);
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

    private List<Index> collectIndexes(List<TableItem> items) {
        List<Index> all = new ArrayList<>();
        for (Column<?> column : columns) {
            if (column.options().indexed()) {
                all.add(Schema.index().on(column.name()));
            }
        }
        for (TableItem item : items) {
            if (item instanceof Index index) {
                index.requireColumns(tableName());
                index.columns().forEach(this::column);
                all.add(index);
            }
        }
        return List.copyOf(all);
    }

    /** Whether PostgreSQL numbers this column because it is the table's whole key and nothing else gives it values. */
    boolean numbers(Column<?> column) {
        return primaryKey.size() == 1
                && primaryKey.get(0) == column
                && NUMBERED_TYPES.contains(column.type().name())
                && column.options().serverDefault().isEmpty()
                && column.options().clientDefault().isEmpty()
                && !column.isGenerated()
                && column.options().reference().isEmpty();
    }

    @Override
    public Identifier identifier() {
        return identifier;
    }

    @Override
    public Optional<Identifier> schema() {
        return schema;
    }

    @Override
    public Kind kind() {
        return Kind.TABLE;
    }

    @Override
    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, identifier);
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

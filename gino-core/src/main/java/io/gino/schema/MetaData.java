/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.sql.Identifier;
import io.gino.sql.Query;
import io.gino.type.SqlType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that belong together, and what they need: types, sequences, views. A service: thread-safe.
 *
 * @since 0.1.0
 */
public class MetaData {

    private final Map<String, SchemaObject> objects = new LinkedHashMap<>();
    private final Naming naming;

    public MetaData() {
        this(Naming.DEFAULT);
    }

    /** @param naming how constraints and indexes are named that were given no name */
    public MetaData(Naming naming) {
        this.naming = naming;
    }

    /**
     * Declares a table.
     *
     * @param name the table's name, after its schema and a dot when it has one
     * @throws SchemaException when a table of this name is here already
     */
    public Table table(String name, TableItem... items) {
        return add(Table.of(name, Arrays.asList(items)));
    }

    /**
     * Declares a view of the rows that a query selects.
     *
     * @param name the view's name, after its schema and a dot when it has one
     */
    public View view(String name, Query<?> query) {
        return add(View.of(name, query));
    }

    /** Declares a view whose rows are stored, with its indexes. */
    public View materializedView(String name, Query<?> query, Index... indexes) {
        return add(View.materialized(name, query, indexes));
    }

    /** Declares a sequence; {@code add(sequence(name).start(100))} declares one with options. */
    public Sequence sequence(String name) {
        return add(Sequence.of(name));
    }

    /** Declares an enum type whose labels are the names of the constants. */
    public <E extends Enum<E>> EnumType<E> enumType(String name, Class<E> enumClass) {
        return add(EnumType.of(name, enumClass));
    }

    /** Declares an enum type of these labels. */
    public EnumType<String> enumType(String name, String... labels) {
        return add(EnumType.of(name, Arrays.asList(labels)));
    }

    /** Declares a domain; {@code add(domain(name, base).notNull())} declares one with rules. */
    public <T> Domain<T> domain(String name, SqlType<T> base) {
        return add(Domain.of(name, base));
    }

    /** Declares an extension; {@code add(extension(name).cascade())} declares one with options. */
    public Extension extension(String name) {
        return add(Extension.of(name));
    }

    /** Declares a schema. Those that tables and others name need not be declared. */
    public Namespace schema(String name) {
        return add(new Namespace(Identifier.of(name)));
    }

    /**
     * Takes a table or something else in; what is here already is left as it is.
     *
     * @throws SchemaException when another one of its kind and name is here
     */
    public <S extends SchemaObject> S add(S object) {
        synchronized (objects) {
            SchemaObject present = objects.putIfAbsent(
                    key(object.kind(), object.qualifiedName().toString()), object);
            if (present != null && !present.equals(object)) {
                throw new SchemaException(
                        object.kind().title() + " '" + object.qualifiedName() + "' is declared twice in one metadata."
                                + " Name one of them otherwise, or declare it in another metadata.");
            }
            return object;
        }
    }

    private static String key(SchemaObject.Kind kind, String name) {
        return kind + " " + name;
    }

    /** All that is declared, in the order of declaration. */
    public List<SchemaObject> objects() {
        synchronized (objects) {
            return List.copyOf(objects.values());
        }
    }

    /** The tables in the order of their declaration. */
    public List<Table> tables() {
        return objects().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    /** The table of this name, with its schema when it has one. */
    public Optional<Table> findTable(String name) {
        synchronized (objects) {
            return Optional.ofNullable((Table) objects.get(key(SchemaObject.Kind.TABLE, name)));
        }
    }

    /**
     * The columns that a foreign key leads to, one for each of its own.
     *
     * @throws SchemaException when the table or a column is not declared here, or their number differs
     */
    public List<Column<?>> resolve(Table from, ForeignKey key) {
        ForeignKey.Target target = key.target().get();
        String origin = from.column(key.columns().get(0))
                .origin()
                .map(declared -> ", " + declared + ",")
                .orElse("");
        String subject = "The foreign key of '" + from.tableName() + "' (" + String.join(", ", key.columns()) + ")"
                + origin + " ";
        Table table = findTable(target.table())
                .orElseThrow(() -> new SchemaException(subject + "leads to table '" + target.table()
                        + "', which is not declared. "
                        + Wording.didYouMean(
                                target.table(),
                                tables().stream().map(Table::tableName).toList())
                        + " Declare it in the same metadata, or name another."));
        if (target.columns().size() != key.columns().size()) {
            throw new SchemaException(subject + "leads to '" + table.tableName() + "' ("
                    + String.join(", ", target.columns()) + "), which is another number of columns.");
        }
        return target.columns().stream()
                .<Column<?>>map(column -> table.findColumn(column)
                        .orElseThrow(() -> new SchemaException(subject + "leads to column '" + column + "' of '"
                                + table.tableName() + "', which has no such column. "
                                + Wording.didYouMean(column, table.columnNames()))))
                .toList();
    }

    public Naming naming() {
        return naming;
    }
}

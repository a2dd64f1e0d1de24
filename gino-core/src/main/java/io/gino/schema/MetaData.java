package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that belong together. A service: thread-safe. */
public class MetaData {

    private final Map<String, Table> tables = new LinkedHashMap<>();
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
     * Takes a table in; one that is here already is left as it is.
     *
     * @throws SchemaException when another table of its name is here
     */
    public Table add(Table table) {
        synchronized (tables) {
            Table present = tables.putIfAbsent(table.tableName(), table);
            if (present != null && present != table) {
                throw new SchemaException("Table '" + table.tableName() + "' is declared twice in one metadata.");
            }
            return table;
        }
    }

    /** The tables in the order of their declaration. */
    public List<Table> tables() {
        synchronized (tables) {
            return List.copyOf(tables.values());
        }
    }

    /** The table of this name, with its schema when it has one. */
    public Optional<Table> findTable(String name) {
        synchronized (tables) {
            return Optional.ofNullable(tables.get(name));
        }
    }

    /**
     * The columns that a foreign key leads to, one for each of its own.
     *
     * @throws SchemaException when the table or a column is not declared here, or their number differs
     */
    public List<Column<?>> resolve(Table from, ForeignKey key) {
        ForeignKey.Target target = key.target().get();
        String subject = "The foreign key of '" + from.tableName() + "' (" + String.join(", ", key.columns()) + ") ";
        Table table = findTable(target.table())
                .orElseThrow(() -> new SchemaException(subject + "leads to table '" + target.table()
                        + "', which is not declared. "
                        + Wording.didYouMean(
                                target.table(),
                                tables().stream().map(Table::tableName).toList())));
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

package io.gino.ddl;

import io.gino.error.SchemaException;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements that create and drop the tables of a metadata, in an order in which they can run. Foreign keys decide
 * it; where they leave it free, tables come in the order of their declaration. It sees the metadata as it was.
 */
public final class SchemaPlan {

    private final Map<Table, TablePlan> plans = new LinkedHashMap<>();

    private SchemaPlan(MetaData metadata) {
        metadata.tables().forEach(table -> plans.put(table, new TablePlan(metadata, table)));
    }

    /**
     * The plan of all tables of the metadata.
     *
     * @throws SchemaException when a foreign key leads to no declared table or column
     */
    public static SchemaPlan of(MetaData metadata) {
        return new SchemaPlan(metadata);
    }

    /** Creates every table. */
    public List<Ddl> createAll() {
        return create(plans.keySet());
    }

    /**
     * Creates these tables: the schemas that they name, each table with its indexes and comments, and at last the foreign
     * keys that lead to later tables. All other tables are taken to exist.
     *
     * @throws SchemaException when one of them is not of this metadata
     */
    public List<Ddl> create(Collection<Table> tables) {
        TableOrder order = order(tables);
        List<Ddl> statements = new ArrayList<>();
        order.tables().stream()
                .flatMap(plan -> plan.table().schema().stream())
                .distinct()
                .forEach(schema -> statements.add(new CreateSchema(schema, true)));
        for (TablePlan plan : order.tables()) {
            statements.add(createTable(plan, order));
            statements.addAll(plan.belongings());
        }
        statements.addAll(order.deferred());
        return List.copyOf(statements);
    }

    private static CreateTable createTable(TablePlan plan, TableOrder order) {
        Stream<NamedConstraint> inline = plan.foreignKeys().stream()
                .filter(key -> !order.deferred().contains(new AddConstraint(plan.table(), key)));
        return new CreateTable(
                plan.table(), Stream.concat(plan.constraints().stream(), inline).toList());
    }

    /** Drops every table. Schemas stay: others may keep tables there. */
    public List<Ddl> dropAll() {
        return drop(plans.keySet());
    }

    /**
     * Drops these tables in the reverse order, before them the foreign keys that make circles.
     *
     * @throws SchemaException when one of them is not of this metadata
     */
    public List<Ddl> drop(Collection<Table> tables) {
        TableOrder order = order(tables);
        List<Ddl> statements = new ArrayList<>();
        order.tables().forEach(plan -> statements.add(new DropTable(plan.table(), false)));
        order.deferred()
                .forEach(key -> statements.add(
                        new DropConstraint(key.table(), key.constraint().name(), true)));
        Collections.reverse(statements);
        return List.copyOf(statements);
    }

    private TableOrder order(Collection<Table> tables) {
        Set<Table> chosen = new HashSet<>(tables);
        for (Table table : chosen) {
            if (!plans.containsKey(table)) {
                throw new SchemaException("Table '" + table.tableName() + "' is not declared in this metadata.");
            }
        }
        return new TableOrder(plans.values().stream()
                .filter(plan -> chosen.contains(plan.table()))
                .toList());
    }
}

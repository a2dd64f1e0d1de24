/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.error.SchemaException;
import io.gino.schema.Index;
import io.gino.schema.MetaData;
import io.gino.schema.Namespace;
import io.gino.schema.SchemaObject;
import io.gino.schema.SchemaObject.Kind;
import io.gino.schema.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements that create and drop what a metadata declares, in an order in which they can run: schemas, extensions,
 * enum types, domains, sequences, tables, views. Foreign keys decide the order of tables; where they leave it free, and
 * for all else, it is that of the declaration. It sees the metadata as it was.
 *
 * @since 0.1.0
 */
public final class SchemaPlan {

    private final Declarations declared;

    private SchemaPlan(MetaData metadata) {
        declared = new Declarations(metadata);
    }

    /**
     * The plan of all that the metadata declares.
     *
     * @throws SchemaException when a foreign key leads to no declared table or column, or a name is given twice
     */
    public static SchemaPlan of(MetaData metadata) {
        return new SchemaPlan(metadata);
    }

    /** Creates everything. */
    public List<Ddl> createAll() {
        return create(declared.objects());
    }

    /**
     * Creates these: the schemas that they name, and each table with its indexes and comments; at last the foreign keys
     * that lead to later tables. All else is taken to exist.
     *
     * @throws SchemaException when one of them is not of this metadata
     */
    public List<Ddl> create(Collection<? extends SchemaObject> objects) {
        return createExactly(needed(objects));
    }

    /** These and the schemas that they name. */
    public Set<SchemaObject> needed(Collection<? extends SchemaObject> objects) {
        Set<SchemaObject> needed = new LinkedHashSet<>();
        for (SchemaObject object : objects) {
            Declarations.namespaceOf(object).map(Namespace::new).ifPresent(needed::add);
        }
        needed.addAll(objects);
        return needed;
    }

    /** Creates these alone, without the schemas that they name. */
    public List<Ddl> createExactly(Collection<? extends SchemaObject> objects) {
        TableOrder order = order(objects);
        List<Ddl> statements = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind == Kind.TABLE) {
                order.tables().forEach(plan -> statements.addAll(createTable(plan, order)));
                of(Kind.SEQUENCE, objects)
                        .flatMap(sequence -> declared.bond((Sequence) sequence).stream())
                        .forEach(statements::add);
            } else {
                of(kind, objects).forEach(object -> statements.addAll(declared.create(object)));
            }
        }
        statements.addAll(order.deferred());
        return List.copyOf(statements);
    }

    private static Stream<? extends SchemaObject> of(Kind kind, Collection<? extends SchemaObject> objects) {
        return objects.stream().filter(object -> object.kind() == kind);
    }

    private static List<Ddl> createTable(TablePlan plan, TableOrder order) {
        Stream<NamedConstraint> inline = plan.foreignKeys().stream()
                .filter(key -> !order.deferred().contains(new AddConstraint(plan.table(), key)));
        List<Ddl> statements = new ArrayList<>();
        statements.add(new CreateTable(
                plan.table(), Stream.concat(plan.constraints().stream(), inline).toList()));
        statements.addAll(plan.belongings());
        return statements;
    }

    /** Drops everything but schemas and extensions: others may use those. */
    public List<Ddl> dropAll() {
        return drop(declared.droppable());
    }

    /** What {@link #createAll} creates. */
    public List<SchemaObject> objects() {
        return declared.objects();
    }

    /** What {@link #dropAll} drops. */
    public List<SchemaObject> droppable() {
        return declared.droppable();
    }

    /**
     * Drops these in the reverse order, before them the foreign keys that make circles.
     *
     * @throws SchemaException when one of them is not of this metadata
     */
    public List<Ddl> drop(Collection<? extends SchemaObject> objects) {
        TableOrder order = order(objects);
        List<Ddl> statements = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind == Kind.TABLE) {
                order.tables().forEach(plan -> statements.add(new DropTable(plan.table(), false)));
            } else {
                // A sequence may be gone with the column that owns it.
                of(kind, objects).forEach(object -> statements.add(new DropObject(object, kind == Kind.SEQUENCE)));
            }
        }
        order.deferred()
                .forEach(key -> statements.add(
                        new DropConstraint(key.table(), key.constraint().name(), true)));
        Collections.reverse(statements);
        return List.copyOf(statements);
    }

    /**
     * Creates one index by itself, concurrently if it asks for that.
     *
     * @throws SchemaException when it is not of this metadata
     */
    public CreateIndex create(Index index) {
        return declared.find(index).byItself();
    }

    /** Drops one index, concurrently if it asks for that. */
    public DropIndex drop(Index index) {
        CreateIndex created = declared.find(index);
        return new DropIndex(created.table(), created.name(), index.isConcurrent());
    }

    private TableOrder order(Collection<? extends SchemaObject> objects) {
        Set<SchemaObject> chosen = new LinkedHashSet<>(objects);
        chosen.forEach(declared::require);
        return new TableOrder(declared.tables().stream()
                .filter(plan -> chosen.contains(plan.table()))
                .toList());
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.error.SchemaException;
import io.gino.error.Wording;
import io.gino.schema.Check;
import io.gino.schema.Column;
import io.gino.schema.Domain;
import io.gino.schema.EnumType;
import io.gino.schema.Extension;
import io.gino.schema.Index;
import io.gino.schema.MetaData;
import io.gino.schema.Namespace;
import io.gino.schema.Naming;
import io.gino.schema.SchemaObject;
import io.gino.schema.SchemaObject.Kind;
import io.gino.schema.Sequence;
import io.gino.schema.Table;
import io.gino.schema.View;
import io.gino.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a metadata declares, with everything named and every foreign key resolved. */
final class Declarations {

    private final MetaData metadata;
    private final List<SchemaObject> objects;
    private final Map<Table, TablePlan> tables = new LinkedHashMap<>();
    private final Map<View, List<CreateIndex>> viewIndexes = new LinkedHashMap<>();
    private final NameRegister register = new NameRegister();

    Declarations(MetaData metadata) {
        this.metadata = metadata;
        this.objects = metadata.objects();
        for (SchemaObject object : objects) {
            register.object(object);
            if (object instanceof Table table) {
                tables.put(table, new TablePlan(metadata, table));
            } else if (object instanceof View view) {
                viewIndexes.put(view, indexes(view));
            }
        }
        tables.values().forEach(this::register);
        viewIndexes.values().forEach(indexes -> indexes.forEach(register::index));
    }

    private List<CreateIndex> indexes(View view) {
        Names names = names(view.identifier(), view.indexes().stream().map(Index::name));
        return view.indexes().stream()
                .map(index -> TablePlan.index(view, names, index))
                .toList();
    }

    private Names names(Identifier owner, Stream<Optional<String>> given) {
        return new Names(owner, metadata.naming(), given);
    }

    private void register(TablePlan plan) {
        Stream.concat(plan.constraints().stream(), plan.foreignKeys().stream())
                .forEach(constraint -> register.constraint(plan.table(), constraint));
        plan.indexes().forEach(register::index);
    }

    /** All, in the order of declaration. */
    List<SchemaObject> objects() {
        return objects;
    }

    /** What nobody else can be using. */
    List<SchemaObject> droppable() {
        return objects.stream()
                .filter(object -> object.kind() != Kind.SCHEMA && object.kind() != Kind.EXTENSION)
                .toList();
    }

    Collection<TablePlan> tables() {
        return tables.values();
    }

    /** Refuses what is declared elsewhere; schemas may be named without a declaration. */
    void require(SchemaObject object) {
        if (object.kind() != Kind.SCHEMA && !objects.contains(object)) {
            throw new SchemaException(
                    object.kind().title() + " '" + object.qualifiedName() + "' is not declared in this metadata.");
        }
    }

    /** The schema that it names. */
    static Optional<Identifier> namespaceOf(SchemaObject object) {
        return object instanceof Extension extension
                ? extension.schema()
                : object.qualifiedName().schema();
    }

    /** What creates anything but a table. */
    List<Ddl> create(SchemaObject object) {
        if (object instanceof Namespace namespace) {
            return List.of(new CreateSchema(namespace.name(), true));
        } else if (object instanceof Extension extension) {
            return List.of(new CreateExtension(extension));
        } else if (object instanceof EnumType<?> type) {
            return List.of(new CreateEnumType(type));
        } else if (object instanceof Domain<?> domain) {
            return List.of(new CreateDomain(domain, checks(domain)));
        } else if (object instanceof Sequence sequence) {
            return List.of(new CreateSequence(sequence));
        } else if (object instanceof View view) {
            List<Ddl> statements = new ArrayList<>(List.of(new CreateView(view)));
            statements.addAll(viewIndexes.getOrDefault(view, List.of()));
            return statements;
        }
        throw new IllegalStateException("Tables are created with their constraints: " + object);
    }

    private List<NamedConstraint> checks(Domain<?> domain) {
        Names names =
                names(domain.qualifiedName().name(), domain.checks().stream().map(Check::name));
        return domain.checks().stream()
                .map(check ->
                        new NamedConstraint(names.name(check.name(), Naming.Kind.CHECK, List.of()), check, List.of()))
                .toList();
    }

    /** What binds a sequence to the column that owns it. */
    Optional<OwnSequence> bond(Sequence sequence) {
        return sequence.owner().map(owner -> {
            Column<?> column = metadata.findTable(owner.table())
                    .orElseThrow(() -> new SchemaException("Sequence '" + sequence.qualifiedName()
                            + "' is owned by a column of table '" + owner.table() + "', which is not declared. "
                            + Wording.didYouMean(
                                    owner.table(),
                                    tables.keySet().stream()
                                            .map(Table::tableName)
                                            .toList())))
                    .column(owner.columns().get(0));
            return new OwnSequence(sequence, column);
        });
    }

    /** The index as it is created together with its table. */
    CreateIndex find(Index index) {
        return Stream.concat(
                        tables.values().stream().flatMap(plan -> plan.indexes().stream()),
                        viewIndexes.values().stream().flatMap(List::stream))
                .filter(created -> created.index().equals(index))
                .findFirst()
                .orElseThrow(
                        () -> new SchemaException("The index '" + index.name().orElse("")
                                + "' is of no table of this metadata. Pass the one that a table was declared with."));
    }
}

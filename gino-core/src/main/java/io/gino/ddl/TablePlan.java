/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Check;
import io.gino.schema.Column;
import io.gino.schema.Constraint;
import io.gino.schema.Exclusion;
import io.gino.schema.ForeignKey;
import io.gino.schema.Index;
import io.gino.schema.MetaData;
import io.gino.schema.Naming;
import io.gino.schema.PartitionOf;
import io.gino.schema.PrimaryKey;
import io.gino.schema.Table;
import io.gino.schema.Unique;
import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.FunctionCall;
import io.gino.sql.TableClause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One table with everything that belongs to it named and every foreign key resolved. */
final class TablePlan {

    private final Table table;
    private final List<NamedConstraint> constraints = new ArrayList<>();
    private final List<NamedConstraint> foreignKeys = new ArrayList<>();
    private final List<CreateIndex> indexes = new ArrayList<>();
    private final Set<Table> dependencies = new LinkedHashSet<>();

    TablePlan(MetaData metadata, Table table) {
        this.table = table;
        Names names = new Names(
                table.identifier(),
                metadata.naming(),
                Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name)));
        primaryKey().ifPresent(key -> constraints.add(named(names, Naming.Kind.PRIMARY_KEY, key, List.of())));
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key) {
                foreignKeys.add(foreignKey(names, key, metadata.resolve(table, key)));
            } else if (constraint instanceof Unique unique) {
                constraints.add(named(names, Naming.Kind.UNIQUE, unique, unique.columns()));
            } else if (constraint instanceof Check check) {
                constraints.add(named(names, Naming.Kind.CHECK, check, List.of()));
            } else if (constraint instanceof Exclusion exclusion) {
                constraints.add(named(names, Naming.Kind.EXCLUSION, exclusion, comparedNames(exclusion)));
            }
        }
        table.indexes().forEach(index -> indexes.add(index(table, names, index)));
        foreignKeys.forEach(key -> dependencies.add(target(key)));
        dependencies.remove(table);
        table.partitionOf().ifPresent(partition -> dependencies.add(partition.parent()));
    }

    /** The key as a constraint, but for a partition's, which it has from the partitioned table: whether it was declared as one or marked at its columns. */
    private Optional<PrimaryKey> primaryKey() {
        Optional<PrimaryKey> declared = table.constraints().stream()
                .filter(PrimaryKey.class::isInstance)
                .map(PrimaryKey.class::cast)
                .findFirst();
        List<String> columns = table.primaryKey().stream().map(Column::name).toList();
        return declared.isPresent() || columns.isEmpty() || table.partitionOf().isPresent()
                ? declared
                : Optional.of(new PrimaryKey(Optional.empty(), columns));
    }

    private static NamedConstraint named(Names names, Naming.Kind kind, Constraint constraint, List<String> parts) {
        return new NamedConstraint(names.name(constraint.name(), kind, parts), constraint, List.of());
    }

    private static NamedConstraint foreignKey(Names names, ForeignKey key, List<Column<?>> targets) {
        String target = targets.get(0).table().identifier().name();
        List<String> parts =
                Stream.concat(key.columns().stream(), Stream.of(target)).toList();
        return new NamedConstraint(names.name(key.name(), Naming.Kind.FOREIGN_KEY, parts), key, targets);
    }

    /** Without CONCURRENTLY, which is for indexes that are created by themselves. */
    static CreateIndex index(TableClause table, Names names, Index index) {
        List<String> parts = index.elements().stream()
                .map(element -> nameOf(element.expression()))
                .toList();
        return new CreateIndex(table, names.name(index.name(), Naming.Kind.INDEX, parts), index, false);
    }

    private static List<String> comparedNames(Exclusion exclusion) {
        return exclusion.elements().stream()
                .map(element -> nameOf(element.compared().expression()))
                .toList();
    }

    private static String nameOf(Expression<?> indexed) {
        return indexed instanceof ColumnClause<?> || indexed instanceof FunctionCall<?> ? indexed.resultName() : "expr";
    }

    Table table() {
        return table;
    }

    /** All but the foreign keys. */
    List<NamedConstraint> constraints() {
        return constraints;
    }

    List<NamedConstraint> foreignKeys() {
        return foreignKeys;
    }

    List<CreateIndex> indexes() {
        return indexes;
    }

    /** The tables that must exist before this one; itself is not among them. */
    Set<Table> dependencies() {
        return dependencies;
    }

    /** The table without which it cannot even be created without its foreign keys. */
    Optional<Table> parent() {
        return table.partitionOf().map(PartitionOf::parent);
    }

    static Table target(NamedConstraint foreignKey) {
        return foreignKey.targets().get(0).table();
    }

    /** What follows the table's creation: its indexes and comments. */
    List<Ddl> belongings() {
        List<Ddl> all = new ArrayList<>(indexes);
        table.comment().ifPresent(text -> all.add(new CommentOnTable(table, text)));
        for (Column<?> column : table.columns()) {
            column.options().comment().ifPresent(text -> all.add(new CommentOnColumn(column, text)));
        }
        return all;
    }
}

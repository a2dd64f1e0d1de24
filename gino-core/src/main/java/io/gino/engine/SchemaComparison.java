/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.ddl.SchemaPlan;
import io.gino.schema.Column;
import io.gino.schema.EnumType;
import io.gino.schema.ForeignKey;
import io.gino.schema.Index;
import io.gino.schema.IndexElement;
import io.gino.schema.MetaData;
import io.gino.schema.ReferenceAction;
import io.gino.schema.SchemaObject;
import io.gino.schema.Table;
import io.gino.schema.Unique;
import io.gino.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares what is declared with what the database has. Single-use. */
final class SchemaComparison {

    /** What PostgreSQL makes columns of, of the types that it has only for declarations. */
    private static final Map<String, String> SERIAL =
            Map.of("smallserial", "smallint", "serial", "integer", "bigserial", "bigint");

    private static final Pattern MODIFIERS = Pattern.compile("\\(([^)]*)\\)");

    private final MetaData metadata;
    private final SchemaPlan plan;
    private final SchemaCatalog catalog;
    private final List<SchemaDifference> differences = new ArrayList<>();

    SchemaComparison(MetaData metadata, SchemaPlan plan, SchemaCatalog catalog) {
        this.metadata = metadata;
        this.plan = plan;
        this.catalog = catalog;
    }

    List<SchemaDifference> compare(Collection<SchemaObject> objects) {
        for (SchemaObject object : objects) {
            if (catalog.oid(object).isEmpty()) {
                differ(object, "%s '%s' is missing.".formatted(object.kind().title(), object.qualifiedName()));
            } else if (object instanceof Table table) {
                table(table);
            } else if (object instanceof EnumType<?> type) {
                labels(type);
            }
        }
        return differences;
    }

    private void differ(SchemaObject object, String message) {
        differences.add(new SchemaDifference(object, message));
    }

    private void labels(EnumType<?> type) {
        List<String> found = catalog.labels(type);
        type.labels().stream()
                .filter(label -> !found.contains(label))
                .forEach(label ->
                        differ(type, "Enum type '%s' lacks the label '%s'.".formatted(type.qualifiedName(), label)));
    }

    private void table(Table table) {
        Map<String, SchemaCatalog.FoundColumn> found = catalog.columns(table);
        for (Column<?> column : table.columns()) {
            SchemaCatalog.FoundColumn there = found.get(column.name());
            if (there == null) {
                differ(table, "Column '%s' is missing.".formatted(column));
            } else {
                type(table, column, there);
                nullability(table, column, there);
            }
        }
        undeclared(table, found.values());
        primaryKey(table);
        table.constraints().stream()
                .filter(Unique.class::isInstance)
                .forEach(unique -> unique(table, ((Unique) unique).columns()));
        table.foreignKeys().forEach(key -> foreignKey(table, key));
        table.indexes().forEach(index -> index(table, index));
    }

    private void type(Table table, Column<?> column, SchemaCatalog.FoundColumn there) {
        String declared = column.type().name();
        Optional<String> base = Optional.ofNullable(SERIAL.get(declared.toLowerCase(Locale.ROOT)))
                .or(() -> catalog.type(declared));
        if (base.isEmpty()) {
            differ(
                    table,
                    "Column '%s' is %s in the database, and %s as declared, a type that the database does not have."
                            .formatted(column, there.type(), declared));
        } else if (!base.get().equals(there.base())
                || !modifiers(base.get(), declared).equals(modifiers(there.base(), there.type()))) {
            differ(
                    table,
                    "Column '%s' is %s in the database, and %s as declared.".formatted(column, there.type(), declared));
        }
    }

    /** Length, precision and the like, all of them said. */
    private static String modifiers(String base, String type) {
        Matcher matcher = MODIFIERS.matcher(type);
        String said = matcher.find() ? matcher.group(1).replace(" ", "").toLowerCase(Locale.ROOT) : "";
        return switch (base) {
            case "character", "bit" -> said.isEmpty() ? "1" : said;
            case "numeric" -> said.isEmpty() || said.contains(",") ? said : said + ",0";
            default -> said;
        };
    }

    private void nullability(Table table, Column<?> column, SchemaCatalog.FoundColumn there) {
        boolean notNull = !column.nullable() || table.primaryKey().contains(column);
        if (notNull && !there.notNull()) {
            differ(table, "Column '%s' can be NULL in the database, and is NOT NULL as declared.".formatted(column));
        } else if (!notNull && there.notNull()) {
            differ(table, "Column '%s' is NOT NULL in the database, and can be NULL as declared.".formatted(column));
        }
    }

    /** Columns of others do not disturb, unless they want a value that nobody gives. */
    private void undeclared(Table table, Collection<SchemaCatalog.FoundColumn> found) {
        for (SchemaCatalog.FoundColumn there : found) {
            if (table.findColumn(there.name()).isEmpty() && there.notNull() && !there.hasDefault()) {
                differ(
                        table,
                        ("Column '%s.%s' is NOT NULL without a default in the database, and not declared: no row can be"
                                        + " inserted.")
                                .formatted(table.tableName(), there.name()));
            }
        }
    }

    private void primaryKey(Table table) {
        List<String> declared = table.primaryKey().stream().map(Column::name).toList();
        List<String> there = catalog.indexes(table).stream()
                .filter(SchemaCatalog.FoundIndex::primary)
                .findFirst()
                .map(SchemaCatalog.FoundIndex::columns)
                .orElse(List.of());
        if (!declared.equals(there)) {
            differ(
                    table,
                    "The primary key of '%s' is %s in the database, and %s as declared."
                            .formatted(table.tableName(), listed(there), listed(declared)));
        }
    }

    private static String listed(List<String> columns) {
        return columns.isEmpty() ? "none" : "(" + String.join(", ", columns) + ")";
    }

    private void unique(Table table, List<String> columns) {
        Set<String> declared = new HashSet<>(columns);
        boolean isThere = catalog.indexes(table).stream()
                .anyMatch(index -> index.unique() && new HashSet<>(index.columns()).equals(declared));
        if (!isThere) {
            differ(
                    table,
                    "Table '%s' lacks the unique constraint over %s.".formatted(table.tableName(), listed(columns)));
        }
    }

    private void foreignKey(Table table, ForeignKey key) {
        List<Column<?>> targets = metadata.resolve(table, key);
        Table target = targets.get(0).table();
        List<String> targetNames = targets.stream().map(Column::name).toList();
        List<String> all =
                Stream.concat(key.columns().stream(), targetNames.stream()).toList();
        Optional<SchemaCatalog.FoundKey> there = catalog.foreignKeys(table).stream()
                .filter(found -> found.columns().equals(all)
                        && Optional.of(found.target()).equals(catalog.oid(target)))
                .findFirst();
        if (there.isEmpty()) {
            differ(
                    table,
                    "Table '%s' lacks the foreign key from %s to '%s' %s."
                            .formatted(
                                    table.tableName(), listed(key.columns()), target.tableName(), listed(targetNames)));
        } else if (action(there.get().onDelete()) != key.onDelete()) {
            differ(
                    table,
                    "The foreign key of '%s' %s says ON DELETE %s in the database, and ON DELETE %s as declared."
                            .formatted(
                                    table.tableName(),
                                    listed(key.columns()),
                                    action(there.get().onDelete()).sql(),
                                    key.onDelete().sql()));
        }
    }

    private static ReferenceAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferenceAction.RESTRICT;
            case "c" -> ReferenceAction.CASCADE;
            case "n" -> ReferenceAction.SET_NULL;
            case "d" -> ReferenceAction.SET_DEFAULT;
            default -> ReferenceAction.NO_ACTION;
        };
    }

    /** By its columns, whatever its name is; one with expressions by its name, since those cannot be compared. */
    private void index(Table table, Index index) {
        List<String> columns = index.elements().stream()
                .map(IndexElement::column)
                .flatMap(Optional::stream)
                .toList();
        boolean isOfColumns = columns.size() == index.elements().size();
        Identifier name = plan.create(index).name();
        boolean isThere = catalog.indexes(table).stream()
                .anyMatch(found -> isOfColumns
                        ? isLike(index, columns, found)
                        : found.name().equals(name.name()));
        if (!isThere) {
            differ(
                    table,
                    "Table '%s' lacks the %sindex %s."
                            .formatted(
                                    table.tableName(),
                                    index.uniqueness() == Index.Uniqueness.NOT_UNIQUE ? "" : "unique ",
                                    isOfColumns ? "over " + listed(columns) : "'" + name.name() + "'"));
        }
    }

    private static boolean isLike(Index index, List<String> columns, SchemaCatalog.FoundIndex found) {
        boolean isUnique = index.uniqueness() != Index.Uniqueness.NOT_UNIQUE;
        return found.columns().equals(columns)
                && found.method().equals(index.method().orElse("btree"))
                && (!isUnique || found.unique() || index.where().isPresent());
    }
}

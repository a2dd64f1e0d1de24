/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.schema.SchemaObject;
import io.gino.schema.Table;
import io.gino.sql.Sql;
import io.gino.sql.Text;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the database has of all that is declared, read in one statement. Filled by one thread, then only read. */
final class SchemaCatalog {

    /** Lines of texts; the first says what a line tells of, the second of which declared object. */
    private static final String LINES = "WITH declared AS (SELECT kind, name, CASE"
            + " WHEN kind = 'schema' THEN to_regnamespace(name)::oid"
            + " WHEN kind = 'extension' THEN (SELECT oid FROM pg_extension WHERE extname = name)"
            + " WHEN kind IN ('enum type', 'domain') THEN to_regtype(name)::oid ELSE to_regclass(name)::oid END AS oid"
            + " FROM unnest(:kinds, :names) AS declared (kind, name)),"
            + " relations AS (SELECT name, oid FROM declared WHERE kind = 'table' AND oid IS NOT NULL)"
            + " SELECT ARRAY['object', kind || ' ' || name, oid::text] FROM declared WHERE oid IS NOT NULL"
            + " UNION ALL SELECT ARRAY['type', name, format_type(to_regtype(name), NULL)]"
            + " FROM unnest(:types) AS declared (name)"
            + " UNION ALL SELECT ARRAY['column', name, attname::text, format_type(atttypid, NULL),"
            + " format_type(atttypid, atttypmod), attnotnull::text, (atthasdef OR attidentity <> '')::text]"
            + " FROM relations JOIN pg_attribute ON attrelid = oid WHERE attnum > 0 AND NOT attisdropped"
            + " UNION ALL SELECT ARRAY['label', kind || ' ' || name, enumlabel::text] FROM declared"
            + " JOIN pg_enum ON enumtypid = declared.oid WHERE kind = 'enum type'"
            + " UNION ALL SELECT ARRAY['foreign key', name, confrelid::text, confdeltype::text]"
            + " || ARRAY(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS k (number, place)"
            + " JOIN pg_attribute ON attrelid = conrelid AND attnum = number ORDER BY place)"
            + " || ARRAY(SELECT attname::text FROM unnest(confkey) WITH ORDINALITY AS k (number, place)"
            + " JOIN pg_attribute ON attrelid = confrelid AND attnum = number ORDER BY place)"
            + " FROM relations JOIN pg_constraint ON conrelid = relations.oid WHERE contype = 'f'"
            + " UNION ALL SELECT ARRAY['index', name, relname::text, indisprimary::text,"
            + " (indisunique AND indpred IS NULL)::text, amname::text]"
            + " || ARRAY(SELECT coalesce((SELECT attname::text FROM pg_attribute WHERE attrelid = indrelid"
            + " AND attnum = number AND number <> 0), '') FROM unnest(indkey::int2[]) WITH ORDINALITY AS k (number, place)"
            + " WHERE place <= indnkeyatts ORDER BY place)"
            + " FROM relations JOIN pg_index ON indrelid = relations.oid JOIN pg_class i ON i.oid = indexrelid"
            + " JOIN pg_am ON pg_am.oid = i.relam WHERE indisvalid";

    private final Map<String, String> oids = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Map<String, FoundColumn>> columns = new HashMap<>();
    private final Map<String, List<String>> labels = new HashMap<>();
    private final Map<String, List<FoundKey>> foreignKeys = new HashMap<>();
    private final Map<String, List<FoundIndex>> indexes = new HashMap<>();

    /**
     * A column as it is.
     *
     * @param base its type without length and precision
     * @param type its type with them
     */
    record FoundColumn(String name, String base, String type, boolean notNull, boolean hasDefault) {}

    /**
     * A foreign key as it is.
     *
     * @param target the object identifier of the table that it leads to
     * @param onDelete PostgreSQL's letter for what becomes of the row
     * @param columns the columns, and after them those that they lead to
     */
    record FoundKey(String target, String onDelete, List<String> columns) {}

    /**
     * An index as it is.
     *
     * @param unique whether no two rows of the table are the same in it
     * @param columns in their order; empty for an expression
     */
    record FoundIndex(String name, boolean primary, boolean unique, String method, List<String> columns) {}

    private SchemaCatalog() {}

    static Mono<SchemaCatalog> read(Verbs verbs, Collection<SchemaObject> objects) {
        List<String> types = objects.stream()
                .filter(Table.class::isInstance)
                .flatMap(table -> ((Table) table).columns().stream())
                .map(column -> column.type().name())
                .distinct()
                .toList();
        Text<List<String>> lines = Sql.text(LINES)
                .bind(
                        "kinds",
                        Types.TEXT.array(),
                        objects.stream().map(object -> object.kind().word()).toList())
                .bind(
                        "names",
                        Types.TEXT.array(),
                        objects.stream().map(SchemaOperations::sought).toList())
                .bind("types", Types.TEXT.array(), types)
                .read(Types.TEXT.array());
        return verbs.all(lines).collect(SchemaCatalog::new, SchemaCatalog::add);
    }

    private void add(List<String> line) {
        String of = line.get(1);
        switch (line.get(0)) {
            case "object" -> oids.put(of, line.get(2));
            case "type" -> putIfThere(types, of, line.get(2));
            case "column" ->
                columns.computeIfAbsent(of, key -> new LinkedHashMap<>()).put(line.get(2), column(line));
            case "label" -> labels.computeIfAbsent(of, key -> new ArrayList<>()).add(line.get(2));
            case "foreign key" ->
                foreignKeys
                        .computeIfAbsent(of, key -> new ArrayList<>())
                        .add(new FoundKey(line.get(2), line.get(3), line.subList(4, line.size())));
            default ->
                indexes.computeIfAbsent(of, key -> new ArrayList<>())
                        .add(new FoundIndex(
                                line.get(2),
                                Boolean.parseBoolean(line.get(3)),
                                Boolean.parseBoolean(line.get(4)),
                                line.get(5),
                                line.subList(6, line.size())));
        }
    }

    private static void putIfThere(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static FoundColumn column(List<String> line) {
        return new FoundColumn(
                line.get(2),
                line.get(3),
                line.get(4),
                Boolean.parseBoolean(line.get(5)),
                Boolean.parseBoolean(line.get(6)));
    }

    private static String key(SchemaObject object) {
        return object.kind().word() + " " + SchemaOperations.sought(object);
    }

    Optional<String> oid(SchemaObject object) {
        return Optional.ofNullable(oids.get(key(object)));
    }

    /** The name by which PostgreSQL knows a type that was declared by this one; empty when it has no such type. */
    Optional<String> type(String declared) {
        return Optional.ofNullable(types.get(declared));
    }

    Map<String, FoundColumn> columns(Table table) {
        return columns.getOrDefault(SchemaOperations.sought(table), Map.of());
    }

    List<String> labels(SchemaObject type) {
        return labels.getOrDefault(key(type), List.of());
    }

    List<FoundKey> foreignKeys(Table table) {
        return foreignKeys.getOrDefault(SchemaOperations.sought(table), List.of());
    }

    List<FoundIndex> indexes(Table table) {
        return indexes.getOrDefault(SchemaOperations.sought(table), List.of());
    }
}

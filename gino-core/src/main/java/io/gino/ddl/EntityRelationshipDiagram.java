/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Column;
import io.gino.schema.ForeignKey;
import io.gino.schema.MetaData;
import io.gino.schema.PrimaryKey;
import io.gino.schema.Table;
import io.gino.schema.Unique;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of a metadata and what they refer to, as a picture: for documentation and for those who look at a running
 * application.
 *
 * @since 0.1.0
 */
public record EntityRelationshipDiagram(MetaData metadata) {

    /** As <a href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">Mermaid</a> and GitHub draw it. */
    public String mermaid() {
        StringBuilder out = new StringBuilder("erDiagram\n");
        metadata.tables().forEach(table -> entity(out, table));
        metadata.tables().forEach(table -> table.foreignKeys().forEach(key -> relationship(out, table, key)));
        return out.toString();
    }

    private static void entity(StringBuilder out, Table table) {
        out.append("    ").append(quoted(table.tableName())).append(" {\n");
        for (Column<?> column : table.columns()) {
            out.append("        ")
                    .append(word(column.type().name()))
                    .append(' ')
                    .append(word(column.name()))
                    .append(keys(table, column))
                    .append('\n');
        }
        out.append("    }\n");
    }

    private static String keys(Table table, Column<?> column) {
        StringBuilder keys = new StringBuilder();
        if (table.primaryKey().contains(column)) {
            keys.append(", PK");
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))) {
            keys.append(", FK");
        }
        if (isUnique(table, List.of(column.name())) && !table.primaryKey().equals(List.of(column))) {
            keys.append(", UK");
        }
        return keys.isEmpty() ? "" : keys.substring(1);
    }

    /** From the table that is referred to. */
    private static void relationship(StringBuilder out, Table table, ForeignKey key) {
        boolean isOptional =
                key.columns().stream().anyMatch(name -> table.column(name).nullable());
        out.append("    ")
                .append(quoted(key.target().get().table()))
                .append(isOptional ? " |o--" : " ||--")
                .append(isUnique(table, key.columns()) ? "o| " : "o{ ")
                .append(quoted(table.tableName()))
                .append(" : ")
                .append(quoted(String.join(", ", key.columns())))
                .append('\n');
    }

    /** Whether two rows cannot have the same values in these columns. */
    private static boolean isUnique(Table table, List<String> names) {
        Set<String> columns = Set.copyOf(names);
        Set<String> key = table.primaryKey().stream().map(Column::name).collect(Collectors.toSet());
        return (!key.isEmpty() && columns.containsAll(key))
                || (names.size() == 1 && table.column(names.get(0)).options().unique())
                || table.constraints().stream()
                        .filter(constraint -> constraint instanceof Unique || constraint instanceof PrimaryKey)
                        .anyMatch(constraint -> columns.containsAll(columns(constraint)));
    }

    private static List<String> columns(Object constraint) {
        return constraint instanceof Unique unique ? unique.columns() : ((PrimaryKey) constraint).columns();
    }

    private static String quoted(String text) {
        return '"' + text.replace('"', '\'') + '"';
    }

    /** Types and attributes are words of letters, digits, brackets and some signs, without blanks. */
    private static String word(String text) {
        String word = text.replaceAll("[^\\p{L}\\p{N}_()\\[\\]-]+", "_");
        return Character.isLetter(word.charAt(0)) ? word : "_" + word;
    }
}

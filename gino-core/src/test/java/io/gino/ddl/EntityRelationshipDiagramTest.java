/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMPTZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import org.junit.jupiter.api.Test;

class EntityRelationshipDiagramTest {

    private final MetaData metadata = new MetaData();

    private String mermaid() {
        return new EntityRelationshipDiagram(metadata).mermaid();
    }

    @Test
    void drawsTablesWithTheirKeysAndWhatTheyReferTo() {
        metadata.table(
                "teams",
                Column.of("id", BIGINT).primaryKey(),
                Column.of("name", TEXT).notNull().unique());
        metadata.table(
                "users",
                Column.of("id", BIGINT).primaryKey(),
                Column.of("team_id", BIGINT).references("teams.id"),
                Column.of("born", TIMESTAMPTZ),
                Column.of("nicknames", TEXT.array()));

        assertThat(mermaid()).isEqualTo("""
                        erDiagram
                            "teams" {
                                bigint id PK
                                text name UK
                            }
                            "users" {
                                bigint id PK
                                bigint team_id FK
                                timestamptz born
                                text[] nicknames
                            }
                            "teams" |o--o{ "users" : "team_id"
                        """);
    }

    @Test
    void tellsOneFromMany() {
        metadata.table("users", Column.of("id", BIGINT).primaryKey());
        metadata.table(
                "profiles",
                Column.of("user_id", BIGINT).primaryKey().references("users.id"),
                Column.of("friend_id", BIGINT).notNull().unique().references("users.id"),
                Column.of("boss_id", BIGINT).notNull().references("users.id"));

        assertThat(mermaid()).endsWith("""
                            "users" ||--o| "profiles" : "user_id"
                            "users" ||--o| "profiles" : "friend_id"
                            "users" ||--o{ "profiles" : "boss_id"
                        """);
    }

    @Test
    void drawsNamesThatAreNoWords() {
        metadata.table("my app.order items", Column.of("2nd choice", INTEGER));

        assertThat(mermaid()).isEqualTo("""
                        erDiagram
                            "my app.order items" {
                                integer _2nd_choice
                            }
                        """);
    }

    @Test
    void drawsNothingOfNoTables() {
        assertThat(mermaid()).isEqualTo("erDiagram\n");
    }
}

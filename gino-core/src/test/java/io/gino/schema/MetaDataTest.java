/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import static io.gino.schema.Schema.column;
import static io.gino.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetaDataTest {

    private final MetaData metadata = new MetaData();

    @Test
    void keepsTablesInTheOrderOfTheirDeclaration() {
        Table b = metadata.table("b", column("id", BIGINT));
        Table a = metadata.table("a", column("id", BIGINT));

        assertThat(metadata.tables()).containsExactly(b, a);
    }

    @Test
    void findsTablesBySchemaAndName() {
        Table users = metadata.table("app.users", column("id", BIGINT));

        assertThat(metadata.findTable("app.users")).containsSame(users);
        assertThat(metadata.findTable("users")).isEmpty();
    }

    @Test
    void rejectsTwoTablesOfOneName() {
        metadata.table("users", column("id", BIGINT));

        assertThatThrownBy(() -> metadata.table("users", column("id", BIGINT)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 'users' is declared twice in one metadata. Name one of them otherwise, or"
                        + " declare it in another metadata.");
    }

    @Test
    void takesTheSameTableTwice() {
        Table users = Table.of("users", List.of(column("id", BIGINT)));

        assertThat(metadata.add(users)).isSameAs(metadata.add(users));
        assertThat(metadata.tables()).hasSize(1);
    }

    @Test
    void takesTablesOfOneNameInTwoSchemas() {
        metadata.table("a.users", column("id", BIGINT));
        metadata.table("b.users", column("id", BIGINT));

        assertThat(metadata.tables()).hasSize(2);
    }
}

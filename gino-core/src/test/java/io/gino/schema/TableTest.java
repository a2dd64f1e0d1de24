/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.foreignKey;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.primaryKey;
import static io.gino.schema.Schema.unique;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private final MetaData metadata = new MetaData();

    @Test
    void findsItsColumnsByNameAndType() {
        Column<String> name = column("name", TEXT);
        Table table = metadata.table("t", name);

        assertThat(table.column("name")).isSameAs(name);
        assertThat(table.column("name", TEXT)).isSameAs(name);
        assertThat(name.table()).isSameAs(table);
    }

    @Test
    void saysWhichColumnsItHas() {
        Table table = metadata.table("users", column("id", BIGINT), column("name", TEXT), column("fullname", TEXT));

        assertThatThrownBy(() -> table.column("nmae"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 'users' has no column 'nmae'. Did you mean 'name'? It has: id, name, fullname.");
    }

    @Test
    void rejectsColumnsOfAnotherType() {
        Table table = metadata.table("users", column("id", BIGINT));

        assertThatThrownBy(() -> table.column("id", Types.INTEGER))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Column 'users.id' is a Long in Java, not a Integer.");
    }

    @Test
    void rejectsTwoColumnsOfOneName() {
        assertThatThrownBy(() -> metadata.table("t", column("a", TEXT), column("a", BIGINT)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 't' has two columns named 'a'.");
    }

    @Test
    void rejectsTablesWithoutColumns() {
        assertThatThrownBy(() -> metadata.table("app.t", primaryKey("a")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 'app.t' has no columns.");
    }

    @Test
    void rejectsAColumnOfAnotherTable() {
        Column<String> name = column("name", TEXT);
        metadata.table("a", name);

        assertThatThrownBy(() -> metadata.table("b", name))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Column 'name' already belongs to table 'a' and cannot join 'b'."
                        + " Declare another column for it.");
    }

    @Test
    void rejectsTwoPrimaryKeys() {
        assertThatThrownBy(() -> metadata.table("t", column("a", TEXT).primaryKey(), primaryKey("a")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 't' has more than one primary key.");
    }

    @Test
    void rejectsKeysOfColumnsThatItDoesNotHave() {
        String message = "Table 't' has no column 'b'. Did you mean 'a'? It has: a.";

        assertThatThrownBy(() -> metadata.table("t", column("a", TEXT), primaryKey("b")))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> metadata.table("t", column("a", TEXT), unique("b")))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> metadata.table("t", column("a", TEXT), index().on("b")))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> metadata.table("t", column("a", TEXT), foreignKey(List.of("b"), "t", List.of("a"))))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
    }

    @Test
    void rejectsKeysWithoutColumns() {
        assertThatThrownBy(() -> unique())
                .isInstanceOf(SchemaException.class)
                .hasMessage("A unique constraint needs at least one column.");
        assertThatThrownBy(() -> primaryKey())
                .isInstanceOf(SchemaException.class)
                .hasMessage("A primary key needs at least one column.");
        assertThatThrownBy(() -> foreignKey(List.of(), "t", List.of()))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A foreign key needs at least one column.");
    }

    @Test
    void rejectsIndexesWithoutColumns() {
        assertThatThrownBy(() -> metadata.table("t", column("a", TEXT), index("i")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The index 'i' of table 't' has no columns. Add on(…).");
    }

    @Test
    void rejectsActionsWithoutAForeignKey() {
        assertThatThrownBy(() -> column("a", BIGINT).onDelete(ReferenceAction.CASCADE))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Column 'a' has no foreign key for onDelete. Call references(…) first.");
    }

    @Test
    void rejectsForeignKeysThatNameNoColumn() {
        assertThatThrownBy(() -> column("a", BIGINT).references("users"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A foreign key leads to 'table.column' or 'schema.table.column'; got 'users'.");
    }

    @Test
    void rejectsColumnsThatBelongToNoTableYet() {
        assertThatThrownBy(() -> column("a", BIGINT).table())
                .isInstanceOf(SchemaException.class)
                .hasMessage("Column 'a' belongs to no table yet. Declare a table with it first.");
    }

    @Test
    void numbersOnlyAPlainIntegerKey() {
        Column<Long> plain = column("id", BIGINT).primaryKey();
        Column<Long> referring = column("id", BIGINT).primaryKey().references("a.id");
        Column<Long> given = column("id", BIGINT).primaryKey().clientDefault(() -> 1L);
        Column<String> text = column("id", TEXT).primaryKey();
        metadata.table("a", plain);
        metadata.table("b", referring);
        metadata.table("c", given);
        metadata.table("d", text);

        assertThat(List.of(plain, referring, given, text).stream().map(Column::isIdentity))
                .containsExactly(true, false, false, false);
    }
}

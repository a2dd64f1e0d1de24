/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.domain;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.compile.PostgresCompiler;
import io.gino.error.SchemaException;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Schema;
import io.gino.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that PostgreSQL could not keep apart, or not keep at all, are found before anything is sent. */
class NamesTest {

    private final MetaData metadata = new MetaData();

    private void assertThatPlanFails(String message) {
        assertThatThrownBy(() -> SchemaPlan.of(metadata))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
    }

    private List<String> names() {
        return SchemaPlan.of(metadata).createAll().stream()
                .filter(CreateIndex.class::isInstance)
                .map(create -> ((CreateIndex) create).name().name())
                .toList();
    }

    @Test
    void rejectsIndexesOfOneNameInTwoTables() {
        metadata.table("a", column("b_c", TEXT).indexed());
        metadata.table("a_b", column("c", TEXT).indexed());

        assertThatPlanFails("The name 'ix_a_b_c' is given twice: to an index of 'a' and to an index of 'a_b'."
                + " Name one of them otherwise.");
    }

    @Test
    void rejectsIndexesNamedLikeTables() {
        metadata.table("app.users", column("id", BIGINT), index("orders").on("id"));
        metadata.table("app.orders", column("id", BIGINT));

        assertThatPlanFails("The name 'app.orders' is given twice: to table 'app.orders' and to an index of"
                + " 'app.users'. Name one of them otherwise.");
    }

    @Test
    void rejectsKeysNamedLikeIndexesOfOtherTables() {
        metadata.table("a", column("id", BIGINT).primaryKey(), index("uq_b_x").on("id"));
        metadata.table("b", column("x", TEXT).unique());

        assertThatPlanFails("The name 'uq_b_x' is given twice: to an index of 'a' and to a constraint of 'b'."
                + " Name one of them otherwise.");
    }

    @Test
    void rejectsSequencesAndViewsNamedLikeTables() {
        Column<Long> id = column("id", BIGINT);
        Table table = metadata.table("t", id);
        metadata.sequence("s");
        metadata.view("s", select(id).from(table));

        assertThatPlanFails(
                "The name 's' is given twice: to sequence 's' and to view 's'." + " Name one of them otherwise.");
    }

    @Test
    void rejectsTypesNamedLikeTables() {
        metadata.enumType("mood", "SAD");
        metadata.table("mood", column("id", BIGINT));

        assertThatPlanFails("The name 'mood' is given twice: to enum type 'mood' and to table 'mood'."
                + " Name one of them otherwise.");
    }

    @Test
    void rejectsDomainsNamedLikeEnumTypes() {
        metadata.enumType("mood", "SAD");
        metadata.add(domain("mood", TEXT));

        assertThatPlanFails("The name 'mood' is given twice: to enum type 'mood' and to domain 'mood'."
                + " Name one of them otherwise.");
    }

    @Test
    void rejectsTwoConstraintsOfOneNameOnOneTable() {
        Column<Integer> a = column("a", INTEGER);
        metadata.table("t", a, check("one", a.gt(0)), unique("a").named("one"));

        assertThatPlanFails("The name 'one' is given twice: to a constraint of 't' and to a constraint of 't'."
                + " Name one of them otherwise.");
    }

    @Test
    void takesOneNameInTwoSchemasAndForChecksOfTwoTables() {
        metadata.table(
                "a.t",
                column("x", INTEGER).indexed(),
                check("c", column("x", INTEGER).gt(0)));
        metadata.table(
                "b.t",
                column("x", INTEGER).indexed(),
                check("c", column("x", INTEGER).gt(0)));
        metadata.sequence("c");
        metadata.enumType("e", "x");
        metadata.sequence("e");

        assertThat(names()).containsExactly("ix_t_x", "ix_t_x");
    }

    @Test
    void cutsLongNamesSoThatTheyStayApart() {
        String long1 = "ä😀".repeat(9);
        metadata.table(
                "bücher_".repeat(6),
                column(long1, TEXT).indexed(),
                column(long1 + "1", TEXT).indexed(),
                column("x", TEXT),
                index().on(long1),
                index().on(long1));

        assertThat(names())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allSatisfy(name ->
                        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(63));
    }

    @Test
    void rejectsNamesThatNobodyCanSpell() {
        assertThatThrownBy(() -> metadata.sequence(""))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A name in SQL cannot be empty.");
        assertThatThrownBy(() -> metadata.extension("a\0b"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A name in SQL cannot hold the NUL character; got 'a?b'.");
        assertThatThrownBy(() -> metadata.domain("app." + "x".repeat(70), TEXT))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The name '" + "x".repeat(70) + "' has 70 bytes; PostgreSQL keeps 63. Shorten it.");
        metadata.table("t", column("x", TEXT), unique("x").named("n".repeat(64)));
        assertThatPlanFails("The name '" + "n".repeat(64) + "' has 64 bytes; PostgreSQL keeps 63. Shorten it.");
    }

    @Test
    void rejectsNamingsThatNameNothing() {
        MetaData unnamed = new MetaData((kind, table, parts) -> "");
        unnamed.table("a", column("b_id", BIGINT).references("b.id"));
        unnamed.table("b", column("id", BIGINT), column("a_id", BIGINT).references("a.b_id"));

        assertThatThrownBy(() -> SchemaPlan.of(unnamed))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "The naming has no name for the foreign key from 'a' (b_id) to 'b', without which it could not"
                                + " be dropped. Give it one: named(…).");
        MetaData keyless = new MetaData((kind, table, parts) -> "");
        keyless.table("a", column("id", BIGINT).indexed());
        assertThatThrownBy(() -> SchemaPlan.of(keyless))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The naming has no name for the index of 'a' (id), without which it could not be dropped."
                        + " Give it one: named(…).");
    }

    @Test
    void rejectsLabelsThatAreTwice() {
        assertThatThrownBy(() -> metadata.enumType("mood", "SAD", "SAD"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Enum type 'mood' has the label 'SAD' twice.");
        assertThatThrownBy(() -> metadata.enumType("mood", "x".repeat(64)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A label of an enum type has at most 63 bytes, none of them NUL; enum type 'mood' has '"
                        + "x".repeat(64) + "'.");
    }

    @Test
    void rejectsViewsWithTwoColumnsOfOneName() {
        Column<Long> id = column("id", BIGINT);
        Table table = metadata.table("t", id);

        assertThatThrownBy(() ->
                        metadata.view("v", select(id, id.plus(1L).as("id")).from(table)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The view 'v' selects several columns named 'id'. Give each its own name with as(…).");
        assertThatThrownBy(() -> metadata.materializedView("v", select(id).from(table), index().on("ids")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The view 'v' has no column 'ids'. Did you mean 'id'? It has: id.");
    }

    @Test
    void rejectsSequencesThatNobodyOwns() {
        metadata.add(Schema.sequence("s").ownedBy("t.id"));

        assertThatThrownBy(() -> SchemaPlan.of(metadata).createAll())
                .isInstanceOf(SchemaException.class)
                .hasMessage("Sequence 's' is owned by a column of table 't', which is not declared. It has: none.");
    }

    @Test
    void rejectsTwoOfAKindAndName() {
        metadata.sequence("s");

        assertThat(metadata.sequence("s")).isNotNull();
        assertThatThrownBy(() -> metadata.add(Schema.sequence("s").start(7)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Sequence 's' is declared twice in one metadata. Name one of them otherwise, or"
                        + " declare it in another metadata.");
        assertThat(new PostgresCompiler().script(SchemaPlan.of(metadata).createAll()))
                .isEqualTo("CREATE SEQUENCE s;\n");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.foreignKey;
import static io.gino.schema.Schema.index;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.compile.PostgresCompiler;
import io.gino.error.SchemaException;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.schema.TableItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchemaPlanTest {

    private final MetaData metadata = new MetaData();

    /** A table that refers to the key of each of these. */
    private Table table(String name, String... targets) {
        List<TableItem> items = new ArrayList<>(List.of(column("id", BIGINT).primaryKey()));
        for (String target : targets) {
            items.add(column(target.replace('.', '_') + "_id", BIGINT).references(target + ".id"));
        }
        return metadata.table(name, items.toArray(TableItem[]::new));
    }

    /** The statements, shortened to what they do to which table. */
    private static List<String> shortened(List<Ddl> statements) {
        return statements.stream()
                .map(new PostgresCompiler()::compile)
                .map(sql -> sql.replaceAll(" (\\(|FOREIGN|IS '|IF NOT EXISTS|IF EXISTS).*", ""))
                .toList();
    }

    private List<String> created() {
        return shortened(SchemaPlan.of(metadata).createAll());
    }

    private List<String> dropped() {
        return shortened(SchemaPlan.of(metadata).dropAll());
    }

    @Test
    void createsTablesAsDeclaredWhereForeignKeysLeaveItFree() {
        table("c");
        table("a");
        table("b", "a");

        assertThat(created()).containsExactly("CREATE TABLE c", "CREATE TABLE a", "CREATE TABLE b");
    }

    @Test
    void createsTablesAfterThoseThatTheyReferTo() {
        table("a", "b", "c");
        table("b", "c");
        table("c");

        assertThat(created()).containsExactly("CREATE TABLE c", "CREATE TABLE b", "CREATE TABLE a");
    }

    @Test
    void dropsInTheReverseOrder() {
        table("a", "b");
        table("b");

        assertThat(dropped()).containsExactly("DROP TABLE a", "DROP TABLE b");
    }

    @Test
    void keepsSelfReferencesInTheTable() {
        table("a", "a");

        assertThat(created()).containsExactly("CREATE TABLE a");
        assertThat(dropped()).containsExactly("DROP TABLE a");
    }

    @Test
    void addsTheForeignKeyThatClosesACircleLast() {
        table("a", "b");
        table("b", "a");
        table("d", "a");

        assertThat(created())
                .containsExactly(
                        "CREATE TABLE a",
                        "CREATE TABLE b",
                        "CREATE TABLE d",
                        "ALTER TABLE a ADD CONSTRAINT fk_a_b_id_b");
        assertThat(dropped())
                .containsExactly("ALTER TABLE a DROP CONSTRAINT", "DROP TABLE d", "DROP TABLE b", "DROP TABLE a");
    }

    @Test
    void breaksALongCircleOnce() {
        table("a", "b");
        table("b", "c");
        table("c", "a");

        assertThat(created())
                .containsExactly(
                        "CREATE TABLE a",
                        "CREATE TABLE c",
                        "CREATE TABLE b",
                        "ALTER TABLE a ADD CONSTRAINT fk_a_b_id_b");
    }

    @Test
    void breaksNoForeignKeyThatOnlyLeadsToACircle() {
        table("visitor", "a");
        table("a", "b");
        table("b", "a");

        assertThat(created())
                .containsExactly(
                        "CREATE TABLE a",
                        "CREATE TABLE visitor",
                        "CREATE TABLE b",
                        "ALTER TABLE a ADD CONSTRAINT fk_a_b_id_b");
    }

    @Test
    void ordersAnyGraph() {
        Random random = new Random(42);
        for (int round = 0; round < 100; round++) {
            MetaData graph = new MetaData();
            for (int i = 0; i < 12; i++) {
                List<TableItem> items =
                        new ArrayList<>(List.of(column("id", BIGINT).primaryKey()));
                for (int key = 0; key < random.nextInt(4); key++) {
                    items.add(column("c" + key, BIGINT).references("t" + random.nextInt(12) + ".id"));
                }
                graph.table("t" + i, items.toArray(TableItem[]::new));
            }
            requireRunnable(SchemaPlan.of(graph), graph);
        }
    }

    private static void requireRunnable(SchemaPlan plan, MetaData graph) {
        List<Table> present = new ArrayList<>();
        List<NamedConstraint> keys = new ArrayList<>();
        for (Ddl statement : plan.createAll()) {
            if (statement instanceof CreateTable create) {
                present.add(create.table());
                keys.addAll(create.constraints());
            } else if (statement instanceof AddConstraint add) {
                keys.add(add.constraint());
            }
            assertThat(keys)
                    .allSatisfy(key -> assertThat(present)
                            .containsAll(
                                    key.targets().stream().map(Column::table).toList()));
        }
        assertThat(present).containsExactlyInAnyOrderElementsOf(graph.tables());
        assertThat(keys.stream().filter(key -> !key.targets().isEmpty()))
                .hasSize(graph.tables().stream()
                        .mapToInt(table -> table.foreignKeys().size())
                        .sum());
        List<Table> droppedLast = plan.dropAll().stream()
                .filter(DropTable.class::isInstance)
                .map(drop -> ((DropTable) drop).table())
                .toList();
        List<Table> reversed = new ArrayList<>(present);
        Collections.reverse(reversed);
        assertThat(droppedLast).isEqualTo(reversed);
    }

    @Test
    void createsIndexesAndCommentsRightAfterTheirTable() {
        metadata.table(
                "a", column("x", TEXT).indexed().comment("c"), index("more").on("x"));
        table("b");

        assertThat(created())
                .containsExactly(
                        "CREATE TABLE a",
                        "CREATE INDEX ix_a_x ON a",
                        "CREATE INDEX more ON a",
                        "COMMENT ON COLUMN a.x",
                        "CREATE TABLE b");
    }

    @Test
    void createsEachSchemaOnceBeforeTheTables() {
        table("plain");
        table("app.a");
        table("log.b", "app.a");
        table("app.c");

        assertThat(created())
                .containsExactly(
                        "CREATE SCHEMA",
                        "CREATE SCHEMA",
                        "CREATE TABLE plain",
                        "CREATE TABLE app.a",
                        "CREATE TABLE log.b",
                        "CREATE TABLE app.c");
    }

    @Test
    void createsSomeTablesWithTheirForeignKeysToTheOthers() {
        Table a = table("a", "b");
        table("b", "a");

        assertThat(new PostgresCompiler().script(SchemaPlan.of(metadata).create(List.of(a))))
                .isEqualTo("CREATE TABLE a (id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, b_id bigint,"
                        + " CONSTRAINT pk_a PRIMARY KEY (id),"
                        + " CONSTRAINT fk_a_b_id_b FOREIGN KEY (b_id) REFERENCES b (id));\n");
        assertThat(shortened(SchemaPlan.of(metadata).drop(List.of(a)))).containsExactly("DROP TABLE a");
    }

    @Test
    void createsNothingOfNothing() {
        table("a");

        assertThat(SchemaPlan.of(metadata).create(List.of())).isEmpty();
        assertThat(SchemaPlan.of(new MetaData()).createAll()).isEmpty();
    }

    @Test
    void rejectsTablesOfOtherMetadata() {
        Table foreign = new MetaData().table("a", column("id", BIGINT));

        assertThatThrownBy(() -> SchemaPlan.of(metadata).create(List.of(foreign)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 'a' is not declared in this metadata.");
    }

    @Test
    void rejectsForeignKeysToTablesThatAreNotDeclared() {
        table("users");
        table("addresses", "user");

        assertThatThrownBy(() -> SchemaPlan.of(metadata))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The foreign key of 'addresses' (user_id) leads to table 'user', which is not declared."
                        + " Did you mean 'users'? It has: users, addresses. Declare it in the same metadata, or"
                        + " name another.");
    }

    @Test
    void rejectsForeignKeysToColumnsThatAreNotThere() {
        table("users");
        metadata.table("addresses", column("user_id", BIGINT).references("users.ids"));

        assertThatThrownBy(() -> SchemaPlan.of(metadata))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The foreign key of 'addresses' (user_id) leads to column 'ids' of 'users',"
                        + " which has no such column. Did you mean 'id'? It has: id.");
    }

    @Test
    void rejectsForeignKeysToAnotherNumberOfColumns() {
        table("users");
        metadata.table(
                "addresses",
                column("a", BIGINT),
                column("b", BIGINT),
                foreignKey(List.of("a", "b"), "users", List.of("id")));

        assertThatThrownBy(() -> SchemaPlan.of(metadata))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The foreign key of 'addresses' (a, b) leads to 'users' (id),"
                        + " which is another number of columns.");
    }

    @Test
    void ordersALongRing() {
        for (int i = 0; i < 200; i++) {
            table("t" + i, "t" + (i + 1) % 200);
        }

        assertThat(created()).hasSize(201);
    }
}

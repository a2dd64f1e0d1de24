/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.schema.IndexMethod.BTREE;
import static io.gino.schema.ReferenceAction.CASCADE;
import static io.gino.schema.ReferenceAction.NO_ACTION;
import static io.gino.schema.ReferenceAction.RESTRICT;
import static io.gino.schema.ReferenceAction.SET_DEFAULT;
import static io.gino.schema.ReferenceAction.SET_NULL;
import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.element;
import static io.gino.schema.Schema.exclude;
import static io.gino.schema.Schema.foreignKey;
import static io.gino.schema.Schema.primaryKey;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.lower;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TSTZRANGE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.ddl.Ddl;
import io.gino.error.SchemaException;
import io.gino.schema.Column;
import io.gino.schema.Constraint;
import io.gino.schema.ForeignKey;
import io.gino.schema.MetaData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of a constraint beside its columns. */
class ConstraintClauseTest {

    private static final String TABLE = "CREATE TABLE t (a integer, b integer, ";

    private final Column<Integer> a = column("a", INTEGER);
    private final Column<Integer> b = column("b", INTEGER);

    /** The statement that creates a table of two numbers with this constraint. */
    private Ddl table(Constraint constraint) {
        MetaData metadata = new MetaData();
        metadata.table("o", column("x", INTEGER), column("y", INTEGER), unique("x", "y"));
        return Creation.of(metadata.table("t", column("a", INTEGER), column("b", INTEGER), constraint), metadata)
                .get(0);
    }

    private static ForeignKey key() {
        return foreignKey(List.of("a", "b"), "o", List.of("x", "y"));
    }

    @Test
    void takesNullsForEqual() {
        assertThatSql(table(unique("a", "b").nullsNotDistinct()))
                .isEqualTo(TABLE + "CONSTRAINT uq_t_a_b UNIQUE NULLS NOT DISTINCT (a, b))");
    }

    @Test
    void includesMoreColumns() {
        assertThatSql(table(unique("a").include("b").named("once")))
                .isEqualTo(TABLE + "CONSTRAINT once UNIQUE (a) INCLUDE (b))");
        MetaData metadata = new MetaData();
        assertThatSql(Creation.of(
                                metadata.table(
                                        "k",
                                        column("id", TEXT),
                                        column("n", INTEGER),
                                        primaryKey("id").include("n").named("key")),
                                metadata)
                        .get(0))
                .isEqualTo("CREATE TABLE k (id text NOT NULL, n integer, CONSTRAINT key PRIMARY KEY (id) INCLUDE (n))");
    }

    @Test
    void defersConstraints() {
        assertThatSql(table(unique("a").deferrable())).isEqualTo(TABLE + "CONSTRAINT uq_t_a UNIQUE (a) DEFERRABLE)");
        MetaData metadata = new MetaData();
        assertThatSql(Creation.of(
                                metadata.table(
                                        "k",
                                        column("id", TEXT),
                                        primaryKey("id").initiallyDeferred()),
                                metadata)
                        .get(0))
                .isEqualTo("CREATE TABLE k (id text NOT NULL,"
                        + " CONSTRAINT pk_k PRIMARY KEY (id) DEFERRABLE INITIALLY DEFERRED)");
    }

    @Test
    void keepsChecksFromInheritingTables() {
        assertThatSql(table(check(column("a", INTEGER).gt(0)).noInherit().named("positive")))
                .isEqualTo(TABLE + "CONSTRAINT positive CHECK (a > 0) NO INHERIT)");
    }

    @Test
    void matchesKeysInFull() {
        assertThatSql(table(key().matchFull().initiallyDeferred()))
                .isEqualTo(TABLE + "CONSTRAINT fk_t_a_b_o FOREIGN KEY (a, b) REFERENCES o (x, y) MATCH FULL"
                        + " DEFERRABLE INITIALLY DEFERRED)");
    }

    @Test
    void setsSomeColumnsOnDelete() {
        assertThatSql(table(key().onDelete(SET_NULL, "b").named("k")))
                .isEqualTo(TABLE + "CONSTRAINT k FOREIGN KEY (a, b) REFERENCES o (x, y) ON DELETE SET NULL (b))");
        assertThatSql(table(key().onDelete(SET_DEFAULT, "a").onUpdate(RESTRICT).deferrable()))
                .isEqualTo(TABLE + "CONSTRAINT fk_t_a_b_o FOREIGN KEY (a, b) REFERENCES o (x, y)"
                        + " ON DELETE SET DEFAULT (a) ON UPDATE RESTRICT DEFERRABLE)");
    }

    @Test
    void saysNothingOfWhatPostgresqlDoesAnyway() {
        assertThatSql(table(key().onDelete(NO_ACTION).onUpdate(NO_ACTION)))
                .isEqualTo(TABLE + "CONSTRAINT fk_t_a_b_o FOREIGN KEY (a, b) REFERENCES o (x, y))");
    }

    @Test
    void saysMoreOfTheForeignKeyOfAColumn() {
        MetaData metadata = new MetaData();
        metadata.table("o", column("id", BIGINT).primaryKey());

        assertThatSql(Creation.of(
                                metadata.table(
                                        "t",
                                        column("o_id", BIGINT)
                                                .references(
                                                        "o.id",
                                                        key -> key.named("k")
                                                                .onDelete(CASCADE)
                                                                .deferrable())),
                                metadata)
                        .get(0))
                .isEqualTo("CREATE TABLE t (o_id bigint, CONSTRAINT k FOREIGN KEY (o_id) REFERENCES o (id)"
                        + " ON DELETE CASCADE DEFERRABLE)");
    }

    @Test
    void excludesRowsThatCompareAlike() {
        MetaData metadata = new MetaData();

        assertThatSql(Creation.of(
                                metadata.table(
                                        "bookings",
                                        column("room", INTEGER),
                                        column("during", TSTZRANGE),
                                        exclude("room", "=").and("during", "&&")),
                                metadata)
                        .get(0))
                .isEqualTo("CREATE TABLE bookings (room integer, during tstzrange, CONSTRAINT"
                        + " ex_bookings_room_during EXCLUDE USING gist (room WITH =, during WITH &&))");
    }

    @Test
    void saysHowExclusionsCompare() {
        assertThatSql(table(exclude(a.plus(1), "=")
                        .and(element(lower(b.cast(TEXT))).collate("C").operatorClass("text_pattern_ops"), "=")
                        .using(BTREE)
                        .where(a.gt(0))
                        .named("apart")
                        .deferrable()))
                .isEqualTo(TABLE + "CONSTRAINT apart EXCLUDE USING btree ((a + 1) WITH =,"
                        + " lower(CAST(b AS text)) COLLATE \"C\" text_pattern_ops WITH =) WHERE (a > 0) DEFERRABLE)");
        assertThatSql(table(exclude(element("a").desc(), "=").using(BTREE).initiallyDeferred()))
                .isEqualTo(TABLE + "CONSTRAINT ex_t_a EXCLUDE USING btree (a DESC WITH =)"
                        + " DEFERRABLE INITIALLY DEFERRED)");
    }

    @Test
    void rejectsActionsThatSetNothing() {
        assertThatThrownBy(() -> key().onDelete(CASCADE, "a"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The foreign key (a, b) names columns to set on delete, which only SET_NULL and SET_DEFAULT"
                        + " do; got CASCADE.");
        assertThatThrownBy(() -> key().onDelete(SET_NULL, "c"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The foreign key (a, b) cannot set 'c' on delete: it is none of its columns.");
    }

    @Test
    void rejectsOperatorsThatAreNone() {
        for (String operator : List.of("", "AND", "= 1) --", "--", "/*")) {
            assertThatThrownBy(() -> exclude("a", operator))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage("PostgreSQL has no operator '" + operator
                            + "' to exclude rows by. Operators are symbols, such as = and &&.");
        }
    }

    @Test
    void rejectsColumnsThatTheTableDoesNotHave() {
        String message = "Table 't' has no column 'c'. Did you mean 'a'? It has: a, b.";

        assertThatThrownBy(() -> table(exclude("c", "=")))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> table(unique("a").include("c")))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.schema.ReferenceAction.CASCADE;
import static io.gino.schema.ReferenceAction.RESTRICT;
import static io.gino.schema.ReferenceAction.SET_NULL;
import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.foreignKey;
import static io.gino.schema.Schema.primaryKey;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.exists;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.parameter;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.DATE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.ddl.Ddl;
import io.gino.ddl.SchemaPlan;
import io.gino.error.SchemaException;
import io.gino.error.StatementException;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.schema.TableItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstraintTest {

    private final MetaData metadata = new MetaData();
    private final Column<Integer> age = column("age", INTEGER);
    private final Column<String> name = column("name", TEXT);

    /** The statements that create a table t made of these. */
    private List<Ddl> create(TableItem... items) {
        return Creation.of(metadata.table("t", items), metadata);
    }

    @Test
    void createsAKeyOfSeveralColumns() {
        assertThatSql(create(column("a", BIGINT).primaryKey(), column("b", TEXT).primaryKey())
                        .get(0))
                .isEqualTo("CREATE TABLE t (a bigint NOT NULL, b text NOT NULL, CONSTRAINT pk_t PRIMARY KEY (a, b))");
    }

    @Test
    void createsAKeyThatIsDeclaredAsAConstraint() {
        assertThatSql(create(column("a", BIGINT), column("b", TEXT), primaryKey("b", "a"))
                        .get(0))
                .isEqualTo("CREATE TABLE t (a bigint NOT NULL, b text NOT NULL, CONSTRAINT pk_t PRIMARY KEY (b, a))");
    }

    @Test
    void createsConstraintsUnderTheirNames() {
        assertThatSql(create(
                                column("a", INTEGER),
                                column("b", INTEGER),
                                new io.gino.schema.Unique(Optional.of("once"), List.of("a", "b")),
                                check("small", column("a", INTEGER).lt(10)))
                        .get(0))
                .isEqualTo("CREATE TABLE t (a integer, b integer, CONSTRAINT once UNIQUE (a, b),"
                        + " CONSTRAINT small CHECK (a < 10))");
    }

    @Test
    void namesColumnsInChecksWithoutTheirTable() {
        assertThatSql(create(name, age, check(lower(name).ne("root").or(age.gt(18))))
                        .get(0))
                .isEqualTo("CREATE TABLE t (name text, age integer,"
                        + " CONSTRAINT ck_t CHECK (lower(name) <> 'root' OR age > 18))");
    }

    @Test
    void takesColumnsInChecksThatBecameOthersInTheTable() {
        assertThatSql(create(age.notNull(), check(age.between(0, 150))).get(0))
                .isEqualTo("CREATE TABLE t (age integer NOT NULL, CONSTRAINT ck_t CHECK (age BETWEEN 0 AND 150))");
    }

    @Test
    void writesListsInChecksAsLiterals() {
        assertThatSql(create(name, check(name.in("a", "it's"))).get(0))
                .isEqualTo(
                        "CREATE TABLE t (name text, CONSTRAINT ck_t CHECK (name = ANY (ARRAY['a', 'it''s']::text[])))");
    }

    @Test
    void writesDatesInChecksAsLiterals() {
        Column<LocalDate> born = column("born", DATE);

        assertThatSql(create(born, check(born.gt(LocalDate.of(1900, 1, 1)))).get(0))
                .isEqualTo("CREATE TABLE t (born date, CONSTRAINT ck_t CHECK (born > '1900-01-01'::date))");
    }

    @Test
    void rejectsColumnsInChecksThatTheTableDoesNotHave() {
        assertThatThrownBy(() -> assertThatSql(create(name, check(age.gt(1))).get(0)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 't' has no column 'age'. Did you mean 'name'? It has: name.");
    }

    @Test
    void rejectsQueriesInChecks() {
        Table other = metadata.table("other", column("id", BIGINT));

        assertThatThrownBy(() -> assertThatSql(
                        create(name, check(exists(other.select()))).get(0)))
                .isInstanceOf(StatementException.class)
                .hasMessage("PostgreSQL takes no queries in constraints, defaults and indexes;"
                        + " got: SELECT other.id FROM other");
    }

    @Test
    void rejectsParametersInChecks() {
        assertThatThrownBy(() -> assertThatSql(
                        create(name, check(name.eq(parameter("x", TEXT)))).get(0)))
                .isInstanceOf(StatementException.class)
                .hasMessage("DDL has no parameters; got :x. Use literal(type, value).");
    }

    @Test
    void refersToTheTableItself() {
        assertThatSql(create(
                                column("id", BIGINT).primaryKey(),
                                column("parent_id", BIGINT).references("t.id").onDelete(SET_NULL))
                        .get(0))
                .isEqualTo("CREATE TABLE t (id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, parent_id bigint,"
                        + " CONSTRAINT pk_t PRIMARY KEY (id),"
                        + " CONSTRAINT fk_t_parent_id_t FOREIGN KEY (parent_id) REFERENCES t (id) ON DELETE SET NULL)");
    }

    @Test
    void refersToSeveralColumnsOfATableInASchema() {
        metadata.table("app.seats", column("hall", TEXT), column("number", INTEGER), primaryKey("hall", "number"));

        assertThatSql(create(
                                column("hall", TEXT),
                                column("seat", INTEGER),
                                foreignKey(List.of("hall", "seat"), "app.seats", List.of("hall", "number"))
                                        .onDelete(RESTRICT)
                                        .onUpdate(CASCADE))
                        .get(0))
                .isEqualTo("CREATE TABLE t (hall text, seat integer, CONSTRAINT fk_t_hall_seat_seats"
                        + " FOREIGN KEY (hall, seat) REFERENCES app.seats (hall, number)"
                        + " ON DELETE RESTRICT ON UPDATE CASCADE)");
    }

    @Test
    void addsAndDropsTheForeignKeysOfACircle() {
        metadata.table(
                "a", column("id", BIGINT).primaryKey(), column("b_id", BIGINT).references("b.id"));
        metadata.table(
                "b", column("id", BIGINT).primaryKey(), column("a_id", BIGINT).references("a.id"));

        assertThatSql(SchemaPlan.of(metadata).createAll().get(2))
                .isEqualTo("ALTER TABLE a ADD CONSTRAINT fk_a_b_id_b FOREIGN KEY (b_id) REFERENCES b (id)");
        assertThatSql(SchemaPlan.of(metadata).dropAll().get(0))
                .isEqualTo("ALTER TABLE a DROP CONSTRAINT IF EXISTS fk_a_b_id_b");
    }

    @Test
    void keepsConstraintsApartThatWouldHaveOneName() {
        assertThatSql(create(
                                age,
                                check(age.gt(0)),
                                check(age.lt(150)),
                                check("ck_t_2", age.ne(99)),
                                unique("age"),
                                unique("age"))
                        .get(0))
                .isEqualTo("CREATE TABLE t (age integer, CONSTRAINT ck_t CHECK (age > 0),"
                        + " CONSTRAINT ck_t_3 CHECK (age < 150), CONSTRAINT ck_t_2 CHECK (age <> 99),"
                        + " CONSTRAINT uq_t_age UNIQUE (age), CONSTRAINT uq_t_age_2 UNIQUE (age))");
    }
}

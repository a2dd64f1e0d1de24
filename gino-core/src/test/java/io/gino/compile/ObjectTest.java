/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.domain;
import static io.gino.schema.Schema.extension;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.sequence;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.ddl.CreateIndex;
import io.gino.ddl.Ddl;
import io.gino.ddl.RefreshView;
import io.gino.ddl.SchemaPlan;
import io.gino.error.SchemaException;
import io.gino.error.StatementException;
import io.gino.schema.Index;
import io.gino.schema.MetaData;
import io.gino.schema.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything but tables, as CREATE and DROP spell it. */
class ObjectTest {

    private enum Mood {
        SAD,
        HAPPY
    }

    private final MetaData metadata = new MetaData();

    private List<Ddl> created() {
        return SchemaPlan.of(metadata).createAll();
    }

    private List<String> all() {
        return created().stream().map(SqlAssert::sql).toList();
    }

    private List<String> dropped() {
        return SchemaPlan.of(metadata).dropAll().stream().map(SqlAssert::sql).toList();
    }

    @Test
    void createsExtensions() {
        metadata.extension("hstore");
        metadata.add(extension("uuid-ossp").in("ext").version("1.1").cascade());

        assertThat(all())
                .containsExactly(
                        "CREATE SCHEMA IF NOT EXISTS ext",
                        "CREATE EXTENSION IF NOT EXISTS hstore",
                        "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" SCHEMA ext VERSION '1.1' CASCADE");
        assertThat(dropped()).isEmpty();
    }

    @Test
    void createsSchemas() {
        metadata.schema("app");
        metadata.sequence("app.s");

        assertThat(all()).containsExactly("CREATE SCHEMA IF NOT EXISTS app", "CREATE SEQUENCE app.s");
        assertThat(dropped()).containsExactly("DROP SEQUENCE IF EXISTS app.s");
    }

    @Test
    void createsEnumTypes() {
        metadata.enumType("Mood", Mood.class);
        metadata.enumType("app.size", "it's", "XL");

        assertThat(all())
                .containsExactly(
                        "CREATE SCHEMA IF NOT EXISTS app",
                        "CREATE TYPE \"Mood\" AS ENUM ('SAD', 'HAPPY')",
                        "CREATE TYPE app.size AS ENUM ('it''s', 'XL')");
        assertThat(dropped()).containsExactly("DROP TYPE app.size", "DROP TYPE \"Mood\"");
    }

    @Test
    void givesColumnsTheirTypes() {
        metadata.table(
                "t",
                column("mood", metadata.enumType("Mood", Mood.class))
                        .serverDefault(
                                literal(metadata.enumType("mood", Mood.class).type(), Mood.SAD)),
                column("age", metadata.add(domain("app.age", INTEGER))),
                column("moods", metadata.enumType("more", Mood.class).type().array()));

        assertThat(all()).endsWith("CREATE TABLE t (mood \"Mood\" DEFAULT 'SAD'::mood, age app.age, moods more[])");
    }

    @Test
    void createsDomains() {
        metadata.add(domain("app.age", INTEGER)
                .notNull()
                .serverDefault(literal(INTEGER, 18))
                .check(value -> value.ge(0))
                .check("too old", value -> value.lt(150).or(value.eq(999)))
                .check(value -> value.ne(13)));
        metadata.add(domain("word", TEXT).collate("C"));

        assertThat(all())
                .containsExactly(
                        "CREATE SCHEMA IF NOT EXISTS app",
                        "CREATE DOMAIN app.age AS integer DEFAULT 18 NOT NULL CONSTRAINT ck_age CHECK (VALUE >= 0)"
                                + " CONSTRAINT \"too old\" CHECK (VALUE < 150 OR VALUE = 999)"
                                + " CONSTRAINT ck_age_2 CHECK (VALUE <> 13)",
                        "CREATE DOMAIN word AS text COLLATE \"C\"");
        assertThat(dropped()).containsExactly("DROP DOMAIN word", "DROP DOMAIN app.age");
    }

    @Test
    void createsSequences() {
        metadata.add(sequence("Numbers")
                .as(INTEGER)
                .start(100)
                .increment(10)
                .minValue(100)
                .maxValue(900)
                .cache(5)
                .cycle()
                .ownedBy("app.t.id"));
        metadata.table("app.t", column("id", BIGINT));

        assertThat(all())
                .containsExactly(
                        "CREATE SCHEMA IF NOT EXISTS app",
                        "CREATE SEQUENCE \"Numbers\" AS integer START WITH 100 INCREMENT BY 10 MINVALUE 100"
                                + " MAXVALUE 900 CACHE 5 CYCLE",
                        "CREATE TABLE app.t (id bigint)",
                        "ALTER SEQUENCE \"Numbers\" OWNED BY app.t.id");
        assertThat(dropped()).containsExactly("DROP TABLE app.t", "DROP SEQUENCE IF EXISTS \"Numbers\"");
    }

    @Test
    void takesDefaultsFromSequences() {
        metadata.table(
                "t",
                column("id", BIGINT)
                        .serverDefault(metadata.sequence("app.Numbers").next()));

        assertThat(all()).endsWith("CREATE TABLE t (id bigint DEFAULT nextval('app.\"Numbers\"'::regclass))");
        assertThatSql(select(sequence("s").current())).isEqualTo("SELECT currval('s'::regclass)");
    }

    @Test
    void createsViewsWithValuesAsLiterals() {
        metadata.view(
                "app.adults",
                select(ID, lower(NAME).as("folded"))
                        .from(USERS)
                        .where(NAME.in("a", "it's"))
                        .where(ID.gt(7L))
                        .orderBy(ID)
                        .limit(3));

        assertThat(all())
                .containsExactly(
                        "CREATE SCHEMA IF NOT EXISTS app",
                        "CREATE VIEW app.adults (id, folded) AS SELECT users.id, lower(users.name) AS folded FROM users"
                                + " WHERE users.name = ANY (ARRAY['a', 'it''s']::text[]) AND users.id > '7'::bigint"
                                + " ORDER BY users.id LIMIT '3'::bigint");
        assertThat(dropped()).containsExactly("DROP VIEW app.adults");
    }

    @Test
    void createsMaterializedViewsWithIndexes() {
        View view = metadata.materializedView(
                "sizes",
                select(NAME, count().as("number")).from(USERS).groupBy(NAME),
                index().on("name").asUnique(),
                index("by_number").on("number"));

        assertThat(all())
                .containsExactly(
                        "CREATE MATERIALIZED VIEW sizes (name, number) AS SELECT users.name, count(*) AS number FROM users"
                                + " GROUP BY users.name",
                        "CREATE UNIQUE INDEX ix_sizes_name ON sizes (name)",
                        "CREATE INDEX by_number ON sizes (number)");
        assertThat(dropped()).containsExactly("DROP MATERIALIZED VIEW sizes");
        assertThatSql(new RefreshView(view, false)).isEqualTo("REFRESH MATERIALIZED VIEW sizes");
        assertThatSql(new RefreshView(view, true)).isEqualTo("REFRESH MATERIALIZED VIEW CONCURRENTLY sizes");
    }

    @Test
    void selectsFromViews() {
        View view =
                metadata.view("app.names", select(ID, lower(NAME).as("folded")).from(USERS));

        assertThatSql(select(view.column(ID), view.column(lower(NAME)))
                        .from(view)
                        .where(view.column("folded", TEXT).eq("x")))
                .isEqualTo("SELECT app.names.id, app.names.folded FROM app.names WHERE app.names.folded = $1")
                .binds("x");
        assertThatSql(view.as("v").select()).isEqualTo("SELECT v.id, v.folded FROM app.names AS v");
    }

    @Test
    void ordersByKindAndThenAsDeclared() {
        metadata.view("later", select(ID).from(USERS));
        metadata.table("t", column("a", INTEGER));
        metadata.view("last", select(ID).from(USERS));
        metadata.sequence("s");
        metadata.domain("d", INTEGER);
        metadata.enumType("e", "x");
        metadata.extension("hstore");
        metadata.schema("app");

        assertThat(all().stream().map(sql -> sql.replaceAll(" (\\(|AS ).*", "")))
                .containsExactly(
                        "CREATE SCHEMA IF NOT EXISTS app",
                        "CREATE EXTENSION IF NOT EXISTS hstore",
                        "CREATE TYPE e",
                        "CREATE DOMAIN d",
                        "CREATE SEQUENCE s",
                        "CREATE TABLE t",
                        "CREATE VIEW later",
                        "CREATE VIEW last");
        assertThat(dropped())
                .containsExactly(
                        "DROP VIEW last",
                        "DROP VIEW later",
                        "DROP TABLE t",
                        "DROP SEQUENCE IF EXISTS s",
                        "DROP DOMAIN d",
                        "DROP TYPE e");
        assertThat(SchemaPlan.of(metadata).drop(metadata.objects()).stream().map(SqlAssert::sql))
                .endsWith("DROP EXTENSION hstore", "DROP SCHEMA app");
    }

    @Test
    void createsAndDropsOneIndexByItself() {
        Index plain = index("plain").on("a");
        Index concurrent = index().on("a").concurrently();
        metadata.table("app.t", column("a", INTEGER), plain, concurrent);
        SchemaPlan plan = SchemaPlan.of(metadata);

        assertThatSql(plan.create(plain)).isEqualTo("CREATE INDEX plain ON app.t (a)");
        assertThatSql(plan.drop(plain)).isEqualTo("DROP INDEX app.plain");
        assertThatSql(plan.create(concurrent)).isEqualTo("CREATE INDEX CONCURRENTLY ix_t_a ON app.t (a)");
        assertThatSql(plan.drop(concurrent)).isEqualTo("DROP INDEX CONCURRENTLY app.ix_t_a");
        assertThat(created().stream().filter(CreateIndex.class::isInstance).map(SqlAssert::sql))
                .containsExactly("CREATE INDEX plain ON app.t (a)", "CREATE INDEX ix_t_a ON app.t (a)");
    }

    @Test
    void rejectsIndexesThatAreOfNoTable() {
        assertThatThrownBy(() -> SchemaPlan.of(metadata).create(index("i").on("a")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The index 'i' is of no table of this metadata. Pass the one that a table was declared"
                        + " with.");
    }

    @Test
    void rejectsParametersInViews() {
        metadata.view("v", select(ID).from(USERS).where(ID.eq(parameter("id", BIGINT))));

        assertThatThrownBy(this::all)
                .isInstanceOf(StatementException.class)
                .hasMessage("DDL has no parameters; got :id. Use literal(type, value).");
    }

    @Test
    void rejectsColumnsInDomains() {
        metadata.add(domain("d", INTEGER).check(value -> value.eq(column("a", INTEGER))));

        assertThatThrownBy(this::all)
                .isInstanceOf(SchemaException.class)
                .hasMessage("The column 'a' stands where there is no table.");
    }
}

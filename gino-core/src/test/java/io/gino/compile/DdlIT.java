/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.ReferenceAction.CASCADE;
import static io.gino.schema.ReferenceAction.SET_NULL;
import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.foreignKey;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.primaryKey;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.template;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.BYTEA;
import static io.gino.type.Types.DATE;
import static io.gino.type.Types.DOUBLE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.JSONB;
import static io.gino.type.Types.NUMERIC;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMP;
import static io.gino.type.Types.TIMESTAMPTZ;
import static io.gino.type.Types.numeric;
import static io.gino.type.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.SchemaPlan;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL stores what was declared, statement by statement, and lets it be dropped again. */
@ExtendWith(PostgresExtension.class)
class DdlIT {

    private static final String CONSTRAINTS = "SELECT conrelid::regclass || ': ' || conname || ' '"
            + " || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace IN ('app'::regnamespace,"
            + " 'hr'::regnamespace) AND contype <> 'n' ORDER BY conrelid::regclass::text, conname";

    private static final String TABLES = "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r'"
            + " AND relnamespace IN ('app'::regnamespace, 'hr'::regnamespace) ORDER BY 1";

    private final Psql psql;
    private final MetaData metadata = new MetaData();
    private final Column<String> name = column("name", TEXT);
    private final Column<Integer> age = column("age", INTEGER);

    DdlIT(TestDatabase database) {
        psql = new Psql(database);
    }

    @BeforeEach
    void declareTablesThatReferToEachOther() {
        metadata.add(Table.of(
                "app.people",
                Optional.of("It's people\\"),
                List.of(
                        column("id", BIGINT).primaryKey(),
                        column("email", varchar(80)).notNull().unique(),
                        name.comment("As they\nlike it"),
                        age,
                        column("team_id", BIGINT).references("app.teams.id").onDelete(SET_NULL),
                        column("manager_id", BIGINT).references("app.people.id"),
                        check("adult", age.ge(18).and(age.between(0, 150))),
                        check(name.ne("root").or(name.isNull())),
                        check(name.notIn("a", "it's")),
                        index("email_lower").on(lower(column("email", TEXT))).asUnique(),
                        index().on(name.desc().nullsLast(), age.plus(1).asc()).where(age.gt(18)),
                        index().on("name").using("hash"))));
        metadata.table(
                "app.teams",
                column("id", BIGINT).primaryKey(),
                column("lead_id", BIGINT).references("app.people.id").indexed());
        metadata.table("hr.seats", column("hall", TEXT), column("number", INTEGER), primaryKey("hall", "number"));
        metadata.table(
                "hr.tickets",
                column("hall", TEXT).notNull(),
                column("seat", INTEGER).notNull(),
                column("owner_id", BIGINT).references("app.people.id"),
                foreignKey(List.of("hall", "seat"), "hr.seats", List.of("hall", "number"))
                        .onDelete(CASCADE)
                        .onUpdate(CASCADE));
    }

    @AfterEach
    void dropSchemas() {
        psql.run("DROP SCHEMA IF EXISTS app CASCADE");
        psql.run("DROP SCHEMA IF EXISTS hr CASCADE");
        psql.close();
    }

    @Test
    void createsEveryConstraint() {
        psql.run(SchemaPlan.of(metadata).createAll());

        assertThat(psql.query(CONSTRAINTS))
                .containsExactly(
                        "app.people: adult CHECK (((age >= 18) AND ((age >= 0) AND (age <= 150))))",
                        "app.people: ck_people CHECK (((name <> 'root'::text) OR (name IS NULL)))",
                        "app.people: ck_people_2 CHECK ((name <> ALL (ARRAY['a'::text, 'it''s'::text])))",
                        "app.people: fk_people_manager_id_people FOREIGN KEY (manager_id) REFERENCES app.people(id)",
                        "app.people: fk_people_team_id_teams FOREIGN KEY (team_id) REFERENCES app.teams(id)"
                                + " ON DELETE SET NULL",
                        "app.people: pk_people PRIMARY KEY (id)",
                        "app.people: uq_people_email UNIQUE (email)",
                        "app.teams: fk_teams_lead_id_people FOREIGN KEY (lead_id) REFERENCES app.people(id)",
                        "app.teams: pk_teams PRIMARY KEY (id)",
                        "hr.seats: pk_seats PRIMARY KEY (hall, number)",
                        "hr.tickets: fk_tickets_hall_seat_seats FOREIGN KEY (hall, seat)"
                                + " REFERENCES hr.seats(hall, number) ON UPDATE CASCADE ON DELETE CASCADE",
                        "hr.tickets: fk_tickets_owner_id_people FOREIGN KEY (owner_id) REFERENCES app.people(id)");
    }

    @Test
    void createsEveryIndex() {
        psql.run(SchemaPlan.of(metadata).createAll());

        assertThat(psql.query("SELECT indexdef FROM pg_indexes WHERE schemaname IN ('app', 'hr')"
                        + " AND indexname !~ '^(pk|uq)_' ORDER BY indexname"))
                .containsExactly(
                        "CREATE UNIQUE INDEX email_lower ON app.people USING btree (lower((email)::text))",
                        "CREATE INDEX ix_people_name ON app.people USING hash (name)",
                        "CREATE INDEX ix_people_name_expr ON app.people USING btree (name DESC NULLS LAST,"
                                + " ((age + 1))) WHERE (age > 18)",
                        "CREATE INDEX ix_teams_lead_id ON app.teams USING btree (lead_id)");
    }

    @Test
    void storesEveryComment() {
        psql.run(SchemaPlan.of(metadata).createAll());

        assertThat(psql.query("SELECT description FROM pg_description WHERE objoid = 'app.people'::regclass"
                        + " ORDER BY objsubid"))
                .containsExactly("It's people\\", "As they\nlike it");
    }

    @Test
    void dropsEveryTable() {
        SchemaPlan plan = SchemaPlan.of(metadata);
        psql.run(plan.createAll());

        psql.run(plan.dropAll());

        assertThat(psql.query(TABLES)).isEmpty();
        psql.run(plan.createAll());
        assertThat(psql.query(TABLES)).hasSize(4);
    }

    @Test
    void createsWhatIsMissing() {
        SchemaPlan plan = SchemaPlan.of(metadata);
        Table people = metadata.findTable("app.people").orElseThrow();
        Table tickets = metadata.findTable("hr.tickets").orElseThrow();
        psql.run(plan.createAll());
        psql.run(plan.drop(List.of(tickets)));

        psql.run(plan.create(List.of(tickets)));

        assertThat(psql.query(TABLES)).hasSize(4);
        assertThat(psql.query(CONSTRAINTS)).hasSize(12);
        assertThat(plan.create(List.of(people))).isNotEmpty();
    }

    @Test
    void runsAsAScript() {
        psql.run(new PostgresCompiler().script(SchemaPlan.of(metadata).createAll()));

        assertThat(psql.query(TABLES)).containsExactly("app.people", "app.teams", "hr.seats", "hr.tickets");
    }

    @Test
    void storesTheDefaultsThatWereDeclared() {
        MetaData defaults = new MetaData();
        defaults.table(
                "app.defaults",
                column("a", INTEGER).serverDefault(literal(INTEGER, -1)),
                column("b", TEXT).serverDefault(literal(TEXT, "it's \\ \n")),
                column("c", JSONB).serverDefault(literal(JSONB, new Json("{\"a\": [1]}"))),
                column("d", TEXT.array()).serverDefault(literal(TEXT.array(), List.of("x", "\"y\", {'z'}"))),
                column("e", TIMESTAMP).serverDefault(template("'epoch'::timestamptz AT TIME ZONE 'UTC'", TIMESTAMP)),
                column("f", numeric(10, 2)).serverDefault(literal(NUMERIC, new BigDecimal("1.25"))),
                column("g", BIGINT).serverDefault(literal(BIGINT, Long.MIN_VALUE)),
                column("h", BYTEA).serverDefault(literal(BYTEA, new byte[] {0, 39, 92, -1})),
                column("i", DATE).serverDefault(literal(DATE, LocalDate.of(2026, 7, 22))),
                column("j", DOUBLE).serverDefault(literal(DOUBLE, Double.NEGATIVE_INFINITY)),
                column("k", TIMESTAMPTZ)
                        .serverDefault(literal(TIMESTAMPTZ, OffsetDateTime.parse("2026-07-22T10:00:00+02:00"))),
                column("l", INTEGER).serverDefault(literal(INTEGER, 7).plus(1)),
                column("m", BIGINT).identity());
        psql.run(SchemaPlan.of(defaults).createAll());

        assertThat(psql.query("INSERT INTO app.defaults DEFAULT VALUES RETURNING concat_ws('|', a, b, c, d, e, f, g, h,"
                        + " i, j, k AT TIME ZONE 'UTC', l, m)"))
                .containsExactly("-1|it's \\ \n|{\"a\": [1]}|{x,\"\\\"y\\\", {'z'}\"}|1970-01-01 00:00:00|1.25"
                        + "|-9223372036854775808|\\x00275cff|2026-07-22|-Infinity|2026-07-22 08:00:00|8|1");
    }
}

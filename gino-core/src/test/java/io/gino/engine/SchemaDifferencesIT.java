/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.NUMERIC;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMPTZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.schema.Column;
import io.gino.schema.EnumType;
import io.gino.schema.MetaData;
import io.gino.schema.ReferenceAction;
import io.gino.schema.Table;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SchemaDifferencesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private enum Mood {
        SAD,
        HAPPY
    }

    private final GinoEngine engine;
    private final MetaData metadata = new MetaData();

    SchemaDifferencesIT(TestDatabase database) {
        this.engine = GinoEngine.create(database.url());
    }

    @AfterEach
    void drop() {
        run("DROP SCHEMA IF EXISTS app CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        engine.close().block(TIMEOUT);
    }

    private void run(String script) {
        for (String statement : script.split(";")) {
            engine.status(text(statement)).block(TIMEOUT);
        }
    }

    private List<String> differences() {
        return engine.schema(metadata)
                .differences()
                .map(SchemaDifference::message)
                .collectList()
                .block(TIMEOUT);
    }

    private void declareShop() {
        EnumType<Mood> mood = metadata.enumType("mood", Mood.class);
        Column<String> email =
                column("email", TEXT.named("varchar(100)")).notNull().unique();
        metadata.table("app.teams", column("id", BIGINT).primaryKey(), column("name", TEXT));
        metadata.table(
                "users",
                column("id", BIGINT).primaryKey(),
                email,
                column("mood", mood.type()),
                column("balance", NUMERIC.named("numeric(10)")),
                column("team_id", BIGINT).references("app.teams.id").onDelete(ReferenceAction.CASCADE),
                column("seen", TIMESTAMPTZ).indexed(),
                index("users_email_lower").on(lower(email).asc()),
                unique("team_id", "seen"));
    }

    @Test
    void whatWasCreatedDiffersInNothing() {
        declareShop();
        metadata.sequence("numbers");
        metadata.view("names", select(literal(INTEGER, 1).as("one")));
        engine.schema(metadata).createAll().block(TIMEOUT);
        assertThat(differences()).isEmpty();
        engine.schema(metadata).validate().block(TIMEOUT);
    }

    @Test
    void anEmptyDatabaseLacksEverything() {
        declareShop();
        metadata.sequence("numbers");
        assertThat(differences())
                .containsExactly(
                        "Schema 'app' is missing.",
                        "Enum type 'mood' is missing.",
                        "Table 'app.teams' is missing.",
                        "Table 'users' is missing.",
                        "Sequence 'numbers' is missing.");
    }

    @Test
    void everyDifferenceOfATableIsNamed() {
        declareShop();
        run("CREATE SCHEMA app; CREATE TYPE mood AS ENUM ('SAD'); CREATE TABLE app.teams (id bigint PRIMARY KEY);"
                + " CREATE TABLE users (id integer, email varchar(50), mood mood NOT NULL, balance numeric(10,2),"
                + " team_id bigint REFERENCES app.teams, seen timestamp, stamp text NOT NULL, note text,"
                + " made timestamptz NOT NULL DEFAULT now())");
        assertThat(differences())
                .containsExactly(
                        "Enum type 'mood' lacks the label 'HAPPY'.",
                        "Column 'app.teams.name' is missing.",
                        "Column 'users.id' is integer in the database, and bigint as declared.",
                        "Column 'users.id' can be NULL in the database, and is NOT NULL as declared.",
                        "Column 'users.email' is character varying(50) in the database, and varchar(100) as declared.",
                        "Column 'users.email' can be NULL in the database, and is NOT NULL as declared.",
                        "Column 'users.mood' is NOT NULL in the database, and can be NULL as declared.",
                        "Column 'users.balance' is numeric(10,2) in the database, and numeric(10) as declared.",
                        "Column 'users.seen' is timestamp without time zone in the database, and timestamptz as declared.",
                        "Column 'users.stamp' is NOT NULL without a default in the database, and not declared: no row can"
                                + " be inserted.",
                        "The primary key of 'users' is none in the database, and (id) as declared.",
                        "Table 'users' lacks the unique constraint over (email).",
                        "Table 'users' lacks the unique constraint over (team_id, seen).",
                        "The foreign key of 'users' (team_id) says ON DELETE NO ACTION in the database, and ON DELETE"
                                + " CASCADE as declared.",
                        "Table 'users' lacks the index over (seen).",
                        "Table 'users' lacks the index 'users_email_lower'.");
    }

    @Test
    void aForeignKeyToElsewhereIsNone() {
        metadata.table("teams", column("id", BIGINT).primaryKey());
        metadata.table("users", column("team_id", BIGINT).references("teams.id"));
        run("CREATE TABLE teams (id bigint PRIMARY KEY); CREATE TABLE others (id bigint PRIMARY KEY);"
                + " CREATE TABLE users (team_id bigint REFERENCES others)");
        assertThat(differences())
                .containsExactly("Table 'users' lacks the foreign key from (team_id) to 'teams' (id).");
    }

    @Test
    void aUniqueIndexDoesForAUniqueConstraintUnlessItIsPartial() {
        metadata.table("users", column("a", INTEGER), column("b", INTEGER), unique("a", "b"));
        run("CREATE TABLE users (a integer, b integer); CREATE UNIQUE INDEX partly ON users (a, b) WHERE a > 0");
        assertThat(differences()).containsExactly("Table 'users' lacks the unique constraint over (a, b).");
        run("CREATE UNIQUE INDEX wholly ON users (b, a)");
        assertThat(differences()).isEmpty();
    }

    @Test
    void namesOfConstraintsAndIndexesDoNotMatter() {
        metadata.table(
                "users", column("id", BIGINT).primaryKey(), column("name", TEXT).indexed());
        run("CREATE TABLE users (id bigserial CONSTRAINT pk PRIMARY KEY, name text);"
                + " CREATE INDEX by_name ON users (name)");
        assertThat(differences()).isEmpty();
    }

    @Test
    void anIndexOfAnotherKindIsNotTheDeclaredOne() {
        metadata.table(
                "users",
                column("id", BIGINT),
                column("name", TEXT),
                index("i").on("id", "name").asUnique());
        run("CREATE TABLE users (id bigint, name text); CREATE INDEX i ON users (id, name);"
                + " CREATE UNIQUE INDEX j ON users (name, id)");
        assertThat(differences()).containsExactly("Table 'users' lacks the unique index over (id, name).");
    }

    @Test
    void aTypeThatTheDatabaseDoesNotHaveIsNamed() {
        metadata.table("users", column("place", TEXT.named("geography")));
        run("CREATE TABLE users (place text)");
        assertThat(differences())
                .containsExactly(
                        "Column 'users.place' is text in the database, and geography as declared, a type that the"
                                + " database does not have.");
    }

    @Test
    void oddNamesAreFound() {
        Table odd = metadata.table("Order Items", column("a,\"b", INTEGER).primaryKey());
        engine.schema(metadata).createAll().block(TIMEOUT);
        assertThat(differences()).isEmpty();
        run("ALTER TABLE \"Order Items\" RENAME COLUMN \"a,\"\"b\" TO c");
        assertThat(engine.schema(metadata)
                        .differences()
                        .map(SchemaDifference::object)
                        .collectList()
                        .block(TIMEOUT))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object).isSameAs(odd));
    }

    @Test
    void validatingSaysAllInOneMessage() {
        metadata.table("a", column("id", BIGINT).primaryKey());
        metadata.table("b", column("id", BIGINT).primaryKey());
        assertThatThrownBy(() -> engine.schema(metadata).validate().block(TIMEOUT))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The database differs from what is declared:\n  - Table 'a' is missing.\n  - Table 'b' is"
                        + " missing.");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.always;
import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.domain;
import static io.gino.schema.Schema.exclude;
import static io.gino.schema.Schema.extension;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.sequence;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TSTZRANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.CheckViolation;
import io.gino.error.DatabaseException;
import io.gino.error.SchemaException;
import io.gino.schema.Column;
import io.gino.schema.EnumType;
import io.gino.schema.MetaData;
import io.gino.schema.Sequence;
import io.gino.schema.Table;
import io.gino.schema.View;
import io.gino.sql.Statement;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A metadata that declares something of every kind, created, used and dropped. */
@ExtendWith(PostgresExtension.class)
class SchemaOperationsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Everything in the schemas of the test, each line as the catalog describes it. */
    private static final String CATALOG =
            "SELECT line FROM (SELECT concat_ws(' ', nspname, relkind, relname) AS line FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname IN ('public', 'app')"
                    + " UNION ALL SELECT concat_ws(' ', nspname, 'type', format_type(t.oid, NULL), (SELECT"
                    + " string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))"
                    + " FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE nspname IN ('public', 'app')"
                    + " AND typtype IN ('e', 'd') UNION ALL SELECT conname || ' ' || pg_get_constraintdef(c.oid)"
                    + " FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace"
                    + " WHERE nspname IN ('public', 'app') AND contype <> 'n'"
                    + " UNION ALL SELECT concat_ws(' ', attrelid::regclass || '.' || attname,"
                    + " format_type(atttypid, atttypmod), nullif(attidentity, ''), nullif(attgenerated, ''),"
                    + " pg_get_expr(adbin, adrelid))"
                    + " FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
                    + " JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE attnum > 0 AND relkind IN ('r', 'v', 'm', 'p') AND nspname IN ('public', 'app')) lines"
                    + " ORDER BY line COLLATE \"C\"";

    private enum Mood {
        SAD,
        HAPPY
    }

    private final MetaData metadata = new MetaData();
    private final EnumType<Mood> mood = metadata.enumType("app.Mood", Mood.class);
    private final Sequence numbers =
            metadata.add(sequence("app.numbers").start(100).increment(5).ownedBy("app.people.number"));
    private final Column<Long> id = column("id", BIGINT).primaryKey().identity(always());
    private final Column<String> name =
            column("name", metadata.add(domain("app.word", TEXT).notNull().check(value -> value.ne(""))));
    private final Column<Mood> feeling = column("feeling", mood)
            .serverDefault(literal(mood.type(), Mood.HAPPY))
            .notNull();
    private final Column<Long> number = column("number", BIGINT).serverDefault(numbers.next());
    private final Column<Integer> length =
            column("length", INTEGER).generatedAs(function("length", INTEGER, name.cast(TEXT)));
    private final Table people = metadata.table(
            "app.people",
            id,
            name,
            feeling,
            number,
            length,
            column("team_id", INTEGER).references("teams.id"),
            column("during", TSTZRANGE),
            exclude("team_id", "=").and("during", "&&"),
            check(length.lt(100)),
            index("people_name").on("name").concurrently());
    private final Table teams = metadata.table(
            "teams",
            column("id", INTEGER).primaryKey(),
            column("lead_id", BIGINT).references("app.people.id", key -> key.initiallyDeferred()),
            column("code", TEXT),
            unique("code").nullsNotDistinct());
    private final View shouted = metadata.view(
            "shouted", select(id, function("upper", TEXT, name).as("name")).from(people));
    private final View sizes = metadata.materializedView(
            "app.sizes",
            select(length, count().as("number")).from(people).groupBy(length),
            index().on("length").asUnique());
    private final GinoEngine engine;
    private final TestDatabase database;

    SchemaOperationsIT(TestDatabase database) {
        this.database = database;
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void declareTheRest() {
        metadata.extension("btree_gist");
        metadata.add(extension("hstore").in("app"));
        metadata.schema("app");
        metadata.view("louder", shouted.select());
    }

    @AfterEach
    void dropWhatIsLeft() {
        await(engine.schema(metadata).dropAll());
        await(engine.status(text("DROP SCHEMA IF EXISTS app CASCADE")));
        await(engine.close());
    }

    private static <T> T await(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }

    private List<String> strings(String sql) {
        return Objects.requireNonNull(await(engine.all(text(sql).read(TEXT)).collectList()));
    }

    private List<String> rows(Statement<?> statement) {
        return Objects.requireNonNull(
                await(engine.all(statement).map(Object::toString).collectList()));
    }

    @Test
    void createsEverythingAndLeavesNothingBehind() {
        List<String> before = strings(CATALOG);

        await(engine.schema(metadata).createAll());

        List<String> created = strings(CATALOG);
        assertThat(created)
                .contains(
                        "app S numbers",
                        "app i people_name",
                        "app m sizes",
                        "app r people",
                        "app type app.\"Mood\" SAD,HAPPY",
                        "app type app.word",
                        "public r teams",
                        "public v louder",
                        "app.people.feeling app.\"Mood\" 'HAPPY'::app.\"Mood\"",
                        "app.people.id bigint a",
                        "app.people.number bigint nextval('app.numbers'::regclass)",
                        "ck_word CHECK ((VALUE <> ''::text))",
                        "fk_teams_lead_id_people FOREIGN KEY (lead_id) REFERENCES app.people(id)"
                                + " DEFERRABLE INITIALLY DEFERRED");
        await(engine.schema(metadata).createAll());
        assertThat(strings(CATALOG)).isEqualTo(created);

        await(engine.schema(metadata).dropAll());

        assertThat(strings(CATALOG)).isEqualTo(before);
        await(engine.schema(metadata).dropAll());
    }

    @Test
    void theScriptCreatesTheSame() {
        await(engine.schema(metadata).createAll());
        List<String> created = strings(CATALOG);
        await(engine.schema(metadata).dropAll());

        await(engine.acquire(
                connection -> connection.command(engine.schema(metadata).script())));

        assertThat(strings(CATALOG)).isEqualTo(created);
    }

    @Test
    void whatWasCreatedWorks() {
        await(engine.schema(metadata).createAll());

        assertThat(rows(people.insert().set(name, "jack").returning(id, name, feeling, number, length)))
                .containsExactly("{id=1, name=jack, feeling=HAPPY, number=100, length=4}");
        assertThat(rows(people.insert()
                        .set(name, "daisy")
                        .set(feeling, Mood.SAD)
                        .returning(number, feeling)))
                .containsExactly("{number=105, feeling=SAD}");
        assertThat(rows(select(people.column("name")).from(people).where(feeling.eq(Mood.SAD))))
                .containsExactly("daisy");
        assertThat(rows(shouted.select().orderBy(shouted.column(id))))
                .containsExactly("{id=1, name=JACK}", "{id=2, name=DAISY}");
        assertThat(rows(sizes.select())).isEmpty();
        await(engine.schema(metadata).refresh(sizes));
        await(engine.schema(metadata).refreshConcurrently(sizes));
        assertThat(rows(sizes.select().orderBy(sizes.column("length").asc())))
                .containsExactly("{length=4, number=1}", "{length=5, number=1}");
        assertThat(rows(select(numbers.next()))).containsExactly("110");
        assertThatThrownBy(() -> rows(people.insert().set(name, ""))).isInstanceOf(CheckViolation.class);
    }

    @Test
    void aFailingStatementLeavesNothingBehind() {
        List<String> before = strings(CATALOG);
        metadata.table("broken", column("a", INTEGER).serverDefault(function("no_such_function", INTEGER)));

        assertThatThrownBy(() -> await(engine.schema(metadata).createAll()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("function no_such_function() does not exist");

        assertThat(strings(CATALOG)).isEqualTo(before);
        assertThat(strings("SELECT nspname FROM pg_namespace WHERE nspname = 'app'"))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongBeforeAnythingIsSent() {
        metadata.table(
                "broken", column("a", INTEGER), check(column("b", INTEGER).gt(0)));
        GinoEngine unreachable = GinoEngine.create("postgresql://localhost:1/nowhere");

        assertThatThrownBy(() -> await(unreachable.schema(metadata).createAll()))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 'broken' has no column 'b'. Did you mean 'a'? It has: a.");
        await(unreachable.close());
    }

    @Test
    void severalInstancesStartTogether() {
        List<GinoEngine> engines = Flux.range(0, 8)
                .map(instance -> GinoEngine.create(database.url()))
                .collectList()
                .block(TIMEOUT);

        await(Flux.fromIterable(Objects.requireNonNull(engines))
                .flatMap(instance -> instance.schema(metadata).createAll().subscribeOn(Schedulers.parallel()), 8)
                .then());

        assertThat(strings(CATALOG)).contains("app r people", "public r teams");
        engines.forEach(instance -> await(instance.close()));
    }

    @Test
    void createsAndDropsSomeOfIt() {
        Sequence own = metadata.sequence("app.own");
        await(engine.schema(metadata).create(mood, own, metadata.extension("btree_gist")));
        await(engine.schema(metadata).create(mood));
        assertThat(strings(CATALOG)).containsExactly("app S own", "app type app.\"Mood\" SAD,HAPPY");

        await(engine.schema(metadata).drop(own, mood));
        await(engine.schema(metadata).drop(own, mood));
        assertThat(strings(CATALOG)).isEmpty();
    }

    @Test
    void failsWithoutLookingFirst() {
        SchemaOperations unchecked = engine.schema(metadata).checkFirst(false);
        await(unchecked.createAll());

        assertThatThrownBy(() -> await(unchecked.createAll()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("type \"Mood\" already exists");
        await(unchecked.dropAll());
        assertThatThrownBy(() -> await(unchecked.dropAll()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void refusesToRefreshWhatIsNotStored() {
        assertThatThrownBy(() -> await(engine.schema(metadata).refresh(shouted)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The view 'shouted' is not materialized: it shows the rows of its tables at all times, and"
                        + " cannot be refreshed.");
    }

    @Test
    void teamsAndPeopleReferToEachOther() {
        await(engine.schema(metadata).createAll());

        await(engine.status(teams.insert().set("id", 1)));
        await(engine.status(people.insert().set(name, "jack").set("team_id", 1)));
        await(engine.status(teams.update().set("lead_id", 1L).everyRow()));

        assertThat(rows(select(lower(name.cast(TEXT)))
                        .from(people.join(
                                teams, people.column("team_id", INTEGER).eq(teams.column("id", INTEGER))))))
                .containsExactly("jack");
    }

    @Test
    void whoMayCreateNothingFindsEverything() {
        await(engine.schema(metadata).createAll());
        await(engine.status(text("CREATE ROLE reader_of_schemas LOGIN PASSWORD 'reader'")));
        await(engine.status(text("GRANT USAGE ON SCHEMA app TO reader_of_schemas")));
        GinoEngine reader = GinoEngine.create("postgresql://reader_of_schemas:reader@" + database.host() + ":"
                + database.port() + "/" + database.name());
        try {
            await(reader.schema(metadata).createAll());

            assertThatThrownBy(() -> await(reader.schema(new MetaData()).create(new MetaData().schema("other"))))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("permission denied for database");
        } finally {
            await(reader.close());
            await(engine.status(text("REVOKE USAGE ON SCHEMA app FROM reader_of_schemas")));
            await(engine.status(text("DROP ROLE reader_of_schemas")));
        }
    }

    @Test
    void declaredTypesTravelInRowsAndLists() {
        View sad = metadata.view("sad", people.select().where(feeling.in(Mood.SAD)));
        await(engine.schema(metadata).createAll());

        await(engine.status(people.insert()
                .rows(List.of(name, feeling), List.of(List.of("jack", Mood.SAD), List.of("daisy", Mood.HAPPY)))));

        assertThat(rows(select(name)
                        .from(people)
                        .where(feeling.in(Mood.SAD, Mood.HAPPY))
                        .orderBy(name)))
                .containsExactly("daisy", "jack");
        assertThat(rows(select(sad.column("name")).from(sad))).containsExactly("jack");
    }
}

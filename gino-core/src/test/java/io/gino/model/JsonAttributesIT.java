package io.gino.model;

import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.excluded;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.crud.SqlLog;
import io.gino.error.LoadException;
import io.gino.error.StatementException;
import io.gino.load.ModelLoader;
import io.gino.test.TestDatabase;
import io.gino.type.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Attributes inside documents, of classes and of records. */
@NullUnmarked
class JsonAttributesIT extends OnPostgres {

    enum Mood {
        CALM,
        WILD
    }

    record Address(String city, int zip) {}

    static final class Tag implements Supplier<String> {
        @Override
        public String get() {
            return "computed";
        }
    }

    /** Trims what is set, and gives a name to those without one. */
    static final class Nick implements JsonHooks<User, String> {
        @Override
        public @Nullable String beforeSet(User user, @Nullable String value) {
            return value == null ? null : value.trim();
        }

        @Override
        public @Nullable String afterGet(User user, @Nullable String value) {
            return value == null ? "user " + user.id : value.toUpperCase(java.util.Locale.ROOT);
        }
    }

    @GinoModel("users")
    static class User {
        @PrimaryKey
        private Long id;

        private String name;

        @Column(type = "jsonb")
        private Map<String, Object> profile;

        @Column(type = "jsonb")
        private Json settings;

        @JsonAttribute(of = "profile")
        private int age = 18;

        @JsonAttribute(of = "profile")
        private String city;

        @JsonAttribute(
                of = "profile",
                path = {"work", "office"})
        private String office;

        @JsonAttribute(
                of = "profile",
                path = {"work", "desk", "number"})
        private Long desk;

        @JsonAttribute(of = "settings", defaultValue = "blue")
        private String color;

        @JsonAttribute(of = "settings", clientDefault = Tag.class)
        private String tag;

        @JsonAttribute(of = "settings", hooks = Nick.class)
        private String nick;

        User() {}

        User(String name) {
            this.name = name;
        }
    }

    @GinoModel("people")
    record Person(
            @PrimaryKey Long id,
            @Column(type = "jsonb") Map<String, Object> profile,
            @JsonAttribute int age,
            @JsonAttribute(defaultValue = "Bonn") String city,
            @JsonAttribute Boolean active,
            @JsonAttribute BigDecimal height,
            @JsonAttribute Long big,
            @JsonAttribute Double ratio,
            @JsonAttribute LocalDate born,
            @JsonAttribute LocalDateTime seen,
            @JsonAttribute OffsetDateTime moved,
            @JsonAttribute Instant at,
            @JsonAttribute UUID token,
            @JsonAttribute Mood mood,
            @JsonAttribute List<String> tags,
            @JsonAttribute(defaultValue = "{\"a\": 1}") Map<String, Object> more,
            @JsonAttribute Address home) {

        static Person of(int age) {
            return new Person(
                    null, null, age, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null);
        }
    }

    record Known(String city) {}

    /** A document whose class knows less than the document holds, in a column that is json. */
    @GinoModel("typed")
    static class Typed {
        @PrimaryKey
        private Long id;

        @Column(type = "jsonb")
        private Known known;

        @Column(type = "json")
        private Map<String, Object> plain;

        @JsonAttribute(of = "known")
        private Integer size;

        @JsonAttribute(of = "plain")
        private Integer weight;
    }

    private static final Model<User> USER = Model.of(User.class);
    private static final ColumnAttribute<User, Long> ID = USER.attribute("id");
    private static final ColumnAttribute<User, String> NAME = USER.attribute("name");
    private static final ColumnAttribute<User, Map<String, Object>> PROFILE = USER.attribute("profile");
    private static final ColumnAttribute<User, Integer> AGE = USER.column("age", Integer.class);
    private static final ColumnAttribute<User, String> CITY = USER.column("city", String.class);
    private static final ColumnAttribute<User, String> OFFICE = USER.attribute("office");
    private static final ColumnAttribute<User, Long> DESK = USER.attribute("desk");
    private static final ColumnAttribute<User, String> COLOR = USER.attribute("color");
    private static final ColumnAttribute<User, String> NICK = USER.attribute("nick");
    private static final Model<Person> PERSON = Model.of(Person.class);

    JsonAttributesIT(TestDatabase database) {
        super(database, User.class, Person.class, Typed.class);
    }

    private @Nullable String stored(String column, String table, Object id) {
        return await(
                db.scalar(text("SELECT (" + column + ")::text FROM " + table + " WHERE id = " + id), String.class));
    }

    private void execute(String sql) {
        await(db.status(text(sql)));
    }

    private User user(String profile) {
        User user = await(db.create(new User("ada")));
        execute("UPDATE users SET profile = " + (profile == null ? "NULL" : "'" + profile + "'") + " WHERE id = "
                + user.id);
        return await(db.get(User.class, user.id));
    }

    @Test
    void theTableHasNoColumnsForThem() {
        assertThat(Script.of(User.class))
                .isEqualTo(
                        "CREATE TABLE users (id bigint GENERATED BY DEFAULT AS IDENTITY"
                                + " NOT NULL, name text, profile jsonb, settings jsonb, CONSTRAINT pk_users PRIMARY KEY (id));\n");
        assertThat(USER.columnNames()).containsOnlyKeys("id", "name", "profile", "settings");
        assertThat(USER.documents().attributes())
                .extracting(ColumnAttribute::attribute)
                .containsExactly("age", "city", "office", "desk", "color", "tag", "nick");
    }

    @Test
    void createStoresThemWithTheirDefaults() {
        User user = new User("ada");
        user.city = "Bonn";
        user.desk = 7L;
        List<String> sql = SqlLog.of(db, db.create(user));

        assertThat(sql)
                .containsExactly("INSERT INTO users (name, profile, settings) VALUES ($1, $2, $3)"
                        + " RETURNING users.id, users.name, users.profile, users.settings");
        assertThat(stored("profile", "users", user.id))
                .isEqualTo("{\"age\": 18, \"city\": \"Bonn\", \"work\": {\"desk\": {\"number\": 7}}}");
        assertThat(stored("settings", "users", user.id)).isEqualTo("{\"tag\": \"computed\", \"color\": \"blue\"}");
        assertThat(user)
                .extracting("age", "city", "desk", "color", "tag", "nick")
                .containsExactly(18, "Bonn", 7L, "blue", "computed", null);
        assertThat(user.profile).containsEntry("city", "Bonn");
    }

    @Test
    void createKeepsWhatElseTheDocumentHolds() {
        User user = new User("ada");
        user.profile = Map.of("x", List.of(1, 2), "city", "Rome", "age", 99);
        await(db.create(user));

        assertThat(stored("profile", "users", user.id)).isEqualTo("{\"x\": [1, 2], \"age\": 18, \"city\": \"Rome\"}");
        assertThat(user).extracting("age", "city").containsExactly(18, "Rome");
    }

    @Test
    void aRecordHasEachKind() {
        OffsetDateTime moved = OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000, ZoneOffset.UTC);
        Person person = new Person(
                null,
                Map.of("other", "kept"),
                44,
                "Rome",
                true,
                new BigDecimal("12345678901234567890.123456789"),
                Long.MAX_VALUE,
                0.5,
                LocalDate.of(1980, 2, 29),
                LocalDateTime.of(2026, 1, 2, 3, 4, 5),
                moved,
                moved.toInstant(),
                UUID.fromString("7d8c5d0e-0f2a-4e6b-9a0c-1d2e3f405162"),
                Mood.WILD,
                List.of("a", "b\"'\\ñ"),
                Map.of("b", 2),
                new Address("Köln \"'\\", 50667));

        Person stored = await(db.create(person));
        assertThat(stored)
                .usingRecursiveComparison()
                .ignoringFields("id", "profile")
                .isEqualTo(person);
        assertThat(stored.profile).containsEntry("other", "kept").containsEntry("age", 44);
        assertThat(await(db.get(Person.class, stored.id))).isEqualTo(stored);
        for (DocumentAttribute<Person, ?> attribute : PERSON.documents().attributes()) {
            assertThat(await(db.query(Person.class)
                            .where(isItself(attribute, stored))
                            .count()))
                    .as(attribute.attribute())
                    .isEqualTo(1);
            assertThat((Object) await(db.query(Person.class).select(attribute).one()))
                    .as(attribute.attribute())
                    .isEqualTo(attribute.get(stored));
        }
    }

    private static <T> io.gino.sql.Condition isItself(DocumentAttribute<Person, T> attribute, Person person) {
        return attribute.eq(attribute.get(person));
    }

    @Test
    void loadingFillsThemAndKeysThatAreAbsentAreDefaults() {
        User user = user("{\"city\": \"Oslo\", \"unknown\": {\"kept\": true}}");
        assertThat(user).extracting("age", "city", "office", "color").containsExactly(18, "Oslo", null, "blue");
        assertThat(user.profile).containsEntry("unknown", Map.of("kept", true));

        User empty = user(null);
        assertThat(empty).extracting("age", "city", "profile").containsExactly(18, null, null);

        execute("INSERT INTO people (profile) VALUES (NULL), ('{\"age\": 5, \"city\": null, \"more\": null}')");
        List<Person> people =
                awaitAll(db.query(Person.class).orderBy(PERSON.column("id")).all());
        assertThat(people).extracting(Person::age).containsExactly(0, 5);
        assertThat(people).extracting(Person::city).containsExactly("Bonn", null);
        assertThat(people).extracting(Person::more).containsExactly(Map.of("a", 1), null);
    }

    @Test
    void aKeyOfAnotherKindIsAClearError() {
        assertThatThrownBy(() -> user("{\"age\": \"old\"}"))
                .isInstanceOf(LoadException.class)
                .hasMessage("Attribute 'age' of model User cannot be read from key 'age' of column 'profile'."
                        + " It holds a text that is no Integer.");
        assertThatThrownBy(() -> user("{\"city\": {\"name\": \"x\"}}"))
                .isInstanceOf(LoadException.class)
                .hasMessage("Attribute 'city' of model User cannot be read from key 'city' of column 'profile'."
                        + " It holds an object that is no String.");
    }

    @Test
    void aRecordSaysSoToo() {
        execute("INSERT INTO people (profile) VALUES ('{\"born\": \"yesterday\"}')");
        assertThatThrownBy(() -> await(db.query(Person.class).one()))
                .isInstanceOf(LoadException.class)
                .hasMessage("Attribute 'born' of model Person cannot be read from key 'born' of column 'profile'."
                        + " A value cannot be read as LocalDate: it is no ISO date or time. If it is one in"
                        + " PostgreSQL, leave DateStyle at ISO.");
    }

    @Test
    void aDocumentThatIsNoObjectIsAClearError() {
        execute("INSERT INTO users (settings) VALUES ('[1]')");
        assertThatThrownBy(() -> await(db.query(User.class).one()))
                .isInstanceOf(LoadException.class)
                .hasMessage("Attributes of model User lie inside column 'settings', and cannot be read."
                        + " The JSON document is no object, and so has no fields.");
    }

    @Test
    void updateTouchesOnlyItsKeys() {
        User user = user("{\"age\": 1, \"unknown\": [1]}");
        execute("UPDATE users SET profile = profile || '{\"meanwhile\": 1}'");
        List<String> sql = SqlLog.of(
                db,
                db.update(user).set(AGE, 20).set(CITY, "Bonn").set(NAME, "eve").apply());

        assertThat(sql)
                .containsExactly("UPDATE users SET profile = COALESCE(users.profile, '{}') || $1, name = $2"
                        + " WHERE users.id = $3 RETURNING users.profile, users.name");
        assertThat(stored("profile", "users", user.id))
                .isEqualTo("{\"age\": 20, \"city\": \"Bonn\", \"unknown\": [1], \"meanwhile\": 1}");
        assertThat(user).extracting("age", "city", "name").containsExactly(20, "Bonn", "eve");
        assertThat(user.profile).containsEntry("meanwhile", 1).containsEntry("age", 20);
    }

    @Test
    void updateWorksOnADocumentThatIsNull() {
        User user = user(null);
        await(db.update(user).set(AGE, 20).set(DESK, 7L).set(OFFICE, "Bonn").apply());

        assertThat(stored("profile", "users", user.id))
                .isEqualTo("{\"age\": 20, \"work\": {\"desk\": {\"number\": 7}, \"office\": \"Bonn\"}}");
        assertThat(user).extracting("age", "desk", "office").containsExactly(20, 7L, "Bonn");
    }

    @Test
    void updateOfAPathKeepsWhatIsBesideIt() {
        User user = user("{\"work\": {\"x\": 1, \"desk\": {\"y\": 2, \"number\": 3}}}");
        await(db.update(user).set(DESK, DESK.plus(1)).apply());
        assertThat(stored("profile", "users", user.id))
                .isEqualTo("{\"work\": {\"x\": 1, \"desk\": {\"y\": 2, \"number\": 4}}}");
        assertThat(user.desk).isEqualTo(4);

        execute("UPDATE users SET profile = '{\"work\": null}'");
        await(db.update(user).set(OFFICE, "Bonn").apply());
        assertThat(stored("profile", "users", user.id)).isEqualTo("{\"work\": {\"office\": \"Bonn\"}}");
    }

    @Test
    void updateOfSeveralDocumentsIsOneStatement() {
        User user = user("{\"age\": 1}");
        List<String> sql = SqlLog.of(
                db,
                db.update(user)
                        .set(AGE, AGE.plus(1))
                        .set(COLOR, "red")
                        .set(CITY, "Bonn")
                        .set(NAME, NAME.concat("!"))
                        .apply());

        assertThat(sql)
                .containsExactly("UPDATE users SET settings = COALESCE(users.settings, '{}') || $1,"
                        + " profile = COALESCE(users.profile, '{}') || $2"
                        + " || jsonb_build_object('age', (users.profile ->> 'age')::integer + $3),"
                        + " name = users.name || $4 WHERE users.id = $5"
                        + " RETURNING users.profile, users.settings, users.name");
        assertThat(user).extracting("age", "color", "city", "name").containsExactly(2, "red", "Bonn", "ada!");
    }

    @Test
    void updateOfTheWholeDocumentGoesWithItsKeys() {
        User user = user("{\"age\": 1, \"old\": true}");
        var update = db.update(user).set(PROFILE, Map.of("new", 1, "city", "Rome"));
        assertThat(user).extracting("age", "city").containsExactly(18, "Rome");
        List<String> sql = SqlLog.of(db, update.set(AGE, 30).apply());

        assertThat(sql).containsExactly("UPDATE users SET profile = $1 WHERE users.id = $2 RETURNING users.profile");
        assertThat(stored("profile", "users", user.id)).isEqualTo("{\"age\": 30, \"new\": 1, \"city\": \"Rome\"}");

        await(db.update(user)
                .set(AGE, 40)
                .set(PROFILE, Map.of("last", 1))
                .set(CITY, "Oslo")
                .apply());
        assertThat(stored("profile", "users", user.id)).isEqualTo("{\"city\": \"Oslo\", \"last\": 1}");
        assertThat(user).extracting("age", "city").containsExactly(18, "Oslo");
    }

    @Test
    void aRecordIsUpdatedToo() {
        Person person = await(db.create(Person.of(20)));
        Person edited = await(db.update(person)
                .set(
                        PERSON.<Integer>attribute("age"),
                        PERSON.<Integer>attribute("age").plus(1))
                .set(PERSON.<Address>attribute("home"), new Address("Bonn", 1))
                .set(PERSON.<List<String>>attribute("tags"), List.of("x"))
                .apply());

        assertThat(edited.age).isEqualTo(21);
        assertThat(edited.home).isEqualTo(new Address("Bonn", 1));
        assertThat(edited.tags).containsExactly("x");
        assertThat(await(db.get(Person.class, person.id))).isEqualTo(edited);
        assertThat(await(db.refresh(person))).isEqualTo(edited);
        assertThat(PERSON.copy(edited)).isEqualTo(edited);
    }

    @Test
    void nullIsTheNullOfJson() {
        User user = user("{\"city\": \"Bonn\"}");
        await(db.update(user).set(CITY, (String) null).apply());

        assertThat(stored("profile", "users", user.id)).isEqualTo("{\"city\": null}");
        assertThat(user.city).isNull();
        assertThat(await(db.query(User.class).where(CITY.isNull()).count())).isEqualTo(1);
        await(db.update(user).set(COLOR, (String) null).apply());
        User loaded = await(db.get(User.class, user.id));
        assertThat(loaded.color).isNull();
        assertThat(COLOR.get(loaded)).isNull();
    }

    @Test
    void massUpdatesComputeFromTheRow() {
        user("{\"age\": 1, \"x\": 1}");
        user("{\"age\": 2}");
        User unborn = user(null);
        await(db.update(User.class)
                .set(AGE, AGE.plus(1))
                .set(CITY, "Bonn")
                .where(AGE.ge(1))
                .as(db::status));

        List<User> all = awaitAll(db.query(User.class).orderBy(ID).all());
        assertThat(all).extracting(user -> user.age).containsExactly(2, 3, 18);
        assertThat(all).extracting(user -> user.city).containsExactly("Bonn", "Bonn", null);
        assertThat(all.get(0).profile).containsEntry("x", 1);
        await(db.update(User.class).set(AGE, 5).where(ID.eq(unborn.id)).as(db::status));
        assertThat(stored("profile", "users", unborn.id)).isEqualTo("{\"age\": 5}");
    }

    @Test
    void queriesSortSelectAndGroupByThem() {
        user("{\"age\": 30, \"city\": \"Bonn\"}");
        user("{\"age\": 9, \"city\": \"Rome\"}");
        user("{\"age\": 20, \"city\": \"Bonn\"}");

        assertThat(awaitAll(db.query(User.class).where(AGE.gt(9)).orderBy(AGE).all()))
                .extracting(user -> user.age)
                .containsExactly(20, 30);
        assertThat(awaitAll(db.query(User.class).orderBy(AGE.desc()).select(AGE).all()))
                .containsExactly(30, 20, 9);
        assertThat(awaitAll(select(CITY, count())
                        .from(USER.table())
                        .groupBy(CITY)
                        .orderBy(CITY)
                        .as(db::all)))
                .extracting(row -> row.get(CITY), row -> row.get(count()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Bonn", 2L),
                        org.assertj.core.groups.Tuple.tuple("Rome", 1L));
        assertThat(awaitAll(select(AGE, CITY)
                        .from(USER.table())
                        .orderBy(AGE)
                        .into(Card.class)
                        .as(db::all)))
                .containsExactly(new Card("Rome", 9), new Card("Bonn", 20), new Card("Bonn", 30));
        assertThat(await(db.query(User.class).orderBy(AGE).page(1, 2)).items()).hasSize(1);
        var first = await(db.query(User.class).orderBy(AGE).pageAfter(null, 2));
        assertThat(await(db.query(User.class)
                                .orderBy(AGE)
                                .pageAfter(first.next().orElseThrow(), 2))
                        .items())
                .extracting(user -> user.age)
                .containsExactly(30);
    }

    record Card(String city, int age) {}

    @Test
    void aliasesSubqueriesAndRawSqlHaveThem() {
        user("{\"age\": 30}");
        ModelAlias<User> other = USER.as("other");
        ModelLoader<User> loader = ModelLoader.load(other);
        assertThat(awaitAll(db.query(loader).where(loader.column(AGE).eq(30)).all()))
                .extracting(user -> user.age)
                .containsExactly(30);
        var inner = select(ID, PROFILE).from(USER.table()).asTable("inner_users");
        ModelLoader<User> in = ModelLoader.load(User.class).in(inner);
        assertThat(awaitAll(db.query(in).where(in.column(AGE).eq(30)).all()))
                .extracting(user -> user.age)
                .containsExactly(30);
        assertThat(awaitAll(db.all(text("SELECT * FROM users").read(ModelLoader.load(User.class)))))
                .extracting(user -> user.age)
                .containsExactly(30);
        assertThat(awaitAll(db.query(ModelLoader.load(User.class).only(AGE)).all()))
                .extracting(user -> user.age, user -> user.name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(30, null));
    }

    @Test
    void createManyAndUpdateManyStoreThem() {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            User user = new User("u" + i);
            user.age = i;
            user.city = "c" + i;
            user.profile = Map.of("x", i);
            users.add(user);
        }
        List<User> stored = awaitAll(db.createMany(users));
        assertThat(stored).extracting(user -> user.age).containsExactly(0, 1, 2);
        assertThat(stored("profile", "users", stored.get(2).id)).isEqualTo("{\"x\": 2, \"age\": 2, \"city\": \"c2\"}");

        stored.forEach(user -> {
            user.age += 10;
            user.city = null;
        });
        awaitAll(db.updateMany(stored));
        assertThat(stored("profile", "users", stored.get(2).id)).isEqualTo("{\"x\": 2, \"age\": 12, \"city\": null}");

        execute("UPDATE users SET profile = profile || '{\"meanwhile\": 1}'");
        stored.forEach(user -> user.age += 10);
        List<String> sql = SqlLog.of(db, db.updateMany(stored, AGE));
        assertThat(sql)
                .containsExactly("UPDATE users SET profile = COALESCE(users.profile, '{}')"
                        + " || jsonb_build_object('age', given.age)"
                        + " FROM unnest($1::bigint[], $2::jsonb[]) WITH ORDINALITY AS given (id, age, place)"
                        + " WHERE users.id = given.id RETURNING users.id, users.name, users.profile, users.settings,"
                        + " given.place");
        assertThat(stored("profile", "users", stored.get(2).id))
                .isEqualTo("{\"x\": 2, \"age\": 22, \"city\": null, \"meanwhile\": 1}");
        assertThat(stored).extracting(user -> user.profile.get("meanwhile")).containsExactly(1, 1, 1);
    }

    @Test
    void recordsAreStoredInNumbers() {
        List<Person> stored = awaitAll(db.createMany(List.of(Person.of(1), Person.of(2))));
        assertThat(stored)
                .extracting(Person::age, Person::city)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "Bonn"), org.assertj.core.groups.Tuple.tuple(2, "Bonn"));
        assertThat(awaitAll(db.updateMany(stored))).isEqualTo(stored);
        assertThat(await(db.copyIn(Person.class, Flux.just(Person.of(3), Person.of(4))))
                        .affected())
                .isEqualTo(2);
        assertThat(awaitAll(db.query(Person.class)
                        .orderBy(PERSON.column("age"))
                        .select(PERSON.column("age"))
                        .all()))
                .isEqualTo(List.of(1, 2, 3, 4));
    }

    @Test
    void upsertKeepsTheKeysThatItDoesNotKnow() {
        User user = user("{\"age\": 1, \"unknown\": 1}");
        User other = new User("eve");
        other.id = user.id;
        other.age = 5;
        await(db.upsert(other));
        assertThat(stored("profile", "users", user.id)).isEqualTo("{\"age\": 5, \"unknown\": 1}");

        await(db.upsert(other, row -> row.set(AGE, AGE.plus(excluded(AGE)))));
        assertThat(stored("profile", "users", user.id)).isEqualTo("{\"age\": 10, \"unknown\": 1}");

        other.age = 7;
        other.city = "Rome";
        List<String> sql = SqlLog.of(db, db.upsert(other, row -> row.updating(CITY)));
        assertThat(sql)
                .containsExactly("INSERT INTO users (id, name, profile, settings) VALUES ($1, $2, $3, $4)"
                        + " ON CONFLICT (id) DO UPDATE SET profile = COALESCE(users.profile, '{}')"
                        + " || jsonb_build_object('city', NULLIF(excluded.profile -> 'city', 'null'))"
                        + " RETURNING users.id, users.name, users.profile, users.settings");
        assertThat(stored("profile", "users", user.id)).isEqualTo("{\"age\": 10, \"city\": \"Rome\", \"unknown\": 1}");
        assertThat(other.age).isEqualTo(10);
    }

    @Test
    void unicodeAndQuotesSurvive() {
        String odd = "ключ 'quoted' \"doubly\" \\ back 😀 $1 {0} :name";
        User user = user("{}");
        await(db.update(user).set(CITY, odd).set(OFFICE, OFFICE.concat("!")).apply());
        assertThat(user.city).isEqualTo(odd);
        assertThat(await(db.query(User.class).where(CITY.eq(odd)).one()).city).isEqualTo(odd);
    }

    @Test
    void hooksStandAtTheAttribute() {
        User user = new User("ada");
        NICK.set(user, "  ann ");
        assertThat(user.nick).isEqualTo("ann");
        assertThat(NICK.get(user)).isEqualTo("ANN");
        await(db.create(user));
        await(db.update(user).set(NICK, " bob").apply());

        assertThat(stored("settings -> 'nick'", "users", user.id)).isEqualTo("\"bob\"");
        assertThat(NICK.get(user)).isEqualTo("BOB");
        User unnamed = await(db.create(new User("eve")));
        assertThat(NICK.get(unnamed)).isEqualTo("user " + unnamed.id);
        assertThat(stored("settings -> 'nick'", "users", unnamed.id)).isNull();
    }

    @Test
    void instancesAreReadAndMadeByAttribute() {
        User user = USER.newInstance(Map.of("name", "ada", "age", 3, "profile", Map.of("city", "Rome")));
        assertThat(user).extracting("age", "city").containsExactly(3, "Rome");
        assertThat(USER.toMap(user))
                .containsOnlyKeys("id", "name", "age", "city", "office", "desk", "color", "tag", "nick")
                .containsEntry("age", 3)
                .containsEntry("color", "blue");
        assertThat(AGE.get(user)).isEqualTo(3);
        AGE.set(user, 4);
        assertThat(user.age).isEqualTo(4);
    }

    @Test
    void aTypedDocumentLosesNothingThatItsClassDoesNotKnow() {
        Typed typed = new Typed();
        typed.known = new Known("Bonn");
        typed.size = 4;
        typed.weight = 5;
        await(db.create(typed));
        assertThat(stored("known", "typed", typed.id)).isEqualTo("{\"city\": \"Bonn\", \"size\": 4}");
        assertThat(stored("plain", "typed", typed.id)).isEqualTo("{\"weight\":5}");
        typed.size = 6;
        awaitAll(db.updateMany(List.of(typed)));
        assertThat(stored("known", "typed", typed.id)).isEqualTo("{\"city\": \"Bonn\", \"size\": 6}");
        Typed loaded = await(db.get(Typed.class, typed.id));
        assertThat(loaded).extracting("size", "weight", "known").containsExactly(6, 5, new Known("Bonn"));
    }

    @Test
    void aJsonColumnIsReadAndSetAsAWholeOnly() {
        Typed typed = await(db.create(new Typed()));
        ColumnAttribute<Typed, Integer> weight = Model.of(Typed.class).attribute("weight");
        assertThatThrownBy(() -> db.update(typed).set(weight, 5))
                .isInstanceOf(StatementException.class)
                .hasMessage("Cannot set typed.plain.weight: it lies inside 'typed.plain', which is json."
                        + " Declare that jsonb, or set the whole of it.");
        await(db.update(typed)
                .set(Model.of(Typed.class).<Map<String, Object>>attribute("plain"), Map.of("weight", 9))
                .apply());
        assertThat(typed.weight).isEqualTo(9);
        assertThat(await(db.query(Typed.class).where(weight.eq(9)).count())).isEqualTo(1);
    }

    @Test
    void concurrentUpdatesOfDifferentKeysLoseNone() {
        User user = user(null);
        await(db.update(user).set(PROFILE, Map.of()).apply());
        List<Mono<?>> updates = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            updates.add(db.update(Keyed.class)
                    .set(Model.of(Keyed.class).<Integer>attribute("k" + i), i)
                    .where(Model.of(Keyed.class).<Long>attribute("id").eq(user.id))
                    .as(db::status));
        }
        Flux.merge(Flux.fromIterable(updates), 65).blockLast(Duration.ofSeconds(30));

        Map<String, Object> profile = await(db.get(User.class, user.id)).profile;
        for (int i = 0; i < 65; i++) {
            assertThat(profile).containsEntry("k" + i, i);
        }
        assertThat(profile).hasSize(65);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static io.gino.sql.Sql.excluded;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.crud.SqlLog;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Attributes inside documents, as they are changed. */
@NullUnmarked
class JsonUpdatesIT extends OnDocuments {

    JsonUpdatesIT(TestDatabase database) {
        super(database);
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

        assertThat(edited.age()).isEqualTo(21);
        assertThat(edited.home()).isEqualTo(new Address("Bonn", 1));
        assertThat(edited.tags()).containsExactly("x");
        assertThat(await(db.get(Person.class, person.id()))).isEqualTo(edited);
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

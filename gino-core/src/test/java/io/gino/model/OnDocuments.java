/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static io.gino.sql.Sql.text;

import io.gino.test.TestDatabase;
import io.gino.type.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Models with attributes inside documents, a class and a record, and a database that has their tables. */
@NullUnmarked
abstract class OnDocuments extends OnPostgres {

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
        Long id;

        String name;

        @Column(type = "jsonb")
        Map<String, Object> profile;

        @Column(type = "jsonb")
        Json settings;

        @JsonAttribute(of = "profile")
        int age = 18;

        @JsonAttribute(of = "profile")
        String city;

        @JsonAttribute(
                of = "profile",
                path = {"work", "office"})
        String office;

        @JsonAttribute(
                of = "profile",
                path = {"work", "desk", "number"})
        Long desk;

        @JsonAttribute(of = "settings", defaultValue = "blue")
        String color;

        @JsonAttribute(of = "settings", clientDefault = Tag.class)
        String tag;

        @JsonAttribute(of = "settings", hooks = Nick.class)
        String nick;

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
        Long id;

        @Column(type = "jsonb")
        Known known;

        @Column(type = "json")
        Map<String, Object> plain;

        @JsonAttribute(of = "known")
        Integer size;

        @JsonAttribute(of = "plain")
        Integer weight;
    }

    static final Model<User> USER = Model.of(User.class);
    static final ColumnAttribute<User, Long> ID = USER.attribute("id");
    static final ColumnAttribute<User, String> NAME = USER.attribute("name");
    static final ColumnAttribute<User, Map<String, Object>> PROFILE = USER.attribute("profile");
    static final ColumnAttribute<User, Integer> AGE = USER.column("age", Integer.class);
    static final ColumnAttribute<User, String> CITY = USER.column("city", String.class);
    static final ColumnAttribute<User, String> OFFICE = USER.attribute("office");
    static final ColumnAttribute<User, Long> DESK = USER.attribute("desk");
    static final ColumnAttribute<User, String> COLOR = USER.attribute("color");
    static final ColumnAttribute<User, String> NICK = USER.attribute("nick");
    static final Model<Person> PERSON = Model.of(Person.class);

    OnDocuments(TestDatabase database) {
        super(database, User.class, Person.class, Typed.class);
    }

    @Nullable
    String stored(String column, String table, Object id) {
        return await(
                db.scalar(text("SELECT (" + column + ")::text FROM " + table + " WHERE id = " + id), String.class));
    }

    void execute(String sql) {
        await(db.status(text(sql)));
    }

    User user(String profile) {
        User user = await(db.create(new User("ada")));
        execute("UPDATE users SET profile = " + (profile == null ? "NULL" : "'" + profile + "'") + " WHERE id = "
                + user.id);
        return await(db.get(User.class, user.id));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.LoadException;
import io.gino.error.StatementException;
import io.gino.sql.Sql;
import io.gino.test.TestDatabase;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Documents that hold nothing but their attributes. */
@NullUnmarked
class KnownKeysIT extends OnPostgres {

    @GinoModel(knownKeysOnly = true)
    abstract static class Strict {
        @PrimaryKey
        Long id;

        @Column(type = "jsonb")
        Map<String, Object> profile;

        @JsonAttribute
        Integer age;

        @JsonAttribute(path = {"address", "city"})
        String city;

        @JsonAttribute
        Map<String, Object> notes;
    }

    @GinoModel("users")
    static class User extends Strict {}

    @GinoModel(of = User.class)
    record Anyone(
            Long id,
            @Column(type = "jsonb") Map<String, Object> profile,
            @JsonAttribute Integer age) {}

    private static final Model<User> USER = Model.of(User.class);

    KnownKeysIT(TestDatabase database) {
        super(database, User.class);
    }

    private User stored(String profile) {
        await(db.status(Sql.text("INSERT INTO users (id, profile) VALUES (1, '" + profile + "'::jsonb)")));
        return await(db.get(User.class, 1L));
    }

    @Test
    void whatIsAtOrBelowAnAttributeIsKnown() {
        User user = stored("{\"age\": 1, \"address\": {\"city\": \"Bonn\"}, \"notes\": {\"any\": 1}}");
        assertThat(user).extracting("age", "city", "notes").containsExactly(1, "Bonn", Map.of("any", 1));
        await(db.update(user)
                .set(USER.column("city", String.class), "Rome")
                .set(USER.column("age", Integer.class), 2)
                .apply());
        assertThat(await(db.get(User.class, 1L))).extracting("age", "city").containsExactly(2, "Rome");
    }

    @Test
    void anotherKeyIsNotLoaded() {
        assertThatThrownBy(() -> stored("{\"age\": 1, \"nick\": \"x\"}"))
                .isInstanceOf(LoadException.class)
                .hasMessage("Attributes of model User lie inside column 'profile', and cannot be read. It has the key"
                        + " 'nick', which is no attribute's. Declare one by @JsonAttribute, or leave knownKeysOnly out"
                        + " of @GinoModel.");
        assertThat(await(db.get(Anyone.class, 1L)).age()).isEqualTo(1);
    }

    @Test
    void norBesideAPath() {
        assertThatThrownBy(() -> stored("{\"address\": {\"city\": \"Bonn\", \"zip\": 1}}"))
                .isInstanceOf(LoadException.class)
                .hasMessage("Attributes of model User lie inside column 'profile', and cannot be read. It has the key"
                        + " 'address.zip', which is no attribute's. Declare one by @JsonAttribute, or leave"
                        + " knownKeysOnly out of @GinoModel.");
    }

    @Test
    void anotherKeyIsNotStored() {
        User user = new User();
        user.profile = Map.of("nick", "x");
        assertThatThrownBy(() -> await(db.create(user)))
                .isInstanceOf(StatementException.class)
                .hasMessage("The document 'profile' of this User cannot be stored. It has the key 'nick', which is no"
                        + " attribute's. Declare one by @JsonAttribute, or leave knownKeysOnly out of @GinoModel.");
        assertThat(await(db.query(User.class).count())).isZero();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.engine.Status;
import io.gino.error.SchemaException;
import io.gino.model.Column;
import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** GINO's page "Schema Declaration", GINO ORM: classes and records as tables. */
@ExtendWith(PostgresExtension.class)
class SchemaDeclarationModelIT {

    @GinoModel("users")
    static class User {
        @PrimaryKey
        private Long id;

        private String name;
        private String fullname;

        private User() {}

        User(String name, String fullname) {
            this.name = name;
            this.fullname = fullname;
        }
    }

    @GinoModel("addresses")
    record Address(
            @PrimaryKey Long id,
            @ForeignKey("users.id") Long userId,
            @Column(nullable = false) String emailAddress) {}

    @GinoModel("nicknamed")
    record Nicknamed(@PrimaryKey Long id, @Column("name") String nickname) {}

    @GinoModel("defaulted")
    static class Defaulted {
        @PrimaryKey
        private Long id;

        @Column("name")
        private String nickname = "noname";
    }

    @GinoModel
    record Abstract(@PrimaryKey Long id) {}

    private final Gino db = new Gino().models(User.class, Address.class);

    @Test
    void declareBindCreateInsertSelect(TestDatabase database) {
        Flux<User> users = db.withBind(
                database.url(),
                engine -> db.createAll()
                        .then(db.create(new User("jack", "Jack Jones")))
                        .flatMap(jack -> db.create(new Address(null, jack.id, "jack@example.org")))
                        .thenMany(db.query(User.class).all()));
        StepVerifier.create(users.map(user -> user.id + " " + user.name + " " + user.fullname))
                .expectNext("1 jack Jack Jones")
                .verifyComplete();
    }

    @Test
    void theTableNameIsMandatoryForAConcreteModel() {
        assertThatThrownBy(() -> db.model(Abstract.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Model io.gino.seeds.SchemaDeclarationModelIT$Abstract is abstract: it names no table."
                        + " Annotate it @GinoModel(\"table_name\") to use it.");
    }

    @Test
    void theTableOfAModelIsInTheVeryDb() {
        assertThat(db.tables())
                .containsExactly(
                        Model.of(User.class).table(), Model.of(Address.class).table());
        assertThat(Model.of(User.class).metadata()).containsSame(db);
    }

    @Test
    void aColumnMayHaveADefaultThatIsStored(TestDatabase database) {
        Gino other = new Gino().models(Defaulted.class);
        Flux<String> names = other.withBind(
                database.url(),
                engine -> other.createAll()
                        .then(other.create(new Defaulted()))
                        .thenMany(other.query(Defaulted.class).all())
                        .map(stored -> stored.nickname));
        StepVerifier.create(names).expectNext("noname").verifyComplete();
    }

    @Test
    void anAttributeMayHaveAnotherNameThanItsColumn(TestDatabase database) {
        Gino other = new Gino().models(Nicknamed.class);
        Mono<Status> status = other.withBind(
                        database.url(),
                        engine -> other.createAll()
                                .then(other.create(new Nicknamed(null, "jack")))
                                .then(other.status(Model.of(Nicknamed.class)
                                        .table()
                                        .update()
                                        .set("name", "daisy")
                                        .everyRow())))
                .single();
        StepVerifier.create(status).expectNext(new Status("UPDATE", 1, 0)).verifyComplete();
    }
}

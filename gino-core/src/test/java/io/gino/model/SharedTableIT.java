/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.primaryKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.error.StatementException;
import io.gino.schema.Index;
import io.gino.test.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Several models with one table. */
@NullUnmarked
class SharedTableIT extends OnPostgres {

    @GinoModel("people")
    static class Person {
        @PrimaryKey
        Long id;

        @Column("name")
        String nickname;

        int age;

        @Version
        int version;
    }

    static class Greeter extends Person {
        String greeting() {
            return "Hello " + nickname;
        }
    }

    @GinoModel(of = Person.class)
    record Card(@PrimaryKey Long id, String name, @Transient String extra) {}

    SharedTableIT(TestDatabase database) {
        super(database, Person.class, Greeter.class, Card.class);
    }

    @Test
    void aSubclassHasTheTableAndTheColumnsOfItsSuperclass() {
        Greeter greeter = new Greeter();
        greeter.nickname = "jack";
        await(db.create(greeter));

        assertThat(Model.of(Greeter.class).table())
                .isSameAs(Model.of(Person.class).table());
        assertThat(Model.of(Greeter.class).column("nickname"))
                .isSameAs(Model.of(Person.class).column("nickname"));
        assertThat(await(db.get(Greeter.class, greeter.id)).greeting()).isEqualTo("Hello jack");
        assertThat(await(db.get(Person.class, greeter.id)).nickname).isEqualTo("jack");
    }

    @Test
    void anotherModelHasSomeOfTheColumns() {
        Person person = new Person();
        person.nickname = "jill";
        person.age = 30;
        await(db.create(person));
        Card card = await(db.get(Card.class, person.id));
        ColumnAttribute<Card, String> name = Model.of(Card.class).column("name", String.class);
        Card renamed = await(db.update(card).set(name, "daisy").apply());

        assertThat(card).isEqualTo(new Card(person.id, "jill", null));
        assertThat(renamed).isEqualTo(new Card(person.id, "daisy", null));
        assertThat(awaitAll(db.query(Card.class)
                        .where(name.eq("daisy"))
                        .orderBy(name)
                        .all()))
                .containsExactly(renamed);
        assertThat(await(db.get(Person.class, person.id)))
                .extracting("nickname", "age", "version")
                .containsExactly("daisy", 30, 1);
    }

    @Test
    void oneTableIsDeclaredForAllOfThem() {
        assertThat(db.tables()).containsExactly(Model.of(Person.class).table());
        assertThat(Model.of(Card.class).key())
                .containsExactly(Model.of(Card.class).column("id"));
        assertThat(Model.of(Greeter.class).version())
                .contains(Model.of(Greeter.class).column("version"));
        assertThat(Model.of(Model.of(Card.class).table())).containsSame(Model.of(Person.class));
    }

    @Test
    void isToldApartFromWhatHasNoTable() {
        assertThat(Model.isConcrete(Person.class)).isTrue();
        assertThat(Model.isConcrete(Greeter.class)).isTrue();
        assertThat(Model.isConcrete(Card.class)).isTrue();
        assertThat(Model.isConcrete(Nowhere.class)).isFalse();
        assertThat(Model.isConcrete(String.class)).isFalse();
    }

    @GinoModel
    static class Nowhere {}

    @GinoModel("pairs")
    record Pair(Long first, Long second, String name) {
        static final io.gino.schema.PrimaryKey KEY = primaryKey("second", "first");
    }

    @GinoModel(of = Pair.class)
    record Half(Long first, String name) {}

    @Test
    void aModelWithoutAllOfTheKeyHasNone() {
        Model<Pair> pair = Model.of(Pair.class);

        assertThat(pair.key()).containsExactly(pair.column("second"), pair.column("first"));
        assertThat(Model.of(Half.class).key()).isEmpty();
        assertThatThrownBy(() -> await(db.update(new Half(1L, "a"))
                        .set(Model.of(Half.class).column("name", String.class), "b")
                        .apply()))
                .isInstanceOf(StatementException.class);
    }

    static class More extends Person {
        private String address;
    }

    @GinoModel(of = Person.class)
    record Unknown(@PrimaryKey Long id, String nmae) {}

    @GinoModel(of = Person.class)
    record OtherType(@PrimaryKey Long id, Long age) {}

    static class Late extends Person {
        static final Index BY_AGE = index().on("age");
    }

    @GinoModel(of = Person.class)
    @Unique("name")
    record Rule(@PrimaryKey Long id) {}

    @GinoModel(value = "own", of = Person.class)
    record Both(@PrimaryKey Long id) {}

    @GinoModel(of = Itself.class)
    record Itself(@PrimaryKey Long id) {}

    @Test
    void refusesWhatTheTableHasNot() {
        refuses(
                Rule.class,
                "What the annotations of model Rule declare comes too late: the table of model Rule is 'people' of model"
                        + " Person. Declare it there, or give the model a table of its own.");
        refuses(
                Both.class,
                "@GinoModel of io.gino.model.SharedTableIT$Both says of = Person.class and a table's name. Say either the"
                        + " model whose table it has, or the name of its own.");
        refuses(
                Itself.class,
                "@GinoModel of io.gino.model.SharedTableIT$Itself says of = Itself.class and is on that model itself. Say"
                        + " either the model whose table it has, or the name of its own.");
        refuses(
                More.class,
                "Attribute 'address' of model More has no column: table 'people' has none named 'address'. It has: id,"
                        + " name, age, version. Name one by @Column(\"…\"), or annotate the attribute @Transient.");
        refuses(
                Unknown.class,
                "Attribute 'nmae' of model Unknown has no column: table 'people' has none named 'nmae'. Did you mean"
                        + " 'name'? It has: id, name, age, version. Name one by @Column(\"…\"), or annotate the attribute"
                        + " @Transient.");
        refuses(
                OtherType.class,
                "Attribute 'age' of model OtherType is a Long, and column 'people.age' a Integer. Give it the column's"
                        + " type.");
        refuses(
                Late.class,
                "Late.BY_AGE comes too late: the table of model Late is 'people' of model Person. Declare it there, or"
                        + " give the model a table of its own.");
    }

    private static void refuses(Class<?> model, String message) {
        assertThatThrownBy(() -> Model.of(model))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
    }
}

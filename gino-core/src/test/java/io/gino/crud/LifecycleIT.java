/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.load.ModelLoader;
import io.gino.model.ColumnAttribute;
import io.gino.model.GinoModel;
import io.gino.model.Lifecycle;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.model.Transient;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

@NullUnmarked
@ExtendWith(PostgresExtension.class)
class LifecycleIT {

    @GinoModel("letters")
    static class Letter implements Lifecycle<Letter> {
        @PrimaryKey
        Long id;

        String text;
        int revision;

        @Transient
        final List<String> events = new ArrayList<>();

        Letter() {}

        Letter(String text) {
            this.text = text;
        }

        @Override
        public Letter beforeCreate() {
            events.add("beforeCreate " + id);
            text = text.strip();
            return this;
        }

        @Override
        public void afterCreate() {
            events.add("afterCreate " + id);
        }

        @Override
        public void beforeUpdate(Changes<Letter> changes) {
            events.add("beforeUpdate " + text);
            changes.set(REVISION, revision + 1);
        }

        @Override
        public void afterUpdate() {
            events.add("afterUpdate " + revision);
        }

        @Override
        public void beforeDelete() {
            events.add("beforeDelete");
        }

        @Override
        public void afterDelete() {
            events.add("afterDelete");
        }

        @Override
        public Letter afterLoad() {
            events.add("afterLoad " + id);
            return this;
        }
    }

    @GinoModel("cards")
    record Card(@PrimaryKey Long id, String text, @Transient String shown) implements Lifecycle<Card> {

        @Override
        public Card beforeCreate() {
            return new Card(id, text.strip(), null);
        }

        @Override
        public Card afterLoad() {
            return new Card(id, text, "<" + text + ">");
        }
    }

    private static final Model<Letter> LETTER = Model.of(Letter.class);
    private static final ColumnAttribute<Letter, String> TEXT = LETTER.column("text", String.class);
    private static final ColumnAttribute<Letter, Integer> REVISION = LETTER.column("revision", Integer.class);

    private final Gino db = new Gino().models(Letter.class, Card.class);

    LifecycleIT(TestDatabase database) {
        db.bind(GinoEngine.create(database.url()));
    }

    @BeforeEach
    void createTables() {
        await(db.dropAll().then(db.createAll()));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
    }

    @Test
    void anInstanceIsToldOfWhatIsDoneWithIt() {
        Letter letter = await(db.create(new Letter(" dear ")));
        await(db.update(letter).set(TEXT, "dearest").apply());
        await(db.delete(letter));
        assertThat(letter.events)
                .containsExactly(
                        "beforeCreate null",
                        "afterCreate 1",
                        "beforeUpdate dearest",
                        "afterUpdate 1",
                        "beforeDelete",
                        "afterDelete");
        assertThat(letter.text).isEqualTo("dearest");
    }

    @Test
    void changesThatItAddsAreStoredInTheSameStatement() {
        Letter letter = await(db.create(new Letter("dear")));
        assertThat(SqlLog.of(db, db.update(letter).set(TEXT, "dearest").apply()))
                .containsExactly("UPDATE letters SET text = $1, revision = $2 WHERE letters.id = $3 RETURNING"
                        + " letters.text, letters.revision");
        letter.text = "hi";
        await(db.updateMany(List.of(letter), TEXT));
        Letter found = await(db.get(Letter.class, 1L));
        assertThat(found.text + found.revision).isEqualTo("hi2");
        assertThat(found.events).containsExactly("afterLoad 1");
    }

    @Test
    void recordsAreReplacedByWhatTheyGive() {
        assertThat(await(db.create(new Card(null, " x ", null)))).isEqualTo(new Card(1L, "x", null));
        assertThat(await(db.createMany(List.of(new Card(null, " y", null))))).containsExactly(new Card(2L, "y", null));
        assertThat(await(db.get(Card.class, 2L))).isEqualTo(new Card(2L, "y", "<y>"));
    }

    @Test
    void writesOfManyTellEachOfThem() {
        Letter letter = new Letter("a");
        await(db.createMany(List.of(letter)));
        await(db.upsert(letter));
        await(db.upsertMany(List.of(letter), row -> row));
        await(db.updateMany(List.of(letter), TEXT));
        await(db.deleteForGood(letter));
        assertThat(letter.events)
                .containsExactly(
                        "beforeCreate null",
                        "afterCreate 1",
                        "beforeCreate 1",
                        "afterCreate 1",
                        "beforeCreate 1",
                        "afterCreate 1",
                        "beforeUpdate a",
                        "afterUpdate 1",
                        "beforeDelete",
                        "afterDelete");
    }

    @Test
    void refreshCopyAndStatementsByConditionTellNobody() {
        Letter letter = await(db.create(new Letter("a")));
        letter.events.clear();
        await(db.refresh(letter));
        await(db.status(db.update(Letter.class).set(TEXT, "b").everyRow()));
        await(db.status(db.delete(Letter.class).everyRow()));
        await(db.copyIn(Letter.class, Flux.just(letter)));
        assertThat(letter.events).isEmpty();
    }

    @Test
    void whatAMassStatementGivesBackIsTold() {
        await(db.create(new Letter("a")));
        List<Letter> changed = await(
                db.all(db.update(Letter.class).set(TEXT, "b").everyRow().returning(ModelLoader.load(Letter.class))));
        assertThat(changed)
                .singleElement()
                .satisfies(letter -> assertThat(letter.events).containsExactly("afterLoad 1"));
    }
}

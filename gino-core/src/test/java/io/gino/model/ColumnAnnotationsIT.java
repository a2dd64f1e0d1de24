/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.CheckViolation;
import io.gino.error.UniqueViolation;
import io.gino.test.TestDatabase;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Columns that annotations declare, on PostgreSQL. */
@NullUnmarked
class ColumnAnnotationsIT extends OnPostgres {

    enum Mood {
        CALM,
        WILD
    }

    static final class Generous implements Supplier<Integer> {
        @Override
        public Integer get() {
            return 100;
        }
    }

    @GinoModel("class_notes")
    static class ClassNote {
        @PrimaryKey
        private Long id;

        @Unique
        private String title;

        @Check("stars BETWEEN 0 AND 5")
        private int stars;

        @Check("credit > 0")
        @Column(clientDefault = Generous.class)
        private Integer credit;

        @Enumerated
        private Mood mood = Mood.CALM;

        @Enumerated
        private List<Mood> moods = List.of(Mood.WILD, Mood.CALM);

        @Enumerated(Enumerated.Storage.ORDINAL)
        private Mood position = Mood.WILD;

        @Generated("upper(title)")
        private String loud;

        @CreatedAt
        private OffsetDateTime created;

        @UpdatedAt
        private OffsetDateTime updated;

        @Version
        private Long version;
    }

    @GinoModel("record_notes")
    record RecordNote(
            @PrimaryKey Long id,
            @Unique String title,
            @Check("stars BETWEEN 0 AND 5") int stars,

            @Column(clientDefault = Generous.class) Integer credit,

            @Enumerated Mood mood,
            @Enumerated List<Mood> moods,

            @Enumerated(Enumerated.Storage.ORDINAL) Mood position,

            @Generated("upper(title)") String loud,
            @CreatedAt OffsetDateTime created,
            @UpdatedAt OffsetDateTime updated,
            @Version Long version) {

        static RecordNote of(String title, int stars) {
            return new RecordNote(
                    null, title, stars, null, Mood.CALM, List.of(Mood.WILD), Mood.WILD, null, null, null, null);
        }
    }

    ColumnAnnotationsIT(TestDatabase database) {
        super(database, ClassNote.class, RecordNote.class);
    }

    private static ClassNote note(String title, int stars) {
        ClassNote note = new ClassNote();
        note.title = title;
        note.stars = stars;
        return note;
    }

    @Test
    void aClassComesBackWithEverythingThatWasLeftOut() {
        ClassNote note = await(db.create(note("a", 1)));

        assertThat(note.credit).isEqualTo(100);
        assertThat(note.mood).isEqualTo(Mood.CALM);
        assertThat(note.moods).containsExactly(Mood.WILD, Mood.CALM);
        assertThat(note.position).isEqualTo(Mood.WILD);
        assertThat(note.loud).isEqualTo("A");
        assertThat(note.created).isNotNull().isEqualTo(note.updated);
        assertThat(note.version).isZero();
    }

    @Test
    void aRecordComesBackWithEverythingThatWasLeftOut() {
        RecordNote note = await(db.create(RecordNote.of("a", 1)));

        assertThat(note)
                .isEqualTo(new RecordNote(
                        1L,
                        "a",
                        1,
                        100,
                        Mood.CALM,
                        List.of(Mood.WILD),
                        Mood.WILD,
                        "A",
                        note.created,
                        note.created,
                        0L));
        assertThat(note.created).isNotNull();
    }

    @Test
    void anUpdateMovesTimeAndVersion() {
        ColumnAttribute<RecordNote, Integer> stars = Model.of(RecordNote.class).column("stars", Integer.class);
        RecordNote note = await(db.create(RecordNote.of("a", 1)));
        RecordNote changed = await(db.update(note).set(stars, 5).apply());

        assertThat(changed.version).isEqualTo(1);
        assertThat(changed.created).isEqualTo(note.created);
        assertThat(changed.updated).isAfter(note.updated);

        await(db.update(RecordNote.class).set(stars, 3).everyRow().as(db::status));
        assertThat(await(db.get(RecordNote.class, 1L)).version).isEqualTo(2);
    }

    @Test
    void constraintsOfAnnotationsHold() {
        await(db.create(note("a", 1)));

        assertThatThrownBy(() -> await(db.create(note("a", 1)))).isInstanceOf(UniqueViolation.class);
        assertThatThrownBy(() -> await(db.create(note("b", 6)))).isInstanceOf(CheckViolation.class);
        assertThatThrownBy(() -> await(db.create(RecordNote.of("b", 6)))).isInstanceOf(CheckViolation.class);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.engine.Status;
import io.gino.error.NoSuchRowException;
import io.gino.error.StaleRowException;
import io.gino.error.StatementException;
import io.gino.model.ColumnAttribute;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.model.SoftDelete;
import io.gino.model.Version;
import io.gino.sql.Sql;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/** Writes of an instance whose model has a version. */
@NullUnmarked
@ExtendWith(PostgresExtension.class)
class VersionIT {

    @GinoModel("notes")
    static class Note {
        @PrimaryKey
        Long id;

        String title;

        @Version
        int version;

        Note() {}

        Note(String title) {
            this.title = title;
        }
    }

    @GinoModel("pages")
    record Page(
            @PrimaryKey String book,
            @PrimaryKey int number,
            String text,
            @Version Long version) {}

    @GinoModel("moments")
    record Moment(@PrimaryKey Long id, String text, @Version Instant changed) {}

    @GinoModel("times")
    record Time(
            @PrimaryKey Long id,
            String text,
            @SoftDelete OffsetDateTime deleted,
            @Version OffsetDateTime changed) {}

    @GinoModel("drafts")
    static class Draft {
        @PrimaryKey
        Long id;

        @SoftDelete
        OffsetDateTime deleted;

        @Version
        int version;
    }

    private static final ColumnAttribute<Note, String> TITLE =
            Model.of(Note.class).column("title", String.class);
    private static final ColumnAttribute<Note, Integer> VERSION =
            Model.of(Note.class).column("version", Integer.class);
    private static final ColumnAttribute<Page, String> TEXT =
            Model.of(Page.class).column("text", String.class);
    private static final ColumnAttribute<Moment, String> MOMENT =
            Model.of(Moment.class).column("text", String.class);
    private static final ColumnAttribute<Time, String> TIME =
            Model.of(Time.class).column("text", String.class);

    private static final ColumnAttribute<Draft, OffsetDateTime> DELETED =
            Model.of(Draft.class).column("deleted", OffsetDateTime.class);

    private final Gino db = new Gino().models(Note.class, Page.class, Moment.class, Time.class, Draft.class);

    VersionIT(TestDatabase database) {
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

    private static void isStale(Mono<?> work, String message) {
        assertThatThrownBy(() -> await(work))
                .isInstanceOf(StaleRowException.class)
                .hasMessage(message);
    }

    private Note stored(Long id) {
        return await(db.get(Note.class, id));
    }

    @Test
    void anUpdateComparesAndCountsInItsOneStatement() {
        Note note = await(db.create(new Note("a")));
        assertThat(note.version).isZero();
        assertThat(SqlLog.of(db, db.update(note).set(TITLE, "b").apply()))
                .containsExactly("WITH written AS (UPDATE notes SET title = $2, version = notes.version + 1 WHERE"
                        + " notes.id = $1 AND notes.version = $3 RETURNING notes.title, notes.version) SELECT"
                        + " there.version, written.title, written.version FROM (SELECT notes.version FROM notes WHERE"
                        + " notes.id = $1) AS there LEFT JOIN written ON written.version IS NOT NULL");
        assertThat(note.version).isEqualTo(1);
        assertThat(stored(1L)).usingRecursiveComparison().isEqualTo(note);
    }

    @Test
    void anUpdateOfARowThatHasChangedIsRefused() {
        Note mine = await(db.create(new Note("a")));
        Note yours = stored(1L);
        await(db.update(yours).set(TITLE, "b").apply());
        await(db.update(yours).set(TITLE, "c").apply());
        isStale(
                db.update(mine).set(TITLE, "d").apply(),
                "The row of this Note (id = 1) has changed since it was read: version 0 was expected, and it is at 2."
                        + " Read it again, and repeat the change.");
        assertThat(stored(1L).title).isEqualTo("c");
        await(db.refresh(mine));
        assertThat(await(db.update(mine).set(TITLE, "d").apply()).version).isEqualTo(3);
    }

    @Test
    void anUpdateOfARowThatIsGoneSaysSo() {
        Note note = await(db.create(new Note("a")));
        await(db.status(db.delete(Note.class).everyRow()));
        assertThatThrownBy(() -> await(db.update(note).set(TITLE, "b").apply()))
                .isInstanceOf(NoSuchRowException.class)
                .hasMessage("The row of this Note is not there any more, so it was not updated.");
    }

    /** Until another transaction waits for this one. */
    private Mono<Long> untilSomeoneWaits() {
        return db.scalar(
                        Sql.text("SELECT count(*) FROM pg_locks WHERE NOT granted AND transactionid ="
                                + " pg_current_xact_id()::xid"),
                        Long.class)
                .filter(waiting -> waiting > 0)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(2)));
    }

    @Test
    void aChangeWhileTheUpdateWaitsIsNoticedToo() {
        Note mine = await(db.create(new Note("a")));
        Note yours = stored(1L);
        Mono<Note> waiting = db.update(mine).set(TITLE, "b").apply().cache();
        await(db.transaction(tx -> db.update(yours)
                .set(TITLE, "c")
                .apply()
                .doOnNext(changed -> waiting.subscribe(late -> {}, late -> {}))
                .then(untilSomeoneWaits())));
        isStale(
                waiting,
                "The row of this Note (id = 1) has changed since it was read: version 0 was expected, and another"
                        + " transaction has just written it. Read it again, and repeat the change.");
        assertThat(stored(1L).title).isEqualTo("c");
    }

    @Test
    void aRequestAndItsInstanceCanBeAppliedAgain() {
        Note note = await(db.create(new Note("a")));
        UpdateRequest<Note> first = db.update(note).set(TITLE, "b");
        UpdateRequest<Note> second = db.update(note).set(TITLE, "c");
        await(first.apply().then(second.apply()).then(first.apply()));
        assertThat(note.version).isEqualTo(3);
        Page page = await(db.create(new Page("B", 1, "x", null)));
        UpdateRequest<Page> request = db.update(page).set(TEXT, "y");
        assertThat(await(request.apply().then(request.apply()))).isEqualTo(new Page("B", 1, "y", 2L));
    }

    @Test
    void aVersionThatIsSetIsStoredAndTheOneReadIsCompared() {
        Note note = await(db.create(new Note("a")));
        assertThat(await(db.update(note).set(VERSION, 40).apply()).version).isEqualTo(40);
        Note old = new Note("a");
        old.id = 1L;
        isStale(
                db.update(old).set(VERSION, 1).apply(),
                "The row of this Note (id = 1) has changed since it was read: version 0 was expected, and it is at 40."
                        + " Read it again, and repeat the change.");
    }

    @Test
    void recordsHaveTheirVersionAndTheirWholeKeyInTheMessage() {
        Page page = await(db.create(new Page("B", 1, "x", null)));
        assertThat(page.version()).isZero();
        Page changed = await(db.update(page).set(TEXT, "y").apply());
        assertThat(changed).isEqualTo(new Page("B", 1, "y", 1L));
        isStale(
                db.update(page).set(TEXT, "z").apply(),
                "The row of this Page (book = B, number = 1) has changed since it was read: version 0 was expected, and"
                        + " it is at 1. Read it again, and repeat the change.");
    }

    @Test
    void anInstanceWithoutVersionIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> db.update(new Page("B", 1, "x", null)))
                .isInstanceOf(StatementException.class)
                .hasMessage("This Page has no version, so whether its row has changed since cannot be told. Load it"
                        + " from the database.");
        assertThatThrownBy(() -> await(db.updateMany(List.of(new Page("B", 1, "x", null)))))
                .isInstanceOf(StatementException.class)
                .hasMessage("This Page has no version, so whether its row has changed since cannot be told. Load it"
                        + " from the database.");
    }

    @Test
    void aTimeIsAVersionThatIsLaterEachTimeAlsoWithinATransaction() {
        Moment moment = await(db.create(new Moment(null, "a", null)));
        List<Moment> changes = await(db.transaction(tx -> db.update(moment)
                .set(MOMENT, "b")
                .apply()
                .flatMap(one -> db.update(one).set(MOMENT, "c").apply().map(two -> List.of(moment, one, two)))));
        assertThat(changes).extracting(Moment::changed).isSorted().doesNotHaveDuplicates();
        isStale(
                db.update(moment).set(MOMENT, "d").apply(),
                "The row of this Moment (id = 1) has changed since it was read: changed " + moment.changed()
                        + " was expected, and it is at " + changes.get(2).changed()
                        + ". Read it again, and repeat the change.");
    }

    @Test
    void aDeleteComparesInItsOneStatement() {
        Note mine = await(db.create(new Note("a")));
        await(db.update(stored(1L)).set(TITLE, "b").apply());
        isStale(
                db.delete(mine),
                "The row of this Note (id = 1) has changed since it was read: version 0 was expected, and it is at 1."
                        + " Read it again, and repeat the change.");
        Note fresh = stored(1L);
        assertThat(SqlLog.of(db, db.delete(fresh)))
                .containsExactly("WITH written AS (DELETE FROM notes WHERE notes.id = $1 AND notes.version = $2"
                        + " RETURNING notes.version) SELECT there.version, written.version FROM (SELECT notes.version"
                        + " FROM notes WHERE notes.id = $1) AS there LEFT JOIN written ON written.version IS NOT NULL");
        assertThat(await(db.delete(fresh))).isEqualTo(new Status("DELETE", 0, 0));
        assertThat(await(db.delete(await(db.create(new Note("c")))))).isEqualTo(new Status("DELETE", 1, 0));
    }

    @Test
    void markingAsDeletedComparesAndCountsToo() {
        Time time = await(db.create(new Time(null, "a", null, null)));
        Time changed = await(db.update(time).set(TIME, "b").apply());
        isStale(
                db.delete(time),
                "The row of this Time (id = 1) has changed since it was read: changed " + time.changed()
                        + " was expected, and it is at " + changed.changed()
                        + ". Read it again, and repeat the change.");
        assertThat(await(db.delete(changed))).isEqualTo(new Status("UPDATE", 1, 0));
        Time deleted = await(db.query(Time.class).unfiltered().get(1L));
        assertThat(deleted.changed()).isAfter(changed.changed());
        assertThat(await(db.delete(deleted))).isEqualTo(new Status("UPDATE", 0, 0));
        assertThat(await(db.deleteForGood(deleted))).isEqualTo(new Status("DELETE", 1, 0));
    }

    @Test
    void anInstanceThatIsMarkedAsDeletedCanBeRestored() {
        Draft draft = await(db.create(new Draft()));
        assertThat(SqlLog.of(db, db.delete(draft)))
                .containsExactly("WITH written AS (UPDATE drafts SET deleted = now(), version = drafts.version + 1"
                        + " WHERE drafts.id = $1 AND drafts.deleted IS NULL AND drafts.version = $2 RETURNING"
                        + " drafts.deleted, drafts.version) SELECT there.version, written.deleted, written.version FROM"
                        + " (SELECT drafts.version FROM drafts WHERE drafts.id = $1 AND drafts.deleted IS NULL) AS there"
                        + " LEFT JOIN written ON written.version IS NOT NULL");
        assertThat(draft)
                .usingRecursiveComparison()
                .isEqualTo(await(db.query(Draft.class).unfiltered().get(1L)));
        assertThat(draft.version).isEqualTo(1);
        await(db.update(draft).set(DELETED, (OffsetDateTime) null).apply());
        assertThat(await(db.get(Draft.class, 1L)).version).isEqualTo(2);
    }

    @Test
    void updateManyComparesAndCountsInItsOneStatement() {
        List<Note> notes = await(db.createMany(List.of(new Note("a"), new Note("b"), new Note("c"))));
        notes.forEach(note -> note.title += "!");
        assertThat(SqlLog.of(db, db.updateMany(notes)))
                .containsExactly("UPDATE notes SET title = given.title, version = notes.version + 1 FROM"
                        + " unnest($1::bigint[], $2::integer[], $3::text[]) WITH ORDINALITY AS given (id, version,"
                        + " title, place) WHERE notes.id = given.id AND notes.version = given.version RETURNING"
                        + " notes.id, notes.title, notes.version, given.place");
        assertThat(notes).extracting(note -> note.title + note.version).containsExactly("a!1", "b!1", "c!1");
        await(db.update(stored(2L)).set(TITLE, "x").apply());
        await(db.delete(stored(3L)));
        assertThatThrownBy(() -> await(db.updateMany(notes)))
                .isInstanceOf(StaleRowException.class)
                .hasMessage("2 of 3 rows of model Note have changed since they were read, or are not there any more:"
                        + " (id = 2) at 1, (id = 3) at 1. The others were stored; to store all or none, run this in a"
                        + " transaction. Read them again, and repeat the change.");
        assertThat(stored(1L).version).isEqualTo(2);
        assertThat(stored(2L).title).isEqualTo("x");
    }

    @Test
    void updateManyDoesNotSetTheVersion() {
        Note note = await(db.create(new Note("a")));
        assertThatThrownBy(() -> await(db.updateMany(List.of(note), VERSION)))
                .isInstanceOf(StatementException.class)
                .hasMessage("updateMany of model Note cannot set notes.version: it tells whether a row has changed."
                        + " Leave it out.");
    }

    @Test
    void anUpsertComparesTheVersionOfTheRowThatIsThere() {
        Page page = await(db.upsert(new Page("B", 1, "x", null)));
        Page changed = await(db.upsert(new Page("B", 1, "y", page.version())));
        assertThat(changed).isEqualTo(new Page("B", 1, "y", 1L));
        assertThat(SqlLog.of(db, db.upsert(changed)))
                .containsExactly("INSERT INTO pages (book, number, text, version) VALUES ($1, $2, $3, $4) ON CONFLICT"
                        + " (book, number) DO UPDATE SET text = excluded.text, version = pages.version + 1 WHERE"
                        + " pages.version = excluded.version RETURNING pages.book, pages.number, pages.text,"
                        + " pages.version");
        isStale(
                db.upsert(new Page("B", 1, "z", 0L)),
                "The row of this Page (book = B, number = 1) has changed since it was read: version 0 was expected, and"
                        + " it is at another. Read it again, and repeat the change.");
        assertThat(await(db.upsert(new Page("B", 1, "unread", null)))).isEqualTo(new Page("B", 1, "unread", 3L));
    }

    @Test
    void upsertsOfManyCompareTheVersionsOfTheRowsThatAreThere() {
        List<Page> pages = await(db.createMany(List.of(new Page("B", 1, "a", null), new Page("B", 2, "b", null))));
        await(db.update(pages.get(0)).set(TEXT, "x").apply());
        Page added = new Page("B", 3, "c", 0L);
        assertThatThrownBy(() -> await(db.upsertMany(List.of(pages.get(0), pages.get(1), added), row -> row)))
                .isInstanceOf(StaleRowException.class)
                .hasMessage("1 of 3 rows of model Page have changed since they were read, or are not there any more:"
                        + " (book = B, number = 1) at 0. The others were stored; to store all or none, run this in a"
                        + " transaction. Read them again, and repeat the change.");
        assertThat(await(db.upsertMany(
                        List.of(new Page("B", 2, "bb", 1L), new Page("B", 1, "aa", 1L), new Page("B", 4, "d", 0L)),
                        row -> row)))
                .containsExactly(new Page("B", 2, "bb", 2L), new Page("B", 1, "aa", 2L), new Page("B", 4, "d", 0L));
    }

    @Test
    void whoeverSaysWhichRowsMayChangeIsNotAskedForTheirVersions() {
        await(db.create(new Page("B", 1, "x", 7L)));
        assertThat(await(db.upsert(new Page("B", 1, "y", 0L), row -> row.onlyIf(TEXT.eq("x")))))
                .isEqualTo(new Page("B", 1, "y", 8L));
    }
}

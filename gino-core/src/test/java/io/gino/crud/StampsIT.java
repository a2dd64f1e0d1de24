/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.Column;
import io.gino.model.ColumnAttribute;
import io.gino.model.CreatedAt;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.model.UpdatedAt;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

/** The times of creation and change, by every way to write. */
@NullUnmarked
@ExtendWith(PostgresExtension.class)
class StampsIT {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

    @GinoModel("entries")
    record Entry(
            @PrimaryKey Long id,
            @Column(unique = true) String text,
            @CreatedAt OffsetDateTime created,
            @UpdatedAt OffsetDateTime updated) {

        static Entry of(String text) {
            return new Entry(null, text, null, null);
        }
    }

    @GinoModel("logs")
    static class Log {
        @PrimaryKey
        Long id;

        String text;

        @CreatedAt
        Instant created;

        @UpdatedAt
        LocalDateTime updated;
    }

    private static final Model<Entry> ENTRY = Model.of(Entry.class);
    private static final ColumnAttribute<Entry, String> TEXT = ENTRY.column("text", String.class);
    private static final ColumnAttribute<Entry, OffsetDateTime> CREATED = ENTRY.column("created", OffsetDateTime.class);
    private static final ColumnAttribute<Entry, OffsetDateTime> UPDATED = ENTRY.column("updated", OffsetDateTime.class);

    private final Gino db = new Gino().models(Entry.class, Log.class);

    StampsIT(TestDatabase database) {
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

    private static void isNew(Entry entry) {
        assertThat(entry.created()).isAfter(LONG_AGO).isEqualTo(entry.updated());
    }

    private static void isMoved(Entry entry, Entry before) {
        assertThat(entry.created()).isEqualTo(before.created());
        assertThat(entry.updated()).isAfter(before.updated());
    }

    private Entry stored(Long id) {
        return await(db.get(Entry.class, id));
    }

    @Test
    void createAndCreateManyAndCopyGiveBoth() {
        isNew(await(db.create(Entry.of("a"))));
        await(db.createMany(List.of(Entry.of("b"), Entry.of("c")))).forEach(StampsIT::isNew);
        await(db.copyIn(Entry.class, Flux.just(Entry.of("d"))));
        isNew(stored(4L));
        isNew(await(db.upsert(Entry.of("e"))));
    }

    @Test
    void aTimeThatIsGivenIsStored() {
        assertThat(await(db.create(new Entry(null, "a", LONG_AGO, LONG_AGO))))
                .isEqualTo(new Entry(1L, "a", LONG_AGO, LONG_AGO));
        assertThat(await(db.createMany(List.of(new Entry(null, "b", LONG_AGO, LONG_AGO)))))
                .containsExactly(new Entry(2L, "b", LONG_AGO, LONG_AGO));
    }

    @Test
    void anUpdateOfAnInstanceMovesTheSecondAndBringsItBack() {
        Entry entry = await(db.create(Entry.of("a")));
        Entry changed = await(db.update(entry).set(TEXT, "b").apply());
        isMoved(changed, entry);
        assertThat(stored(1L)).isEqualTo(changed);
    }

    @Test
    void updateManyMovesTheSecondAndKeepsTheFirst() {
        Entry entry = await(db.create(Entry.of("a")));
        List<Entry> changed = await(db.updateMany(List.of(new Entry(1L, "b", entry.created(), LONG_AGO))));
        isMoved(changed.get(0), entry);
        assertThat(stored(1L)).isEqualTo(changed.get(0));
    }

    @Test
    void anUpsertMovesTheSecondAndKeepsTheFirst() {
        Entry entry = await(db.create(Entry.of("a")));
        isMoved(await(db.upsert(new Entry(1L, "b", null, null))), entry);
        isMoved(await(db.upsert(Entry.of("b"), row -> row.on(TEXT).set(TEXT, "c"))), entry);
        List<Entry> changed = await(db.upsertMany(List.of(new Entry(1L, "d", null, null)), row -> row));
        isMoved(changed.get(0), entry);
    }

    @Test
    void aMassUpdateMovesTheSecondAndKeepsTheFirst() {
        Entry entry = await(db.create(Entry.of("a")));
        await(db.status(db.update(Entry.class).set(TEXT, "b").everyRow()));
        isMoved(stored(1L), entry);
    }

    @Test
    void aTimeThatIsSetGoesBeforeTheClock() {
        Entry entry = await(db.create(Entry.of("a")));
        Entry changed = await(
                db.update(entry).set(UPDATED, LONG_AGO).set(CREATED, LONG_AGO).apply());
        assertThat(changed).isEqualTo(new Entry(1L, "a", LONG_AGO, LONG_AGO));
        await(db.status(
                db.update(Entry.class).set(UPDATED, LONG_AGO.plusDays(1)).everyRow()));
        assertThat(stored(1L).updated()).isEqualTo(LONG_AGO.plusDays(1));
        await(db.updateMany(List.of(changed), UPDATED));
        assertThat(stored(1L).updated()).isEqualTo(LONG_AGO);
        await(db.upsert(Entry.of("a"), row -> row.on(TEXT).set(UPDATED, LONG_AGO.plusDays(2))));
        assertThat(stored(1L).updated()).isEqualTo(LONG_AGO.plusDays(2));
    }

    @Test
    void instancesOfClassesHoldTheTimesAfterwards() {
        Log log = new Log();
        await(db.create(log));
        Instant created = log.created;
        LocalDateTime updated = log.updated;
        log.text = "b";
        await(db.updateMany(List.of(log)));
        assertThat(log.created).isEqualTo(created);
        assertThat(log.updated).isAfter(updated);
    }
}

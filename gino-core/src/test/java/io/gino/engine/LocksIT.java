/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Lock;
import io.gino.sql.Lock.Strength;
import io.gino.sql.Lock.Wait;
import io.gino.sql.Select;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** What one transaction has locked, another leaves out, or fails at once. */
@ExtendWith(PostgresExtension.class)
class LocksIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final MetaData metadata = new MetaData();
    private final Table jobs = metadata.table("jobs", id, name);
    private final Table other = metadata.table("other", column("id", BIGINT).primaryKey());
    private final GinoEngine mine;
    private final GinoEngine theirs;

    LocksIT(TestDatabase database) {
        mine = GinoEngine.create(database.url());
        theirs = GinoEngine.create(database.url());
    }

    @BeforeEach
    void fill() {
        mine.schema(metadata)
                .dropAll()
                .then(mine.schema(metadata).createAll())
                .then(mine.status(jobs.insert().rows(List.of(name), List.of(List.of("a"), List.of("b"), List.of("c")))))
                .then(mine.status(other.insert()))
                .block(TIMEOUT);
    }

    @AfterEach
    void close() {
        Mono.when(mine.close(), theirs.close()).block(TIMEOUT);
    }

    private Select<Long> job(Lock lock) {
        return select(id).from(jobs).orderBy(id).limit(1).lock(lock);
    }

    /** What {@code theirs} finds while {@code mine} holds the lock. */
    private List<Long> whileLocked(Lock held, Lock wanted) {
        return mine.transaction(tx -> mine.first(job(held))
                        .then(theirs.transaction(
                                inner -> theirs.all(job(wanted)).collectList())))
                .block(TIMEOUT);
    }

    @Test
    void lockedRowsAreSkipped() {
        assertThat(job(new Lock(Strength.UPDATE, Wait.SKIP_LOCKED)))
                .hasToString("SELECT jobs.id FROM jobs ORDER BY jobs.id LIMIT $1 FOR UPDATE SKIP LOCKED");
        assertThat(whileLocked(new Lock(Strength.UPDATE, Wait.UNTIL_FREE), new Lock(Strength.UPDATE, Wait.SKIP_LOCKED)))
                .containsExactly(2L);
    }

    @Test
    void lockedRowsFailAtOnce() {
        assertThat(job(new Lock(Strength.NO_KEY_UPDATE, Wait.NOT_AT_ALL)))
                .hasToString("SELECT jobs.id FROM jobs ORDER BY jobs.id LIMIT $1 FOR NO KEY UPDATE NOWAIT");
        Mono<List<Long>> work = mine.transaction(tx -> mine.first(job(new Lock(Strength.UPDATE, Wait.UNTIL_FREE)))
                .then(theirs.all(job(new Lock(Strength.NO_KEY_UPDATE, Wait.NOT_AT_ALL)))
                        .collectList()));

        assertThat(work.map(List::toString)
                        .onErrorResume(error -> Mono.just(message(error)))
                        .block(TIMEOUT))
                .contains("could not obtain lock on row in relation \"jobs\"");
    }

    private static String message(Throwable error) {
        return error.getCause() == null
                ? error.getMessage()
                : error.getMessage() + " " + error.getCause().getMessage();
    }

    @ParameterizedTest
    @EnumSource(Strength.class)
    void aSharedLockOfKeysHindersUpdatesOnly(Strength wanted) {
        boolean hindered = wanted == Strength.UPDATE;
        assertThat(whileLocked(new Lock(Strength.KEY_SHARE, Wait.UNTIL_FREE), new Lock(wanted, Wait.SKIP_LOCKED)))
                .containsExactly(hindered ? 2L : 1L);
    }

    @Test
    void onlyTheRowsOfTheNamedTablesAreLocked() {
        Lock lock = new Lock(Strength.SHARE, Wait.SKIP_LOCKED).of(other);
        Select<Long> query =
                select(id).from(jobs.crossJoin(other)).orderBy(id).limit(1).lock(lock);

        assertThat(query)
                .hasToString(
                        "SELECT jobs.id FROM jobs CROSS JOIN other ORDER BY jobs.id LIMIT $1 FOR SHARE OF other SKIP"
                                + " LOCKED");
        assertThat(mine.transaction(tx -> mine.first(job(new Lock(Strength.UPDATE, Wait.UNTIL_FREE)))
                                .then(theirs.all(query).collectList()))
                        .block(TIMEOUT))
                .containsExactly(1L);
    }
}

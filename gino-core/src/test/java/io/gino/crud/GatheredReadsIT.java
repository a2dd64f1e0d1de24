/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import static io.gino.crud.Crew.await;
import static io.gino.engine.ExecutionOptions.options;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.crud.Crew.Berth;
import io.gino.crud.Crew.Sailor;
import io.gino.engine.GinoEngine;
import io.gino.error.LoadException;
import io.gino.error.QueryTimeout;
import io.gino.error.StatementException;
import io.gino.error.UndefinedTable;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Reads by key that come while others are on their way. */
@ExtendWith(PostgresExtension.class)
class GatheredReadsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String COLUMNS =
            "SELECT sailors.id, sailors.name, sailors.pay, sailors.rank, sailors.skills," + " sailors.joined";
    private static final String ALONE = COLUMNS + " FROM sailors WHERE sailors.id = $1";
    private static final String TOGETHER = COLUMNS + ", given.place FROM unnest($1::bigint[]) WITH ORDINALITY AS given"
            + " (id, place) JOIN sailors ON sailors.id = given.id";
    private static final Text<Long> WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname ="
                    + " current_database() AND wait_event_type = 'Lock'")
            .read(BIGINT);

    private final TestDatabase database;
    private final Gino db;
    private final GinoEngine other;

    GatheredReadsIT(TestDatabase database) {
        this.database = database;
        db = Crew.on(database);
        other = GinoEngine.create(database.url());
    }

    @BeforeEach
    void fill() {
        await(db.dropAll().then(db.createAll()));
        await(db.createMany(IntStream.rangeClosed(1, 300)
                .mapToObj(n -> new Sailor("s" + n, n))
                .toList()));
        await(db.createMany(List.of(new Berth("upper", 1, "ann"), new Berth("lower", 1, "cat"))));
    }

    @AfterEach
    void close() {
        await(db.engine().close());
        await(other.close());
    }

    /** Runs the reads while nobody can read, so that two statements wait, and then lets them go on. */
    private <T> Mono<T> whileTwoAreOnTheirWay(String table, Mono<T> reads) {
        return whileTwoAreOnTheirWay(table, reads, Mono.empty());
    }

    private <T> Mono<T> whileTwoAreOnTheirWay(String table, Mono<T> reads, Mono<?> before) {
        Sinks.Empty<Void> go = Sinks.empty();
        Mono<Void> letGo = awaitWaiting(2).then(Mono.fromRunnable(go::tryEmitEmpty));
        Mono<Void> lock = locked(table, go.asMono().then(before.then()));
        return Mono.zip(lock.thenReturn(1), awaitLock(table).then(Mono.zip(reads, letGo.thenReturn(1))))
                .map(all -> all.getT2().getT1());
    }

    private Mono<Void> locked(String table, Mono<Void> until) {
        return other.transaction(tx -> other.status(text("LOCK TABLE " + table)).then(until));
    }

    private Mono<Long> awaitWaiting(long count) {
        return other.first(WAITING)
                .filter(waiting -> waiting == count)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5)));
    }

    private Mono<Long> awaitLock(String table) {
        Text<Long> locks = text("SELECT count(*) FROM pg_locks WHERE relation = :name::regclass AND mode ="
                        + " 'AccessExclusiveLock' AND granted")
                .bind("name", table)
                .read(BIGINT);
        return other.first(locks)
                .filter(count -> count == 1)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5)));
    }

    private Mono<List<String>> names(List<Long> ids) {
        return Flux.fromIterable(ids)
                .flatMapSequential(
                        id -> db.get(Sailor.class, id)
                                .map(sailor -> sailor.name)
                                .defaultIfEmpty("-"),
                        64)
                .collectList();
    }

    @Test
    void theFirstTwoGoAtOnceAndAllOthersTogether() {
        Mono<List<String>> reads = names(List.of(3L, 1L, 2L, 999L, 2L, 300L));
        assertThat(SqlLog.of(
                        db,
                        whileTwoAreOnTheirWay("sailors", reads)
                                .doOnNext(names ->
                                        assertThat(names).containsExactly("s3", "s1", "s2", "-", "s2", "s300"))))
                .filteredOn(sql -> sql.startsWith(COLUMNS))
                .containsExactlyInAnyOrder(ALONE, ALONE, TOGETHER);
    }

    @Test
    void oneAfterTheOtherEachIsAStatementOfItsOwn() {
        assertThat(SqlLog.of(
                        db,
                        db.get(Sailor.class, 1L).then(db.get(Sailor.class, 2L)).then(db.get(Sailor.class, 999L))))
                .containsExactly(ALONE, ALONE, ALONE);
    }

    @Test
    void whoReadsTheSameKeyGetsAnInstanceOfHisOwn() {
        Mono<List<Sailor>> same =
                Flux.range(0, 8).flatMap(n -> db.get(Sailor.class, 7L), 8).collectList();
        List<Sailor> sailors = await(whileTwoAreOnTheirWay("sailors", same));
        assertThat(sailors).hasSize(8).extracting(sailor -> sailor.name).containsOnly("s7");
        sailors.get(0).name = "other";
        assertThat(sailors.subList(1, 8)).extracting(sailor -> sailor.name).containsOnly("s7");
    }

    @Test
    void keysOfSeveralColumnsAreGatheredToo() {
        Mono<List<Berth>> berths = Flux.just("upper", "lower", "upper", "none", "lower")
                .flatMapSequential(deck -> db.get(Berth.class, List.of(deck, 1)))
                .collectList();
        assertThat(await(whileTwoAreOnTheirWay("berths", berths)))
                .extracting(Berth::sailor)
                .containsExactly("ann", "cat", "ann", "cat");
    }

    @Test
    void moreThanAStatementTakesAreSeveral() {
        List<Long> ids = IntStream.rangeClosed(1, 300).mapToObj(n -> (long) n).toList();
        Mono<List<String>> reads = Flux.fromIterable(ids)
                .flatMapSequential(id -> db.get(Sailor.class, id).map(sailor -> sailor.name), 300)
                .collectList();
        assertThat(SqlLog.of(
                        db,
                        whileTwoAreOnTheirWay("sailors", reads)
                                .doOnNext(
                                        names -> assertThat(names).hasSize(300).endsWith("s299", "s300"))))
                .filteredOn(sql -> sql.startsWith(COLUMNS))
                .containsExactlyInAnyOrder(ALONE, ALONE, TOGETHER, TOGETHER);
    }

    @Test
    void whatTheDatabaseRefusesFailsItsOwnReadOnly() {
        Mono<List<String>> reads = Flux.just("upper", "lower", "up\0per", "upper")
                .flatMapSequential(deck -> db.get(Berth.class, List.of(deck, 1))
                        .map(Berth::sailor)
                        .onErrorResume(failure -> Mono.just("refused")))
                .collectList();
        assertThat(await(whileTwoAreOnTheirWay("berths", reads))).containsExactly("ann", "cat", "refused", "ann");
    }

    @Test
    void aRowThatCannotBeReadFailsItsOwnReadOnly() {
        await(other.status(text("UPDATE sailors SET rank = 'ADMIRAL' WHERE id = 4")));
        Mono<List<String>> reads = Flux.range(1, 6)
                .flatMapSequential(id -> db.get(Sailor.class, (long) id)
                        .map(sailor -> sailor.name)
                        .onErrorResume(LoadException.class, failure -> Mono.just("unreadable")))
                .collectList();
        assertThat(await(whileTwoAreOnTheirWay("sailors", reads)))
                .containsExactly("s1", "s2", "s3", "unreadable", "s5", "s6");
    }

    @Test
    void whatIsWrongForAllIsNotTriedAgainForEach() {
        Mono<List<String>> reads = Flux.range(1, 6)
                .flatMapSequential(id -> db.get(Sailor.class, (long) id)
                        .map(sailor -> sailor.name)
                        .onErrorResume(UndefinedTable.class, failure -> Mono.just("gone")))
                .collectList();
        Mono<List<String>> refused =
                whileTwoAreOnTheirWay("sailors", reads, other.status(text("ALTER TABLE sailors RENAME TO gone")));
        assertThat(SqlLog.of(db, refused.doOnNext(names -> assertThat(names).containsOnly("gone"))))
                .filteredOn(sql -> sql.startsWith(COLUMNS))
                .hasSize(3);
        await(other.status(text("ALTER TABLE gone RENAME TO sailors")));
    }

    @Test
    void aKeyThatIsNoneFailsBeforeAnythingIsSent() {
        StepVerifier.create(db.get(Berth.class, List.of("upper")))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(StatementException.class)
                        .hasMessage("The primary key of model Berth has 2 values (deck, number); got 1."))
                .verify(LIMIT);
    }

    @Test
    void eachKeepsItsOwnTimeLimit() {
        Mono<List<String>> reads = Flux.range(1, 4)
                .flatMapSequential(id -> db.with(options().timeout(Duration.ofMillis(id == 4 ? 50 : 20_000)))
                        .get(Sailor.class, (long) id)
                        .map(sailor -> sailor.name)
                        .onErrorResume(QueryTimeout.class, late -> Mono.just(late.getMessage())))
                .collectList();
        assertThat(await(whileTwoAreOnTheirWay("sailors", reads, Mono.delay(Duration.ofMillis(100)))))
                .containsExactly(
                        "s1", "s2", "s3", "The statement did not end within 50 ms and was cancelled. SQL: " + ALONE);
    }

    @Test
    void aStatementThatNobodyWaitsForAnyMoreIsCancelled() {
        Sinks.Empty<Void> go = Sinks.empty();
        Disposable lock = locked("sailors", go.asMono()).subscribe();
        await(awaitLock("sailors"));
        Disposable reads =
                Flux.range(1, 10).flatMap(id -> db.get(Sailor.class, (long) id)).subscribe();
        await(awaitWaiting(2));
        reads.dispose();
        await(awaitWaiting(0));
        go.tryEmitEmpty();
        assertThat(await(names(List.of(1L, 2L, 3L)))).containsExactly("s1", "s2", "s3");
        lock.dispose();
    }

    @Test
    void aTransactionReadsItsOwnWritesOneByOne() {
        Mono<List<String>> work = db.transaction(tx -> db.create(new Sailor("new", 1))
                .flatMap(created -> names(List.of(created.id, created.id, created.id, created.id))));
        assertThat(SqlLog.of(
                        db,
                        work.doOnNext(
                                names -> assertThat(names).containsOnly("new").hasSize(4))))
                .filteredOn(ALONE::equals)
                .hasSize(4);
    }

    @Test
    void nothingIsGatheredWhereThatIsSwitchedOff() {
        Gino one = new Gino()
                .models(Sailor.class)
                .bind(GinoEngine.builder(database.url()).gatherReads(false).build());
        Mono<List<Sailor>> reads =
                Flux.range(1, 6).flatMap(id -> one.get(Sailor.class, (long) id)).collectList();
        assertThat(SqlLog.of(one, reads)).hasSize(6).containsOnly(ALONE);
        await(one.engine().close());
    }

    @Test
    void everyoneGetsHisOwnUnderLoad() {
        Mono<Long> right = Flux.range(0, 20_000)
                .flatMap(
                        n -> db.get(Sailor.class, n % 300 + 1L)
                                .filter(sailor -> sailor.id == n % 300 + 1L && sailor.name.equals("s" + sailor.id)),
                        64)
                .count();
        assertThat(await(right)).isEqualTo(20_000);
    }
}

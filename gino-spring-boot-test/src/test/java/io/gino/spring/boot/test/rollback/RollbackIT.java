/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.engine.Status;
import io.gino.engine.TransactionOptions;
import io.gino.error.DatabaseException;
import io.gino.error.TransactionException;
import io.gino.error.UniqueViolation;
import io.gino.spring.boot.test.autoconfigure.AutoConfigureGino;
import io.gino.spring.boot.test.autoconfigure.app.Note;
import io.gino.spring.boot.test.autoconfigure.app.Notes;
import io.gino.spring.boot.test.autoconfigure.app.NotesApplication;
import io.gino.sql.Sql;
import io.gino.type.Types;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Each test finds the note that {@code @BeforeEach} writes and no other, whatever those before it did. */
@SpringBootTest(classes = NotesApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureGino
@AutoConfigureWebTestClient(timeout = "PT60S")
@TestMethodOrder(MethodOrderer.Random.class)
class RollbackIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Autowired
    private Gino db;

    @Autowired
    private Notes notes;

    @Autowired
    private DatabaseClient client;

    @Autowired
    private TransactionalOperator springs;

    @Autowired
    private ConnectionPool pool;

    @Autowired
    private WebTestClient web;

    @BeforeEach
    void one() {
        assertThat(texts()).isEmpty();
        notes.add("before").block(LIMIT);
    }

    @AfterEach
    void onlyTheConnectionOfTheTestIsInUse() {
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isOne();
    }

    private List<String> texts() {
        return db.query(Note.class).all().map(Note::text).sort().collectList().block(LIMIT);
    }

    @Test
    void undoesWhatIsBlockedFor() {
        notes.add("block").block(LIMIT);
        assertThat(texts()).containsExactly("before", "block");
    }

    @Test
    void undoesWhatAStepVerifierSubscribesTo() {
        notes.add("step").as(StepVerifier::create).expectNextCount(1).verifyComplete();
        assertThat(texts()).containsExactly("before", "step");
    }

    @Test
    void undoesWhatADatabaseClientWrites() {
        client.sql("INSERT INTO notes (text) VALUES (:text)")
                .bind("text", "client")
                .then()
                .block(LIMIT);
        assertThat(texts()).containsExactly("before", "client");
    }

    @Test
    void undoesWhatIsCommittedInside() {
        db.transaction(tx -> notes.add("gino")).block(LIMIT);
        notes.add("spring").as(springs::transactional).block(LIMIT);
        db.acquire(connection -> connection
                        .begin()
                        .flatMap(tx -> connection
                                .status(Sql.text("INSERT INTO notes (text) VALUES ('hand')"))
                                .then(tx.commit())))
                .block(LIMIT);
        assertThat(texts()).containsExactly("before", "gino", "hand", "spring");
    }

    @Test
    void undoesWhatRequestsWriteOneAfterAnotherOrTogether() {
        Flux.range(0, 20)
                .flatMap(i -> Mono.fromCallable(() -> web.post()
                                .uri("/notes")
                                .bodyValue("web" + i)
                                .exchange()
                                .expectStatus()
                                .isOk())
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                .blockLast(LIMIT);
        assertThat(texts()).hasSize(21);
        web.get().uri("/notes").exchange().expectBodyList(Note.class).hasSize(21);
    }

    @Test
    void rollsBackOnlyTheTransactionThatFails() {
        Mono<Note> fails = notes.add("lost").then(Mono.error(new IllegalStateException("no")));
        assertThatThrownBy(() -> db.transaction(tx -> fails).block(LIMIT)).hasMessage("no");
        assertThatThrownBy(() -> fails.as(springs::transactional).block(LIMIT)).hasMessage("no");
        assertThat(texts()).containsExactly("before");
    }

    @Test
    void aStatementThatFailsSparesTheOthers() {
        assertThatThrownBy(() -> db.create(new Note(null, null)).block(LIMIT)).isInstanceOf(DatabaseException.class);
        assertThatThrownBy(() -> client.sql("INSERT INTO notes (text) VALUES (NULL)")
                        .then()
                        .block(LIMIT))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(texts()).containsExactly("before");
    }

    @Test
    void aTransactionInWhichAStatementFailedCannotCommit() {
        assertThatThrownBy(() -> db.transaction(
                                tx -> db.create(new Note(null, null)).onErrorComplete())
                        .block(LIMIT))
                .isInstanceOf(TransactionException.class)
                .hasMessageStartingWith("The transaction was rolled back instead of committed");
        assertThat(texts()).containsExactly("before");
    }

    @Test
    void checksDeferredConstraintsWhereATransactionCommits() {
        db.status(Sql.text("ALTER TABLE notes ADD CONSTRAINT once UNIQUE (text) DEFERRABLE INITIALLY DEFERRED"))
                .block(LIMIT);
        Mono<Note> twice = notes.add("before");
        assertThatThrownBy(() -> db.transaction(tx -> twice).block(LIMIT)).isInstanceOf(UniqueViolation.class);
        assertThatThrownBy(() -> twice.block(LIMIT)).isInstanceOf(UniqueViolation.class);
        db.transaction(tx ->
                        twice.then(db.status(Sql.text("DELETE FROM notes WHERE id = (SELECT max(id) FROM notes)"))))
                .block(LIMIT);
        assertThat(texts()).containsExactly("before");
    }

    @Test
    void parallelTransactionsRunOneAfterAnother() {
        Flux.range(0, 50)
                .flatMap(
                        i -> db.transaction(tx -> notes.add("parallel" + i)
                                        .then(i % 2 == 0 ? Mono.empty() : Mono.error(new IllegalStateException("odd"))))
                                .onErrorComplete(IllegalStateException.class),
                        50)
                .blockLast(LIMIT);
        assertThat(texts())
                .hasSize(26)
                .containsAll(
                        IntStream.range(0, 25).mapToObj(i -> "parallel" + 2 * i).toList());
    }

    @Test
    void manyRowsCanEachBeWorkedOnWithAnotherConnection() {
        db.status(Sql.text("INSERT INTO notes (text) SELECT 'n' || i FROM generate_series(1, 2000) i"))
                .block(LIMIT);
        Long updated = client.sql("SELECT id FROM notes")
                .map(row -> row.get("id", Long.class))
                .all()
                .flatMap(id -> client.sql("UPDATE notes SET text = 'seen' WHERE id = :id")
                        .bind("id", id)
                        .fetch()
                        .rowsUpdated())
                .reduce(0L, Long::sum)
                .block(LIMIT);
        assertThat(updated).isEqualTo(2001);
    }

    @Test
    void cursorsAndCopiesHaveTheirTurns() {
        List<Note> many = IntStream.range(0, 500)
                .mapToObj(i -> new Note(null, "copy" + i))
                .toList();
        Status stored = db.copyIn(Note.class, Flux.fromIterable(many)).block(LIMIT);
        assertThat(stored.affected()).isEqualTo(500);
        Flux<Note> read = db.transactionMany(
                tx -> db.query(Note.class).iterate().concatMap(note -> db.get(Note.class, note.id())));
        assertThat(read.count().block(LIMIT)).isEqualTo(501);
    }

    @Test
    void aCopyThatFailsSparesTheOthers() {
        Flux<Note> bad = Flux.just(new Note(7L, "first"), new Note(7L, "second"));
        assertThatThrownBy(() -> db.copyIn(Note.class, bad).block(LIMIT)).isInstanceOf(UniqueViolation.class);
        assertThat(texts()).containsExactly("before");
    }

    @Test
    void cancelledStatementsSpareTheOthers() {
        Mono<Status> sleep = db.status(Sql.text("SELECT pg_sleep(60)"));
        sleep.timeout(Duration.ofMillis(200), Mono.empty()).block(LIMIT);
        db.transaction(tx -> notes.add("lost").then(sleep))
                .timeout(Duration.ofMillis(200), Mono.empty())
                .block(LIMIT);
        assertThat(texts()).containsExactly("before");
        assertThat(client.sql("SELECT text FROM notes")
                        .map(row -> row.get(0, String.class))
                        .first()
                        .block(LIMIT))
                .isEqualTo("before");
    }

    @Test
    void transactionsThatOnlyReadRefuseToWriteAndOthersWriteAfterThem() {
        TransactionOptions readOnly = TransactionOptions.options().readOnly();
        assertThatThrownBy(() -> db.transaction(readOnly, tx -> notes.add("no")).block(LIMIT))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("cannot execute INSERT in a read-only transaction");
        assertThat(db.transaction(readOnly, tx -> db.query(Note.class).count()).block(LIMIT))
                .isOne();
        notes.add("yes").block(LIMIT);
        assertThat(texts()).containsExactly("before", "yes");
    }

    @Test
    void localSettingsEndWithTheirTransaction() {
        Mono<String> limit = db.scalar(
                Sql.text("SELECT current_setting('statement_timeout')").read(Types.TEXT));
        String inside = db.transaction(tx -> db.status(Sql.text("SET LOCAL statement_timeout = '7s'"))
                        .then(limit))
                .block(LIMIT);
        assertThat(inside).isEqualTo("7s");
        assertThat(limit.block(LIMIT)).isEqualTo("0");
    }

    @Test
    void sqlThatEndsTransactionsDoesNotEndThatOfTheTest() {
        client.inConnection(connection -> Flux.just(
                                "begin",
                                "INSERT INTO notes (text) VALUES ('sql')",
                                "/* a */ COMMIT",
                                "BEGIN WORK",
                                "DELETE FROM notes",
                                "ROLLBACK")
                        .concatMap(
                                sql -> Flux.from(connection.createStatement(sql).execute())
                                        .concatMap(io.r2dbc.spi.Result::getRowsUpdated))
                        .then())
                .block(LIMIT);
        client.sql("COMMIT").then().block(LIMIT);
        assertThat(texts()).containsExactly("before", "sql");
    }

    @Test
    void whatNeedsTwoConnectionsAtATimeIsToldSo() {
        Mono<Note> alone =
                db.acquire(io.gino.engine.AcquireOptions.options().reuse(false), connection -> notes.add("second"));
        assertThatThrownBy(() ->
                        db.transaction(tx -> notes.add("first").then(alone)).block(LIMIT))
                .hasMessageStartingWith("A statement waited in vain for the one connection of the test");
        assertThat(texts()).containsExactly("before");
    }
}

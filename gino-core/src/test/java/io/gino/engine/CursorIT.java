/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ExtendWith(PostgresExtension.class)
class CursorIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Text<Integer> TEN =
            text("SELECT g FROM generate_series(1, 10) AS g").read(INTEGER);

    private final GinoEngine engine;

    CursorIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @AfterEach
    void close() {
        Idle.closed(engine);
    }

    @Test
    void aCursorIsMovedByOneByManyAndForward() {
        Mono<List<Object>> work = engine.transaction(tx -> tx.connection()
                .cursor(TEN)
                .flatMap(cursor -> Flux.<Object>concat(
                                cursor.next(),
                                cursor.many(2),
                                cursor.forward(3),
                                cursor.next(),
                                cursor.many(100),
                                cursor.many(5))
                        .collectList()));
        assertThat(work.block(LIMIT)).isEqualTo(List.<Object>of(1, List.of(2, 3), 7, List.of(8, 9, 10), List.of()));
    }

    @Test
    void itIsFetchedInBatchesAndStatementsRunInBetween() {
        Mono<List<Integer>> work = engine.transaction(tx -> ((Runner)
                        tx.connection().with(ExecutionOptions.options().fetchSize(2)))
                .connection()
                .cursor(TEN, ExecutionOptions.options().fetchSize(2))
                .flatMap(cursor -> cursor.next()
                        .flatMap(n -> engine.scalar(text("SELECT :n * 100").bind("n", n), Integer.class))
                        .repeat(4)
                        .collectList()
                        .flatMap(first -> cursor.forward(4).then(cursor.next()).map(last -> {
                            first.add(last);
                            return first;
                        }))));
        assertThat(work.block(LIMIT)).containsExactly(100, 200, 300, 400, 500, 10);
    }

    @Test
    void atTheEndThereIsNothing() {
        Mono<Boolean> work = engine.transaction(tx -> tx.connection()
                .cursor(TEN)
                .flatMap(cursor -> cursor.forward(20).then(cursor.next()).hasElement()));
        assertThat(work.block(LIMIT)).isFalse();
    }

    @Test
    void outsideOfATransactionItIsClosedByTheCaller() {
        Mono<Integer> work = engine.acquire(connection -> connection
                .cursor(TEN)
                .flatMap(cursor -> cursor.forward(9)
                        .then(cursor.next())
                        .flatMap(last -> cursor.close().thenReturn(last))));
        assertThat(work.block(LIMIT)).isEqualTo(10);
        assertThat(engine.scalar(text("SELECT count(*) FROM pg_cursors WHERE is_holdable"), Long.class)
                        .block(LIMIT))
                .isZero();
    }

    @Test
    void whatWritesAndReturnsRowsHasACursorToo() {
        Text<Integer> insert = text("INSERT INTO cursor_notes SELECT g FROM generate_series(1, 3) AS g RETURNING n")
                .read(INTEGER);
        Mono<List<Integer>> work = engine.status(text("CREATE TABLE cursor_notes (n int)"))
                .then(engine.transaction(tx -> tx.connection()
                        .cursor(insert)
                        .flatMap(cursor -> cursor.forward(1).then(cursor.many(5)))));
        assertThat(work.block(LIMIT)).containsExactly(2, 3);
    }

    @Test
    void aMoveByNothingIsRefused() {
        Mono<Object> work = engine.transaction(tx -> tx.connection().cursor(TEN).map(cursor -> {
            assertThatThrownBy(() -> cursor.many(0))
                    .isInstanceOf(StatementException.class)
                    .hasMessage("many(0) would not move the cursor. Ask for at least 1.");
            return true;
        }));
        StepVerifier.create(work).expectNext(true).expectComplete().verify(LIMIT);
    }

    @Test
    void aMoveThatTakesLongerThanItMayIsCancelled() {
        Text<Integer> slow =
                text("SELECT g FROM generate_series(1, 3) AS g, pg_sleep(60)").read(INTEGER);
        Mono<Integer> work = engine.acquire(connection -> connection.transaction(tx -> connection
                .cursor(slow, ExecutionOptions.options().timeout(Duration.ofMillis(100)))
                .flatMap(Cursor::next)));
        StepVerifier.create(work)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .hasMessage("The statement did not end within 100 ms and was cancelled. SQL: SELECT g FROM"
                                + " generate_series(1, 3) AS g, pg_sleep(60)"))
                .verify(LIMIT);
    }
}

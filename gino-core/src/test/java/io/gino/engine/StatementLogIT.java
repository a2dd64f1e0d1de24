/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

@ExtendWith(PostgresExtension.class)
class StatementLogIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Text<String> GREETING = text("SELECT :word || g FROM generate_series(1, 2) AS g")
            .bind("word", "secret")
            .read(Types.TEXT);

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.gino.sql");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TestDatabase database;
    private final Level before = logger.getLevel();

    StatementLogIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setLevel(before);
    }

    private void run(EngineBuilder builder, java.util.function.Function<GinoEngine, Mono<?>> work) {
        GinoEngine engine = builder.build();
        work.apply(engine).onErrorComplete().block(LIMIT);
        Idle.await(engine);
        engine.close().block(LIMIT);
    }

    private EngineBuilder builder() {
        return GinoEngine.builder(database.url());
    }

    /** What was logged, with the times left out. */
    private List<String> lines() {
        return log.list.stream()
                .map(event ->
                        event.getLevel() + " " + event.getFormattedMessage().replaceAll(", \\d+\\.\\d ms$", ", T ms"))
                .toList();
    }

    @Test
    void aStatementIsToldOfWithItsRowsAndItsTimeAndWithoutItsValues() {
        run(builder(), engine -> engine.all(GREETING).then());
        assertThat(lines())
                .containsExactly("DEBUG SELECT $1 || g FROM generate_series(1, 2) AS g [binds: 1] 2 rows, T ms");
    }

    @Test
    void echoedStatementsAreToldOfAtInfo() {
        logger.setLevel(Level.INFO);
        run(builder(), engine -> engine.all(GREETING).then());
        assertThat(lines()).isEmpty();
        run(builder().echo(true), engine -> engine.all(GREETING).then());
        assertThat(lines())
                .containsExactly("INFO SELECT $1 || g FROM generate_series(1, 2) AS g [binds: 1] 2 rows, T ms");
    }

    @Test
    void parametersAreShownWhenTheyMayBe() {
        run(builder().showParameters(true), engine -> engine.first(GREETING));
        assertThat(lines())
                .containsExactly("DEBUG SELECT $1 || g FROM generate_series(1, 2) AS g [secret] 2 rows, T ms");
    }

    @Test
    void aStatementThatFailsAndOneThatIsCancelledAreToldOfAsSuch() {
        run(
                builder(),
                engine -> engine.status(text("SELECT 1 / 0"))
                        .onErrorResume(failure -> engine.with(options().timeout(Duration.ofMillis(50)))
                                .status(text("SELECT pg_sleep(60)"))));
        assertThat(lines())
                .containsExactly(
                        "DEBUG SELECT 1 / 0 [binds: 0] failed, T ms",
                        "DEBUG SELECT pg_sleep(60) [binds: 0] cancelled after 0 rows, T ms");
    }

    @Test
    void aTransactionIsSeenFromBeginToCommit() {
        run(
                builder(),
                engine -> engine.transaction(tx -> engine.transaction(
                        nested -> engine.first(text("SELECT 1").read(Types.INTEGER)))));
        assertThat(lines())
                .containsExactly(
                        "DEBUG BEGIN [binds: 0] 0 rows, T ms",
                        "DEBUG SAVEPOINT gino_1 [binds: 0] 0 rows, T ms",
                        "DEBUG SELECT 1 [binds: 0] 1 row, T ms",
                        "DEBUG RELEASE SAVEPOINT gino_1 [binds: 0] 0 rows, T ms",
                        "DEBUG COMMIT [binds: 0] 0 rows, T ms");
    }

    @Test
    void slowStatementsAreWarnedOfAndOthersNot() {
        logger.setLevel(Level.WARN);
        run(
                builder().slowThreshold(Duration.ofMillis(100)),
                engine -> engine.status(text("SELECT 1")).then(engine.status(text("SELECT pg_sleep(0.2)"))));
        assertThat(lines()).containsExactly("WARN Slow: SELECT pg_sleep(0.2) [binds: 0] 1 row, T ms");
    }

    @Test
    void nothingIsLoggedWhenTheLoggerIsOff() {
        logger.setLevel(Level.INFO);
        run(builder(), engine -> engine.all(GREETING).then());
        assertThat(lines()).isEmpty();
    }
}

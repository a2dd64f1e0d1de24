/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.engine.StatementListener.End;
import io.gino.engine.StatementListener.Start;
import io.gino.error.QueryTimeout;
import io.gino.error.UniqueViolation;
import io.gino.row.Row;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ExtendWith(PostgresExtension.class)
class StatementListenerIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final ExecutionOptions SOON = options().timeout(Duration.ofMillis(200));
    private static final Text<Row> SLEEP = text("SELECT pg_sleep(20)");

    private final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private final Column<String> name = Column.of("name", TEXT);
    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table("listened_users", id, name);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<End> ends = new CopyOnWriteArrayList<>();
    private final TestDatabase database;

    StatementListenerIT(TestDatabase database) {
        this.database = database;
    }

    private void run(StatementListener listener, Function<GinoEngine, Publisher<?>> work) {
        GinoEngine engine =
                GinoEngine.builder(database.url()).listener(listener).build();
        engine.schema(metadata).createAll().block(LIMIT);
        heard.clear();
        ends.clear();
        Flux.from(work.apply(engine)).then().onErrorComplete().block(LIMIT);
        Idle.await(engine);
        List<String> result = List.copyOf(heard);
        engine.schema(metadata).dropAll().block(LIMIT);
        engine.close().block(LIMIT);
        heard.clear();
        heard.addAll(result);
    }

    private void run(Function<GinoEngine, Publisher<?>> work) {
        run((start, context) -> end -> heard(start, end), work);
    }

    private void heard(Start start, End end) {
        heard.add(start.operation() + " " + start.table().orElse("-") + " " + end.outcome() + " " + end.rows());
        ends.add(end);
    }

    @Test
    void hearsOfEachStatementOnceWithOperationTableAndRows() {
        run(engine -> engine.status(users.insert().set(id, 1).set(name, "a"))
                .then(engine.status(users.insert().set(id, 2).set(name, "b")))
                .thenMany(engine.all(users.select()))
                .thenMany(engine.all(users.as("u").select()))
                .then(engine.status(users.update().set(name, "c").everyRow()))
                .then(engine.status(users.delete().where(id.eq(1)))));

        assertThat(heard)
                .containsExactly(
                        "INSERT listened_users SUCCESS 1",
                        "INSERT listened_users SUCCESS 1",
                        "SELECT listened_users SUCCESS 2",
                        "SELECT listened_users SUCCESS 2",
                        "UPDATE listened_users SUCCESS 2",
                        "DELETE listened_users SUCCESS 1");
    }

    @Test
    void hearsOfRawSqlByItsFirstWord() {
        run(engine -> engine.status(text("select 1")).then(engine.status(text("/* none */ SELECT 1"))));

        assertThat(heard).containsExactly("SELECT - SUCCESS 1", "OTHER - SUCCESS 1");
    }

    @Test
    void hearsOfWhatBeginsAndEndsTransactionsWithoutTheNamesOfSavepoints() {
        run(engine -> engine.transaction(tx -> engine.transaction(nested -> Mono.empty())));

        assertThat(heard)
                .containsExactly(
                        "BEGIN - SUCCESS 0", "SAVEPOINT - SUCCESS 0", "RELEASE - SUCCESS 0", "COMMIT - SUCCESS 0");
    }

    @Test
    void hearsOfCursorsWithTheTableThatTheyRead() {
        run(engine -> engine.transactionMany(tx -> engine.iterate(users.select())));

        assertThat(heard)
                .containsExactly(
                        "BEGIN - SUCCESS 0",
                        "DECLARE listened_users SUCCESS 0",
                        "FETCH listened_users SUCCESS 0",
                        "CLOSE - SUCCESS 0",
                        "COMMIT - SUCCESS 0");
    }

    @Test
    void hearsOfCopy() {
        run(engine -> engine.copyIn(users, List.of(id, name), Flux.just(List.of(1, "a"), List.of(2, "b"))));

        assertThat(heard).containsExactly("COPY listened_users SUCCESS 2");
    }

    @Test
    void hearsOfAFailureAsTheCallerGetsIt() {
        run(engine -> engine.status(users.insert().set(id, 1))
                .then(engine.status(users.insert().set(id, 1))));

        assertThat(heard).containsExactly("INSERT listened_users SUCCESS 1", "INSERT listened_users ERROR 0");
        assertThat(ends.get(1).failure()).get().isInstanceOf(UniqueViolation.class);
    }

    @Test
    void hearsOfWhatIsCancelled() {
        run(engine -> engine.status(text("SELECT pg_sleep(20)")).timeout(Duration.ofMillis(200)));

        assertThat(heard).containsExactly("SELECT - CANCELLED 0");
        assertThat(ends.get(0).took()).isBetween(Duration.ofMillis(10), Duration.ofSeconds(10));
        assertThat(ends.get(0).failure()).isEmpty();
    }

    @Test
    void hearsOfATimeLimitAsTheErrorThatTheCallerGets() {
        List<Throwable> failures = new CopyOnWriteArrayList<>();

        run(engine -> late(engine.with(SOON).status(SLEEP), failures)
                .then(late(engine.with(SOON).all(SLEEP), failures))
                .then(late(engine.with(SOON).iterate(SLEEP), failures))
                .then(late(engine.acquire(connection -> connection.with(SOON).status(SLEEP)), failures)));

        assertThat(heard)
                .containsExactly("SELECT - ERROR 0", "SELECT - ERROR 0", "SELECT - ERROR 0", "SELECT - ERROR 0");
        assertThat(failures).hasSize(4).hasOnlyElementsOfType(QueryTimeout.class);
        assertThat(ends.subList(0, 4))
                .extracting(end -> end.failure().orElseThrow())
                .containsExactlyElementsOf(failures);
    }

    private static Mono<Void> late(Publisher<?> statement, List<Throwable> failures) {
        return Flux.from(statement).then().doOnError(failures::add).onErrorComplete();
    }

    @Test
    void whatIsCancelledBeforeItsTimeIsUpIsNotLate() {
        run(engine -> engine.with(options().timeout(Duration.ofSeconds(20)))
                .iterate(text("SELECT generate_series(1, 100000)"))
                .take(1));

        assertThat(heard).hasSize(1).allMatch(end -> end.startsWith("SELECT - CANCELLED "));
        assertThat(ends.get(0).failure()).isEmpty();
    }

    @Test
    void isToldWhichDatabaseItIs() {
        StatementListener listener = (start, context) -> end -> heard.add(start.database());
        GinoEngine named = GinoEngine.builder(database.url())
                .name("archive")
                .listener(listener)
                .build();

        named.status(text("SELECT 1")).then(named.close()).block(LIMIT);
        assertThat(heard).containsExactly("archive");

        run(listener, engine -> engine.status(text("SELECT 1")));
        assertThat(heard).containsExactly("gino");
    }

    @Test
    void isGivenTheContextOfWhoRunsTheStatement() {
        run(
                (start, context) -> end -> heard.add(context.getOrDefault("who", "nobody")),
                engine -> engine.all(text("SELECT 1"))
                        .thenMany(engine.transaction(tx -> engine.status(text("SELECT 1"))))
                        .contextWrite(context -> context.put("who", "jack")));

        assertThat(heard).containsExactly("jack", "jack", "jack", "jack");
    }

    @Test
    void whatAListenerThrowsChangesNothing() {
        run(
                (start, context) -> {
                    if (start.sql().equals("SELECT 1")) {
                        throw new IllegalStateException("at the start");
                    }
                    return end -> {
                        throw new IllegalStateException("at the end");
                    };
                },
                engine -> engine.status(text("SELECT 1"))
                        .then(engine.status(text("SELECT 2")))
                        .doOnNext(status -> heard.add("both ran")));

        assertThat(heard).containsExactly("both ran");
    }
}

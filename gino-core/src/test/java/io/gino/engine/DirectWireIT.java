/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.DatabaseException;
import io.gino.error.StatementException;
import io.gino.error.UniqueViolation;
import io.gino.row.Row;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Condition;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements that the server keeps prepared, on one connection. */
@ExtendWith(PostgresExtension.class)
class DirectWireIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Text<String> PREPARED =
            text("SELECT statement FROM pg_prepared_statements WHERE name LIKE 'gino%' AND statement NOT LIKE"
                            + " '%pg_prepared_statements%' ORDER BY prepare_time")
                    .read(TEXT);

    private final MetaData metadata = new MetaData();
    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Table hosts = metadata.table("wire_hosts", id, name);
    private final TestDatabase database;
    /** Another one, so that what it prepares is not on the connection. */
    private final GinoEngine setup;

    private GinoEngine engine;

    DirectWireIT(TestDatabase database) {
        this.database = database;
        setup = GinoEngine.create(database.url());
        setup.schema(metadata).createAll().block(LIMIT);
        engine = engine("");
    }

    private GinoEngine engine(String option) {
        return GinoEngine.builder(database.url() + option).poolSize(0, 1).build();
    }

    @AfterEach
    void drop() {
        setup.schema(metadata).dropAll().block(LIMIT);
        Idle.closed(setup);
        Idle.closed(engine);
    }

    private List<String> prepared() {
        return engine.all(PREPARED).collectList().block(LIMIT);
    }

    private <T> T run(Mono<T> work) {
        return work.blockOptional(LIMIT).orElseThrow();
    }

    @Test
    void aStatementIsPreparedOnce() {
        for (long n = 0; n < 3; n++) {
            run(engine.status(hosts.insert().set(id, n).set(name, "n" + n)));
        }
        assertThat(prepared()).containsExactly("INSERT INTO wire_hosts (id, name) VALUES ($1, $2)");
    }

    @Test
    void aStatementWithoutValuesIsPreparedToo() {
        run(engine.all(hosts.select()).collectList());
        run(engine.all(text("SELECT 1 AS one").read(INTEGER)).collectList());
        assertThat(prepared())
                .containsExactly("SELECT wire_hosts.id, wire_hosts.name FROM wire_hosts", "SELECT 1 AS one");
    }

    @Test
    void rawSqlOfSeveralStatementsIsNot() {
        run(engine.status(text("SELECT 1; SELECT 2")));
        assertThat(prepared()).isEmpty();
    }

    @Test
    void aSemicolonInAStringMakesNoSecondStatement() {
        run(engine.first(text("SELECT 1 AS one").read(INTEGER)));
        assertThat(run(engine.first(text("SELECT ';' AS mark").read(TEXT)))).isEqualTo(";");
        assertThat(prepared()).containsExactly("SELECT 1 AS one", "SELECT ';' AS mark");
    }

    @Test
    void cursorsAreNot() {
        Mono<List<Long>> read = engine.transaction(tx -> engine.iterate(
                        select(value(BIGINT, 1L).as("n"))
                                .where(value(BIGINT, 1L).eq(1L)),
                        1)
                .collectList());
        assertThat(run(read)).hasSize(1);
        assertThat(prepared()).isEmpty();
    }

    @Test
    void onlySoManyAreKeptAsTheDriverWasTold() {
        Idle.closed(engine);
        engine = engine("?preparedStatementCacheQueries=2");
        for (int n = 1; n <= 5; n++) {
            run(engine.first(text("SELECT " + n + " AS n").read(INTEGER)));
        }
        // The statement that asks takes the place of one of them; what it dropped is forgotten with the next one.
        prepared();
        assertThat(prepared()).containsExactly("SELECT 5 AS n");
    }

    @Test
    void noneAreKeptWhereTheDriverWasToldSo() {
        Idle.closed(engine);
        engine = engine("?preparedStatementCacheQueries=0");
        run(engine.status(hosts.insert().set(id, 1L)));
        run(engine.status(hosts.insert().set(id, 2L)));
        assertThat(prepared()).isEmpty();
    }

    @Test
    void aValueOfAnotherTypePreparesTheTextAnew() {
        assertThat(run(engine.first(
                        text("SELECT pg_typeof(:v)::text").bind("v", 1).read(TEXT))))
                .isEqualTo("integer");
        assertThat(run(engine.first(
                        text("SELECT pg_typeof(:v)::text").bind("v", 1L).read(TEXT))))
                .isEqualTo("bigint");
        assertThat(prepared()).containsExactly("SELECT pg_typeof($1)::text");
    }

    @Test
    void whatTheServerHasForgottenIsPreparedAgain() {
        Text<String> statement = text("SELECT name FROM wire_hosts WHERE id = :id")
                .bind("id", 1L)
                .read(TEXT);
        run(engine.status(text("CREATE FUNCTION pg_temp.forget() RETURNS void LANGUAGE plpgsql AS"
                + " 'BEGIN EXECUTE ''DEALLOCATE ALL''; END'")));
        run(engine.status(hosts.insert().set(id, 1L).set(name, "a")));
        assertThat(run(engine.first(statement))).isEqualTo("a");
        run(engine.first(text("SELECT pg_temp.forget()::text").read(TEXT)));
        assertThat(run(engine.first(statement))).isEqualTo("a");
    }

    @Test
    void aTableThatHasChangedIsReadAsItIsNow() {
        run(engine.status(hosts.insert().set(id, 1L).set(name, "7")));
        Text<Row> statement = text("SELECT * FROM wire_hosts WHERE id = :id").bind("id", 1L);
        assertThat(run(engine.first(statement)).get("name")).isEqualTo("7");
        run(engine.status(text("ALTER TABLE wire_hosts ALTER name TYPE integer USING name::integer")));
        assertThat(run(engine.first(statement)).get("name")).isEqualTo(7);
    }

    @Test
    void inTheTransactionThatChangesATableItIsReadAsItIsThen() {
        Text<Row> statement = text("SELECT * FROM wire_hosts WHERE id = :id").bind("id", 1L);
        run(engine.status(hosts.insert().set(id, 1L)));
        Mono<Row> work = engine.transaction(tx -> engine.first(statement)
                .then(engine.status(text("ALTER TABLE wire_hosts ADD COLUMN extra integer DEFAULT 5")))
                .then(engine.first(statement)));
        assertThat(run(work).get("extra")).isEqualTo(5);
    }

    @Test
    void inATransactionATableThatOthersHaveChangedIsAnErrorThatSaysSo() {
        Text<Row> statement = text("SELECT * FROM wire_hosts WHERE id = :id").bind("id", 1L);
        run(engine.status(hosts.insert().set(id, 1L).set(name, "7")));
        run(engine.first(statement));
        run(setup.status(text("ALTER TABLE wire_hosts ADD COLUMN extra integer")));
        Mono<Row> work = engine.transaction(tx -> engine.first(statement));
        assertThatThrownBy(() -> work.block(LIMIT))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("PostgreSQL refused the statement: cached plan must not change result type (0A000). SQL:"
                        + " SELECT * FROM wire_hosts WHERE id = $1");
        assertThat(run(engine.first(statement)).get("name")).isEqualTo("7");
    }

    @Test
    void enginesThatShareAConnectionShareWhatIsPrepared() {
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(
                        ConnectionFactories.get("r2dbc:postgresql://" + database.username() + ":" + database.password()
                                + "@" + database.host() + ":" + database.port() + "/" + database.name()))
                .initialSize(0)
                .maxSize(1)
                .build());
        for (int n = 0; n < 3; n++) {
            GinoEngine shares = GinoEngine.create(pool);
            assertThat(run(shares.first(text("SELECT :v + " + n).bind("v", 1).read(INTEGER))))
                    .isEqualTo(n + 1);
        }
        assertThat(GinoEngine.create(pool).all(PREPARED).collectList().block(LIMIT))
                .containsExactly("SELECT $1 + 0", "SELECT $1 + 1", "SELECT $1 + 2");
        pool.disposeLater().block(LIMIT);
    }

    @Test
    void aRefusalIsTheDriversException() {
        run(engine.status(hosts.insert().set(id, 1L)));
        assertThatThrownBy(() -> run(engine.status(hosts.insert().set(id, 1L))))
                .isInstanceOf(UniqueViolation.class)
                .hasMessage("Table 'wire_hosts' already has a row with this id (constraint 'pk_wire_hosts'). SQL:"
                        + " INSERT INTO wire_hosts (id) VALUES ($1)")
                .hasCauseInstanceOf(R2dbcDataIntegrityViolationException.class);
    }

    @Test
    void afterARefusalTheConnectionIsReadyForTheNextStatement() {
        run(engine.status(hosts.insert().set(id, 1L)));
        Mono<Long> refused = engine.status(hosts.insert().set(id, 1L))
                .thenReturn(0L)
                .onErrorResume(
                        UniqueViolation.class,
                        failure -> engine.scalar(
                                text("SELECT count(*) FROM wire_hosts WHERE id = :id")
                                        .bind("id", 1L),
                                Long.class));
        Long counted = run(engine.acquire(connection -> refused.then(refused)));
        assertThat(counted).isEqualTo(1L);
    }

    @Test
    void aStatementThatPostgresCannotParseIsNotTakenForPrepared() {
        Text<?> broken = text("SELECT missing FROM wire_hosts WHERE id = :id").bind("id", 1L);
        for (int n = 0; n < 2; n++) {
            assertThatThrownBy(() -> run(engine.status(broken)))
                    .hasMessage("PostgreSQL refused the statement: column \"missing\" does not exist (42703). SQL:"
                            + " SELECT missing FROM wire_hosts WHERE id = $1");
        }
        assertThat(prepared()).isEmpty();
    }

    @Test
    void aResultThatIsLeftInTheMiddleDoesNotHoldUpTheNext() {
        Flux<Integer> numbers = engine.all(text("SELECT g FROM generate_series(1, :n) AS g")
                .bind("n", 100_000)
                .read(INTEGER));
        Mono<Integer> next = engine.first(text("SELECT :n + 1").bind("n", 1).read(INTEGER));
        Integer two = run(engine.acquire(connection -> numbers.take(3).then(next)));
        assertThat(two).isEqualTo(2);
    }

    @Test
    void aRowThatCannotBeReadEndsTheReadingOnly() {
        Flux<Integer> wrong = engine.all(text("SELECT 'a' || g FROM generate_series(1, :n) AS g")
                .bind("n", 5_000)
                .read(INTEGER));
        Mono<Integer> next = engine.first(text("SELECT :n + 1").bind("n", 1).read(INTEGER));
        Integer twelve = run(engine.acquire(
                connection -> wrong.then(Mono.just(0)).onErrorResume(failure -> next.map(n -> n + 10))));
        assertThat(twelve).isEqualTo(12);
    }

    @Test
    void moreValuesThanTheProtocolCountsAreRefusedBeforeTheyAreSent() {
        List<Condition> each =
                LongStream.range(0, 65_536).<Condition>mapToObj(id::eq).toList();
        assertThatThrownBy(() ->
                        run(engine.all(hosts.select().where(Condition.or(each))).collectList()))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "PostgreSQL takes at most 65535 values in one statement; this one has 65536. A list given to"
                                + " in(…), and the rows of createMany(…), travel as arrays, which count as one value each.");
    }

    @Test
    void aListGoesAsOneValue() {
        List<Long> keys = LongStream.rangeClosed(1, 30_000).boxed().toList();
        assertThat(run(engine.first(select(value(BIGINT, 29_999L).in(keys))))).isTrue();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INET;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.compile.Baked;
import io.gino.error.ConnectionException;
import io.gino.error.QueryTimeout;
import io.gino.error.StatementException;
import io.gino.error.UninitializedException;
import io.gino.error.UniqueViolation;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Text;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Inet;
import io.gino.type.Types;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Statements with parameters: compiled once, prepared, and run with many sets of values. */
@ExtendWith(PostgresExtension.class)
class BakedIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Column<Inet> host = column("host", INET);
    private final MetaData metadata = new MetaData();
    private final Table hosts = metadata.table("hosts", id, name, host);
    private final Baked<String> nameById = Baked.of(select(name).from(hosts).where(id.eq(parameter("id", BIGINT))));
    private final GinoEngine engine;

    BakedIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void fill() {
        engine.schema(metadata)
                .dropAll()
                .then(engine.schema(metadata).createAll())
                .then(engine.status(hosts.insert()
                        .rows(
                                List.of(id, name),
                                List.of(List.of(1L, "one"), List.of(2L, "two"), List.of(3L, "three")))))
                .block(LIMIT);
    }

    @AfterEach
    void close() {
        Idle.closed(engine);
    }

    private List<String> stored() {
        return engine.all(select(id, name).from(hosts).orderBy(id))
                .map(row -> row.get(id) + " " + row.get(name))
                .collectList()
                .block(LIMIT);
    }

    @Test
    void aStatementIsCompiledOnceAndRunWithManyValues() {
        assertThat(nameById.sql()).isEqualTo("SELECT hosts.name FROM hosts WHERE hosts.id = $1");
        Flux<String> names = Flux.just(3, 1, 2).concatMap(key -> engine.first(nameById.bind("id", key)));
        StepVerifier.create(names)
                .expectNext("three", "one", "two")
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void itHasAllVerbsWhereItIsBaked() {
        BakedQuery<String> query = engine.bake(
                select(name).from(hosts).where(id.le(parameter("id", BIGINT))).orderBy(id));
        assertThat(query.bind("id", 2).all().collectList().block(LIMIT)).containsExactly("one", "two");
        assertThat(query.bind("id", 2).iterate().collectList().block(LIMIT)).containsExactly("one", "two");
        assertThat(query.bind("id", 2).first().block(LIMIT)).isEqualTo("one");
        assertThat(query.bind("id", 1).one().block(LIMIT)).isEqualTo("one");
        assertThat(query.bind("id", 1).scalar().block(LIMIT)).isEqualTo("one");
        assertThat(query.bind("id", 0).oneOrNone().blockOptional(LIMIT)).isEmpty();
        assertThat(query.bind(Map.of("id", 3)).status().block(LIMIT)).isEqualTo(new Status("SELECT", 3, 3));
    }

    @Test
    void itCanBeMadeBeforeThereIsADatabaseAndRunByManyEngines(TestDatabase database) {
        Gino db = new Gino();
        BakedQuery<String> query = db.bake(select(name).from(hosts).where(id.eq(parameter("id", BIGINT))));
        StepVerifier.create(query.bind("id", 1).first())
                .expectError(UninitializedException.class)
                .verify(LIMIT);
        GinoEngine other = GinoEngine.create(database.url());
        db.bind(other);
        assertThat(query.bind("id", 1).first().block(LIMIT)).isEqualTo("one");
        assertThat(query.on(engine).bind("id", 2).first().block(LIMIT)).isEqualTo("two");
        Idle.closed(other);
    }

    @Test
    void copiesWithOtherOptionsLeaveItAsItIs() {
        BakedQuery<Integer> sleep =
                engine.bake(select(literal(Types.INTEGER, 1)).where(text0("pg_sleep(0.2) IS NOT NULL")));
        StepVerifier.create(sleep.with(options().timeout(Duration.ofMillis(20))).first())
                .expectError(QueryTimeout.class)
                .verify(LIMIT);
        assertThat(sleep.first().block(LIMIT)).isEqualTo(1);
    }

    private static io.gino.sql.Expression<Boolean> text0(String sql) {
        return io.gino.sql.Sql.template(sql, Types.BOOLEAN);
    }

    @Test
    void bakedInsertsTakeTheValuesThatTheyAreGiven() {
        BakedQuery<?> insert = engine.bake(hosts.insert()
                .set(id, parameter("id", BIGINT))
                .set(name, parameter("name", TEXT))
                .set(host, parameter("host", INET)));
        insert.bind("id", 9)
                .bind("name", null)
                .bind("host", Inet.parse("10.0.0.1"))
                .status()
                .block(LIMIT);
        assertThat(stored()).containsExactly("1 one", "2 two", "3 three", "9 null");
    }

    @Test
    void valuesCanBeGivenInTheOrderOfTheParameters() {
        BakedQuery<?> rename =
                engine.bake(hosts.update().set(name, parameter("name", TEXT)).where(id.eq(parameter("id", BIGINT))));
        rename.bind(List.of("zwei", 2)).status().block(LIMIT);
        assertThat(stored()).containsExactly("1 one", "2 zwei", "3 three");
        assertThatThrownBy(() -> rename.bind(List.of("zwei")))
                .isInstanceOf(StatementException.class)
                .hasMessage("The statement has 2 parameters (name, id); got 1.");
    }

    @Test
    void missingAndUnknownParametersAreNamed() {
        StepVerifier.create(engine.first(nameById))
                .expectErrorMessage("The parameter :id has no value. Add bind(\"id\", value).")
                .verify(LIMIT);
        assertThatThrownBy(() -> nameById.bind("ids", 1))
                .isInstanceOf(StatementException.class)
                .hasMessage("The statement has no parameter :ids. Did you mean 'id'? It has: id.");
        assertThatThrownBy(() -> nameById.bind("id", "x"))
                .isInstanceOf(StatementException.class)
                .hasMessage("A value of type bigint is a Long in Java; got a java.lang.String.");
    }

    @Test
    void aPreparedStatementEndsWithItsConnection() {
        GinoConnection connection = engine.acquire().block(LIMIT);
        BakedQuery<String> prepared = connection
                .prepare(select(name).from(hosts).where(id.eq(parameter("id", BIGINT))))
                .block(LIMIT);
        assertThat(prepared.bind("id", 1).first().block(LIMIT)).isEqualTo("one");
        assertThat(prepared.bind("id", 2).first().block(LIMIT)).isEqualTo("two");
        Long known = connection
                .scalar(
                        text("SELECT count(*) FROM pg_prepared_statements WHERE statement = :sql || ' LIMIT $2'")
                                .bind("sql", prepared.sql()),
                        Long.class)
                .block(LIMIT);
        assertThat(known).isEqualTo(1);
        connection.release().block(LIMIT);
        StepVerifier.create(prepared.bind("id", 1).first())
                .expectError(ConnectionException.class)
                .verify(LIMIT);
    }

    @Test
    void aChangedTableHealsPreparedStatements() {
        Mono<Long> rows = engine.all(text("SELECT * FROM hosts WHERE id > :id").bind("id", 0))
                .count();
        for (int i = 0; i < 8; i++) {
            assertThat(rows.block(LIMIT)).isEqualTo(3);
        }
        engine.status(text("ALTER TABLE hosts ADD COLUMN added int")).block(LIMIT);
        assertThat(rows.block(LIMIT)).isEqualTo(3);
        engine.status(text("ALTER TABLE hosts ALTER COLUMN added TYPE text")).block(LIMIT);
        assertThat(rows.block(LIMIT)).isEqualTo(3);
    }

    private static Map<String, Object> set(Object id, Object name) {
        Map<String, Object> set = new HashMap<>();
        set.put("id", id);
        set.put("name", name);
        return set;
    }

    @Test
    void manySetsAreInsertedByOneStatement() {
        List<Map<String, Object>> sets = IntStream.rangeClosed(10, 10_009)
                .mapToObj(n -> set(n, n % 2 == 0 ? null : "n" + n))
                .toList();
        Mono<Status> work =
                engine.status(hosts.insert().set(id, parameter("id", BIGINT)).set(name, parameter("name", TEXT)), sets);
        assertThat(work.block(LIMIT)).isEqualTo(new Status("INSERT", 10_000, 0));
        assertThat(stored()).hasSize(10_003).contains("10 null", "11 n11");
    }

    @Test
    void manySetsAreUpdatedAndDeletedByOneStatement() {
        Mono<Status> update = engine.status(
                hosts.update().set(name, name.concat(parameter("name", TEXT))).where(id.eq(parameter("id", BIGINT))),
                List.of(set(1, "!"), set(2, "?"), set(99, "-")));
        assertThat(update.block(LIMIT)).isEqualTo(new Status("UPDATE", 2, 0));
        assertThat(stored()).containsExactly("1 one!", "2 two?", "3 three");
        Mono<Status> delete = engine.status(
                hosts.delete().where(id.eq(parameter("id", BIGINT))), List.of(Map.of("id", 1), Map.of("id", 3)));
        assertThat(delete.block(LIMIT)).isEqualTo(new Status("DELETE", 2, 0));
        assertThat(stored()).containsExactly("2 two?");
    }

    @Test
    void manySetsRunRawSqlInOneMessage() {
        Text<?> insert = text("INSERT INTO hosts (id, name) VALUES (:id, :name) -- all of them");
        List<Map<String, Object>> sets = IntStream.rangeClosed(10, 1_009)
                .mapToObj(n -> set(n, n % 2 == 0 ? null : "n'\\" + n))
                .toList();
        assertThat(engine.status(insert, sets).block(LIMIT)).isEqualTo(new Status("INSERT", 1_000, 0));
        assertThat(stored()).hasSize(1_003).contains("10 null", "11 n'\\11");
        Text<?> delete = text("DELETE FROM hosts WHERE id = :id RETURNING id");
        Mono<Status> work = engine.status(delete, List.of(Map.of("id", 1), Map.of("id", 3L), Map.of("id", 9_999)));
        assertThat(work.block(LIMIT)).isEqualTo(new Status("DELETE", 2, 2));
    }

    @Test
    void aSetThatRawSqlRefusesUndoesTheOthers() {
        Text<?> insert = text("INSERT INTO hosts (id, name) VALUES (:id, :name)");
        StepVerifier.create(engine.status(insert, List.of(set(50, "new"), set(1, "taken"))))
                .expectErrorMessage("Table 'hosts' already has a row with this id (constraint 'pk_hosts'). SQL: INSERT"
                        + " INTO hosts (id, name) VALUES ($1, $2)")
                .verify(LIMIT);
        assertThat(stored()).hasSize(3);
    }

    @Test
    void aParameterOfRawSqlMayBeNullInEverySetWhenItsTypeIsSaid() {
        Text<?> update = text("UPDATE hosts SET name = :name WHERE id = :id");
        List<Map<String, Object>> sets = List.of(set(1, null), set(2, null));
        StepVerifier.create(engine.status(update, sets))
                .expectErrorMessage("The parameter :name is null in every set, and nothing says of which type. Bind it"
                        + " with its type before: bind(\"name\", type, null).")
                .verify(LIMIT);
        assertThat(engine.status(update.bind("name", TEXT, null), sets).block(LIMIT))
                .isEqualTo(new Status("UPDATE", 2, 0));
        assertThat(stored()).containsExactly("1 null", "2 null", "3 three");
    }

    @Test
    void setsThatDoNotFitRawSqlAreRefused() {
        Text<?> delete = text("DELETE FROM hosts WHERE id = :id");
        StepVerifier.create(engine.status(delete, List.of(Map.of("id", 1), Map.of())))
                .expectErrorMessage("The parameter :id has no value in set 2.")
                .verify(LIMIT);
        StepVerifier.create(engine.status(delete, List.of(Map.of("id", 1, "ix", 2))))
                .expectErrorMessage("The text has no parameter :ix. Did you mean 'id'? It has: id.")
                .verify(LIMIT);
        assertThat(engine.status(delete, List.of()).block(LIMIT)).isEqualTo(new Status("DELETE", 0, 0));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void ofNoSetsNothingIsSent() {
        Mono<Status> none = engine.status(hosts.delete().where(id.eq(parameter("id", BIGINT))), List.of());
        assertThat(none.block(LIMIT)).isEqualTo(new Status("DELETE", 0, 0));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void allSetsAreStoredOrNone() {
        Mono<Status> work = engine.status(
                hosts.insert().set(id, parameter("id", BIGINT)).set(name, parameter("name", TEXT)),
                List.of(set(50, "new"), set(1, "taken")));
        StepVerifier.create(work).expectError(UniqueViolation.class).verify(LIMIT);
        assertThat(stored()).hasSize(3);
    }

    @Test
    void setsThatDoNotFitAreRefused() {
        Mono<Status> missing =
                engine.status(hosts.delete().where(id.eq(parameter("id", BIGINT))), List.of(Map.of("id", 1), Map.of()));
        StepVerifier.create(missing)
                .expectErrorMessage("The parameter :id has no value in set 2.")
                .verify(LIMIT);
        Mono<Status> unknown =
                engine.status(hosts.delete().where(id.eq(parameter("id", BIGINT))), List.of(Map.of("id", 1, "ix", 2)));
        StepVerifier.create(unknown)
                .expectErrorMessage(
                        "The statement has no parameter :ix, which set 1 has. Did you mean 'id'? It has: id.")
                .verify(LIMIT);
        StepVerifier.create(engine.status(select(name).from(hosts), List.of(Map.of("id", 1))))
                .expectErrorMessage("Only an INSERT of values, an UPDATE and a DELETE run with many sets of parameters."
                        + " Run other statements once for each set.")
                .verify(LIMIT);
        StepVerifier.create(engine.status(hosts.delete().everyRow(), List.of(Map.of())))
                .expectErrorMessage("The statement has no parameters, so that many sets of them make no sense.")
                .verify(LIMIT);
    }
}

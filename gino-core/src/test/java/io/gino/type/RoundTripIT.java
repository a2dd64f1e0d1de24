/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.type.Comparing.same;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.engine.GinoEngine;
import io.gino.row.Row;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Statement;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** Each type, on a real PostgreSQL: what is written comes back, by each way to write it and each way to read it. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripIT {

    /** PostgreSQL plans a prepared statement anew for its first five executions, and may keep a plan from then on. */
    private static final int EXECUTIONS = 7;

    private final GinoEngine engine;

    RoundTripIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @AfterAll
    void close() {
        engine.close().block();
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void comesBackAsItWasBound(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        List<@Nullable T> written = withNull(of.values());
        for (int i = 0; i < Math.max(EXECUTIONS, written.size()); i++) {
            T value = written.get(i % written.size());
            Row row = one(
                    table.table.insert().set(table.id, i).set(table.one, value).returning());
            assertThat(same(row.get(table.one))).isEqualTo(same(value));
        }
        for (int i = 0; i < EXECUTIONS; i++) {
            assertThat(same(table.all(table.one)).subList(0, written.size())).isEqualTo(same(written));
        }
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void comesBackAsItWentInRows(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        List<@Nullable T> written = withNull(of.values());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            rows.add(Arrays.asList(i, written.get(i), written.subList(0, i)));
        }
        run(table.table.insert().rows(List.of(table.id, table.one, table.many), rows));
        assertThat(same(table.all(table.one))).isEqualTo(same(written));
        assertThat(same(table.all(table.many)))
                .isEqualTo(same(rows.stream().map(row -> row.get(2)).toList()));
        run(table.table.insert().rows(List.of(table.id, table.one), List.of()));
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void comesBackAsItWasCopied(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        List<@Nullable T> written = withNull(of.values());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            rows.add(Arrays.asList(i, written.get(i), written.subList(0, i), List.of(withNull(of.values()))));
        }
        engine.copyIn(table.table, List.of(table.id, table.one, table.many, table.grid), Flux.fromIterable(rows))
                .block();
        assertThat(same(table.all(table.one))).isEqualTo(same(written));
        assertThat(same(table.all(table.many)))
                .isEqualTo(same(rows.stream().map(row -> row.get(2)).toList()));
        assertThat(same(table.all(table.grid)))
                .isEqualTo(same(rows.stream().map(row -> row.get(3)).toList()));
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void isFoundByItsLiteralWhereCopyTakesNoBinds(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        for (T value : of.values()) {
            run(text("TRUNCATE stored"));
            run(table.table.insert().set(table.id, 7).set(table.one, value));
            Statement<?> found = of.comparable()
                    ? select(table.id)
                            .from(table.table)
                            .where(table.one.eq(value).and(table.one.in(of.values())))
                    : table.table.update().set(table.one, value).everyRow().returning(table.id);
            assertThat(engine.copyOut(found).collectList().block()).containsExactly("7");
        }
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void comesBackInArrays(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        List<@Nullable List<@Nullable T>> arrays =
                Arrays.asList(of.values(), withNull(of.values()), List.of(), Arrays.asList((T) null), null);
        for (int i = 0; i < arrays.size(); i++) {
            run(table.table.insert().set(table.id, i).set(table.many, arrays.get(i)));
        }
        assertThat(same(table.all(table.many))).isEqualTo(same(arrays));
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void comesBackInArraysOfArrays(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        List<List<List<@Nullable T>>> grids = List.of(
                List.of(of.values().subList(0, 1)), List.of(withNull(of.values()), withNull(of.values())), List.of());
        for (int i = 0; i < grids.size(); i++) {
            run(table.table.insert().set(table.id, i).set(table.grid, grids.get(i)));
        }
        assertThat(same(table.all(table.grid))).isEqualTo(same(grids));
        run(table.table.insert().rows(List.of(table.id, table.grid), List.of(Arrays.asList(9, grids.get(1)))));
        assertThat(same(table.all(table.grid).get(3))).isEqualTo(same(grids.get(1)));
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void isChangedBySetAndFoundByValueAndByList(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        run(table.table.insert().rows(List.of(table.id), List.of(List.of(1), List.of(2))));
        for (T value : of.values()) {
            run(table.table.update().set(table.one, value).where(table.id.eq(1)));
            assertThat(same(table.all(table.one).get(0))).isEqualTo(same(value));
            if (of.comparable()) {
                assertThat(all(select(table.id).from(table.table).where(table.one.eq(value))))
                        .contains(1);
                assertThat(all(select(table.id).from(table.table).where(table.one.in(of.values()))))
                        .contains(1);
                assertThat(all(select(table.id).from(table.table).where(table.one.notIn(of.values()))))
                        .doesNotContain(1);
            }
        }
        run(table.table.update().set(table.one, (T) null).everyRow());
        assertThat(table.all(table.one)).containsOnlyNulls();
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void comesBackFromLiterals(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        run(table.table.insert().set(table.id, 1));
        assertThat(same(table.all(table.one).get(0))).isEqualTo(same(of.values().get(0)));
        for (T value : of.values()) {
            assertThat(same(one(select(literal(of.type(), value))))).isEqualTo(same(value));
        }
        assertThat(same(one(select(literal(of.type().array(), withNull(of.values()))))))
                .isEqualTo(same(withNull(of.values())));
    }

    @ParameterizedTest
    @MethodSource("io.gino.type.TypeCase#all")
    <T> void comesFromRawSqlAsPlainJava(TypeCase<T> of) {
        Stored<T> table = new Stored<>(of);
        for (T value : of.values()) {
            run(text("TRUNCATE stored"));
            run(text("INSERT INTO stored (id, one, many) VALUES (1, :one, :many)")
                    .bind("one", of.type(), value)
                    .bind("many", of.type().array(), withNull(of.values())));
            Row row = one(text("SELECT one, many FROM stored"));
            assertThat(Objects.requireNonNull(row.get("one")).getClass().getName())
                    .matches("java\\..*|io\\.gino\\..*|\\[B");
            assertThat(same(row.get("one", of.type()))).isEqualTo(same(value));
            assertThat(Objects.requireNonNull(row.get("many")).getClass().getName())
                    .matches("java\\..*");
            assertThat(same(one(text("SELECT one FROM stored").read(of.type()))))
                    .isEqualTo(same(value));
            assertThat(same(one(text("SELECT many FROM stored").read(of.type().array()))))
                    .isEqualTo(same(withNull(of.values())));
        }
        assertThat(one(text("SELECT NULL::" + of.type().bareName())).get(0)).isNull();
        assertThat(table.table).isNotNull();
    }

    record Hands(List<Integer> cards) {}

    @Test
    void anArrayMayBeAValueObject() {
        SqlType<Hands> type = Types.INTEGER.array().map(Hands.class, Hands::new, Hands::cards);
        Hands hands = new Hands(List.of(7, 8));
        Stored<Hands> table = new Stored<>(TypeCase.of(type, hands));
        run(table.table.insert().set(table.id, 1).set(table.many, List.of(hands, hands)));
        run(table.table.insert().rows(List.of(table.id, table.one), List.of(List.of(2, new Hands(List.of())))));
        assertThat(table.all(table.one)).containsExactly(hands, new Hands(List.of()));
        assertThat(table.all(table.many)).containsExactly(List.of(hands, hands), null);
        assertThat(one(text("SELECT one FROM stored WHERE id = 1")).get("one", type))
                .isEqualTo(hands);
    }

    private static <T> List<@Nullable T> withNull(List<? extends @Nullable T> values) {
        List<@Nullable T> more = new ArrayList<>(values);
        more.add(null);
        return more;
    }

    /** A table with a column of the type, one of its array, and one of its arrays of arrays. */
    private final class Stored<T> {

        final Column<Integer> id = column("id", Types.INTEGER).primaryKey().withoutIdentity();
        final Column<T> one;
        final Column<List<T>> many;
        final Column<List<List<T>>> grid;
        final Table table;

        Stored(TypeCase<T> of) {
            prepare(of.needs());
            one = column("one", of.type())
                    .serverDefault(literal(of.type(), of.values().get(0)));
            many = column("many", of.type().array());
            grid = column("grid", of.type().array().array());
            MetaData metadata = new MetaData();
            table = metadata.table("stored", id, one, many, grid);
            run(text("DROP TABLE IF EXISTS stored"));
            engine.schema(metadata).createAll().block();
        }

        /** What the column holds, by id. */
        <V> List<@Nullable V> all(Column<V> column) {
            return RoundTripIT.this.all(table.select().orderBy(id)).stream()
                    .map(row -> row.get(column))
                    .collect(ArrayList::new, List::add, List::addAll);
        }
    }

    private void prepare(String sql) {
        try {
            run(text(sql.isEmpty() ? "SELECT 1" : sql));
        } catch (RuntimeException e) {
            if (String.valueOf(e.getMessage()).contains("is not available")) {
                Assumptions.abort("Needs the extension " + sql.replaceAll(".* ", ""));
            }
            assertThat(e).hasMessageContaining("already exists");
        }
    }

    private void run(Statement<?> statement) {
        statement.as(engine::status).block();
    }

    private <R> R one(Statement<R> statement) {
        return Objects.requireNonNull(statement.as(engine::one).block());
    }

    private <R> List<R> all(Statement<R> statement) {
        return Objects.requireNonNull(statement.as(engine::all).collectList().block());
    }
}

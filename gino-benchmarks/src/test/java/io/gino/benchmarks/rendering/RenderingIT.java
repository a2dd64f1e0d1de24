/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ReadableMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is compared in time must be the same statement. */
@ExtendWith(PostgresExtension.class)
class RenderingIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Search SEARCH = new Search("jack%", 18, true, "Paris", "France");

    /** Each of the conditions is met by half of the rows, in all 32 combinations; two rows share each name. */
    private static final String ROWS = """
            INSERT INTO users
            SELECT id, CASE WHEN id & 1 = 0 THEN 'jack' ELSE 'jill' END || id / 4 % 4, 'e', 17 + id / 2 % 2, 0,
                id & 4 = 0, CASE WHEN id & 8 = 0 THEN 'Paris' ELSE 'Rome' END,
                CASE WHEN id & 16 = 0 THEN 'France' ELSE 'Italy' END, now(), 1
            FROM generate_series(0, 63) id""";

    static List<Rendering<?>> renderings() {
        return List.of(
                new HandRendering(),
                new GinoRendering(),
                new JooqRendering(),
                new ExposedRendering(),
                new SpringDataRendering());
    }

    @BeforeAll
    static void createUsers(TestDatabase database) {
        for (String sql : List.of(
                "CREATE TABLE users (id bigint PRIMARY KEY, name text, email text, age integer, balance bigint,"
                        + " active boolean, city text, country text, joined timestamptz, team_id bigint)",
                ROWS)) {
            onConnection(
                    database,
                    connection -> Flux.from(connection.createStatement(sql).execute())
                            .flatMap(result -> Mono.from(result.getRowsUpdated())));
        }
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void findsTheSameRowsInTheSameOrder(Rendering<?> rendering, TestDatabase database) {
        assertThat(run(rendering, database, row -> row.get(0, Long.class)))
                .containsExactly(50L, 34L, 18L, 2L, 42L, 10L);
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void selectsTheSameTenColumns(Rendering<?> rendering, TestDatabase database) {
        assertThat(run(rendering, database, RenderingIT::columns))
                .first()
                .isEqualTo(List.of(
                        "id", "name", "email", "age", "balance", "active", "city", "country", "joined", "team_id"));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void bindsTheValuesOfTheFiveConditions(Rendering<?> rendering) {
        assertThat(binds(rendering)).containsExactly("jack%", 18, true, "Paris", "France");
    }

    private static List<String> columns(Row row) {
        return row.getMetadata().getColumnMetadatas().stream()
                .map(ReadableMetadata::getName)
                .toList();
    }

    private static <S> List<Object> binds(Rendering<S> rendering) {
        return rendered(rendering).binds();
    }

    private static <T> List<T> run(Rendering<?> rendering, TestDatabase database, Function<Row, T> read) {
        RenderedSql rendered = rendered(rendering);
        return onConnection(database, connection -> {
            Statement statement = connection.createStatement(numbered(rendered.sql()));
            IntStream.range(0, rendered.binds().size())
                    .forEach(i -> statement.bind(i, rendered.binds().get(i)));
            return Flux.from(statement.execute()).concatMap(result -> result.map((row, metadata) -> read.apply(row)));
        });
    }

    private static <S> RenderedSql rendered(Rendering<S> rendering) {
        Object[] kept = new Object[1];
        rendering.within(() -> {
            S statement = rendering.render(SEARCH);
            kept[0] = new RenderedSql(rendering.sql(statement), rendering.binds(statement));
        });
        return (RenderedSql) kept[0];
    }

    /** Parameters as PostgreSQL has them, for those who write them as JDBC has them. */
    private static String numbered(String sql) {
        int[] number = {0};
        return Pattern.compile("\\?").matcher(sql).replaceAll(mark -> "\\$" + ++number[0]);
    }

    private static <T> List<T> onConnection(TestDatabase database, Function<Connection, Flux<T>> work) {
        return Flux.usingWhen(ConnectionFactories.get("r2dbc:" + database.url()).create(), work, Connection::close)
                .collectList()
                .block(LIMIT);
    }
}

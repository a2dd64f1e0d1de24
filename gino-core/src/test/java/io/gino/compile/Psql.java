/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.ddl.Ddl;
import io.gino.test.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One connection to a test's database, for asking PostgreSQL what it makes of SQL. Blocks. */
final class Psql {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Connection connection;

    Psql(TestDatabase database) {
        connection = Objects.requireNonNull(
                Mono.from(ConnectionFactories.get("r2dbc:" + database.url()).create())
                        .block(TIMEOUT));
    }

    void run(String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .flatMap(Result::getRowsUpdated)
                .blockLast(TIMEOUT);
    }

    /** Runs the statements one by one. */
    void run(List<Ddl> statements) {
        statements.forEach(statement -> run(new PostgresCompiler().compile(statement)));
    }

    /** The first column as text, {@code null} for NULL. */
    List<String> query(String sql, Object... binds) {
        io.r2dbc.spi.Statement statement = connection.createStatement(sql);
        for (int i = 0; i < binds.length; i++) {
            statement.bind(i, binds[i]);
        }
        return Objects.requireNonNull(Flux.from(statement.execute())
                .flatMap(result -> result.map(row -> String.valueOf(row.get(0, String.class))))
                .collectList()
                .block(TIMEOUT));
    }

    void close() {
        Mono.from(connection.close()).block(TIMEOUT);
    }

    /** Runs SQL with markers such as {@code $1} in it, which the driver would take for its own. */
    void runUnseen(String sql) {
        query("SELECT pg_temp.run($1)::text", sql);
    }

    /** Readies {@link #runUnseen}. */
    void allowUnseen() {
        run("CREATE FUNCTION pg_temp.run(sql text) RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE sql; END'");
    }
}

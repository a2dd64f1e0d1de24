/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

@ExtendWith(PostgresExtension.class)
class TestPostgresIT {

    private final TestDatabase database;

    TestPostgresIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void answersThroughItsUrl() {
        assertThat(query(database, "SELECT 1")).containsExactly("1");
        assertThat(query(database, "SELECT current_database()")).containsExactly(database.name());
    }

    @Test
    void urlIsMadeOfTheParts() {
        assertThat(database.url())
                .startsWith("postgresql://" + database.username())
                .contains("@" + database.host() + ":" + database.port() + "/" + database.name());
    }

    @Test
    void parameterIsTheSameDatabaseThroughoutTheClass(TestDatabase parameter) {
        assertThat(parameter).isSameAs(database);
    }

    @Test
    void isIsolatedFromAnotherDatabase() {
        try (TestDatabase other = TestPostgres.createDatabase()) {
            query(database, "CREATE TABLE only_here (id int)");

            assertThat(query(database, "SELECT to_regclass('only_here')::text")).containsExactly("only_here");
            assertThat(query(other, "SELECT to_regclass('only_here') IS NULL")).containsExactly("true");
            assertThat(other.port()).as("one server for all").isEqualTo(database.port());
        }
    }

    @Test
    void closingDropsItUnderOpenConnections() {
        TestDatabase dropped = TestPostgres.createDatabase();
        Connection open = connect(dropped).blockLast();
        assertThat(open).isNotNull();

        dropped.close();

        assertThat(query(database, "SELECT count(*) FROM pg_database WHERE datname = '" + dropped.name() + "'"))
                .containsExactly("0");
        assertThatThrownBy(() -> query(dropped, "SELECT 1")).hasMessageContaining(dropped.name());
    }

    @Test
    void closingTwiceIsFine() {
        TestDatabase dropped = TestPostgres.createDatabase();
        dropped.close();
        dropped.close();
    }

    @Test
    void sortsByCodePointAndKnowsUnicodeCaseWhereverTheServerRuns() {
        assertThat(query(database, "SELECT v FROM unnest(ARRAY['b', 'a', 'B', 'ä']) v ORDER BY v"))
                .containsExactly("B", "a", "b", "ä");
        assertThat(query(database, "SELECT lower('ΩÄ')")).containsExactly("ωä");
    }

    @Nested
    class InsideAClass {

        @Test
        void sharesTheDatabaseOfTheOuterClass(TestDatabase parameter) {
            assertThat(parameter).isSameAs(database);
        }
    }

    private static Flux<Connection> connect(TestDatabase database) {
        return Flux.from(ConnectionFactories.get("r2dbc:" + database.url()).create())
                .cast(Connection.class);
    }

    private static List<String> query(TestDatabase database, String sql) {
        return Flux.usingWhen(
                        connect(database),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .flatMap(result -> result.map(row -> String.valueOf(row.get(0)))),
                        Connection::close)
                .collectList()
                .block();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql:", "postgres:", "r2dbc:postgresql:", "r2dbc:postgres:"})
    void readsEveryWayToWriteAUrl(String scheme) {
        assertThat(PostgresServer.parse(scheme + "//me:p%40ss@db.example:6543/app?sslMode=require"))
                .isEqualTo(new PostgresServer("db.example", 6543, "me", "p@ss", "app", "sslMode=require"));
    }

    @Test
    void leavesOutWhatHasADefault() {
        assertThat(PostgresServer.parse("postgresql://localhost"))
                .isEqualTo(new PostgresServer("localhost", 5432, "postgres", "", "postgres", ""));
    }

    @Test
    void writesAUrlThatReadsBack() {
        PostgresServer server = new PostgresServer("db", 5432, "me too", "a+b:c/d?e#f@g%h", "app", "sslMode=require");

        assertThat(server.url("other"))
                .isEqualTo("postgresql://me%20too:a%2Bb%3Ac%2Fd%3Fe%23f%40g%25h@db:5432/other?sslMode=require");
        assertThat(PostgresServer.parse(server.url("app"))).isEqualTo(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:secret@db/app",
                "mysql://me:secret@db/app",
                "secret",
                "postgres://me:sec ret@db"
            })
    void refusesAnythingElseWithoutShowingThePassword(String url) {
        assertThatThrownBy(() -> PostgresServer.parse(url))
                .hasMessage("GINO_TEST_URL is not a PostgreSQL URL. Write"
                        + " postgresql://user:password@host:port/database, with %-escapes for special characters.");
    }

    @Test
    void printsNeitherUserNorPassword() {
        assertThat(new PostgresServer("db", 5432, "me", "secret", "app", "")).hasToString("db:5432");
    }
}

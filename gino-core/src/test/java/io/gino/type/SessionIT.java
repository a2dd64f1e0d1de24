/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.engine.GinoEngine;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sessions may be set to, and what of it values show. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionIT {

    private final GinoEngine engine;

    SessionIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @AfterAll
    void close() {
        engine.close().block();
    }

    /** The value in a session with this setting. */
    private <T> T read(String setting, String sql, SqlType<T> type) {
        return engine.acquire(connection -> connection
                        .status(text("SET " + setting))
                        .then(connection.one(text(sql).read(type)))
                        .flatMap(value -> connection.status(text("RESET ALL")).thenReturn(value)))
                .blockOptional()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,              2024-02-29 12:00Z,    2024-02-29T12:00Z",
        "Asia/Kolkata,     2024-02-29 12:00Z,    2024-02-29T17:30+05:30",
        "America/St_Johns, 2024-02-29 12:00Z,    2024-02-29T08:30-03:30",
        "Europe/Prague,    1800-01-01 12:00Z,    1800-01-01T12:57:44+00:57:44",
        "America/New_York, 1800-01-01 12:00Z BC, -1799-01-01T07:03:58-04:56:02"
    })
    void momentsComeInTheZoneOfTheSession(String zone, String literal, OffsetDateTime expected) {
        String sql = "SELECT '" + literal + "'::timestamptz";
        assertThat(read("TIME ZONE '" + zone + "'", sql, Types.TIMESTAMPTZ)).isEqualTo(expected);
        assertThat(read("TIME ZONE '" + zone + "'", sql, Types.INSTANT)).isEqualTo(expected.toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgres_verbose", "iso_8601"})
    void intervalsAreReadInAnyStyle(String style) {
        for (String literal : new String[] {
            "1 year 2 mons -3 days 04:05:06.7", "-1 mon 2 days", "0", "-00:00:00.000001", "-1 year -2 days -3 hours"
        }) {
            String sql = "SELECT '" + literal + "'::interval";
            assertThat(read("IntervalStyle = " + style, sql, Types.INTERVAL))
                    .as(literal)
                    .isEqualTo(read("IntervalStyle = postgres", sql, Types.INTERVAL));
        }
    }
}

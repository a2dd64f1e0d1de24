/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {

    @ParameterizedTest
    @CsvSource({
        "BEGIN, BEGIN",
        "begin work, BEGIN",
        "Start  Transaction Read Only, BEGIN",
        "-- why; COMMIT, ",
        "/* COMMIT */ begin;, BEGIN",
        "COMMIT, COMMIT",
        "END TRANSACTION, COMMIT",
        "ROLLBACK, ROLLBACK",
        "abort, ROLLBACK",
    })
    void seesWhatBeginsAndEndsTransactions(String sql, Control expected) {
        assertThat(Control.of(sql)).isEqualTo(java.util.Optional.ofNullable(expected));
    }

    @Test
    void looksBehindCommentsAtTheBeginning() {
        assertThat(Control.of("-- to begin with\n/* and\nso on */\n COMMIT")).contains(Control.COMMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT 1",
                "ROLLBACK TO a",
                "ROLLBACK WORK TO SAVEPOINT a",
                "COMMIT PREPARED 'a'",
                "beginning",
                "SELECT 'x' -- COMMIT",
                "RELEASE SAVEPOINT a"
            })
    void leavesAllElse(String sql) {
        assertThat(Control.of(sql)).isEmpty();
    }

    @Test
    void seesWhichSettingsEndWithTheTransaction() {
        assertThat(Control.localSetting("set local statement_timeout = 5")).contains("statement_timeout");
        assertThat(Control.localSetting("SET LOCAL app.user TO 'jack'")).contains("app.user");
        assertThat(Control.localSetting("SET LOCAL TIME ZONE 'UTC'")).contains("TIME ZONE");
        assertThat(Control.localSetting("SET statement_timeout = 5")).isEmpty();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_ID;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.select;
import static io.gino.sql.TableSample.Method.BERNOULLI;
import static io.gino.sql.TableSample.Method.SYSTEM;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Alias;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    @Test
    void takesSomeRowsOfATable() {
        assertThatSql(select(ID).from(USERS.tablesample(BERNOULLI, 10)))
                .isEqualTo("SELECT users.id FROM users TABLESAMPLE BERNOULLI ($1)")
                .binds(10.0);
    }

    @Test
    void takesTheSameRowsOfAnAliasAgain() {
        Alias other = USERS.as("other");
        assertThatSql(select(other.column(ID))
                        .from(other.tablesample(SYSTEM, 0.5).repeatable(42)))
                .isEqualTo("SELECT other.id FROM users AS other TABLESAMPLE SYSTEM ($1) REPEATABLE ($2)")
                .binds(0.5, 42.0);
    }

    @Test
    void joinsByTheForeignKeyOfItsTable() {
        assertThatSql(select(ADDRESS_ID).from(ADDRESSES.tablesample(SYSTEM, 1).join(USERS)))
                .isEqualTo("SELECT addresses.id FROM addresses TABLESAMPLE SYSTEM ($1)"
                        + " JOIN users ON addresses.user_id = users.id");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
    void refusesWhatIsNoPercentage(double percent) {
        assertThatThrownBy(() -> USERS.tablesample(SYSTEM, percent))
                .isInstanceOf(StatementException.class)
                .hasMessage("A sample of 'users' takes from 0 to 100 percent of its rows; got " + percent + ".");
    }
}

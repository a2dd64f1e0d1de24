/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_EMAIL;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.BALANCE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.EVENTS;
import static io.gino.compile.Tables.EVENT_ID;
import static io.gino.compile.Tables.EVENT_KIND;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.max;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Condition;
import org.junit.jupiter.api.Test;

class UpdateTest {

    @Test
    void setsValues() {
        assertThatSql(USERS.update().set(NAME, "daisy").set(AGE, 7).where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET name = $1, age = $2 WHERE users.id = $3")
                .binds("daisy", 7, 1L);
    }

    @Test
    void setsNull() {
        String nobody = null;

        assertThatSql(USERS.update().set(NAME, nobody).where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET name = $1 WHERE users.id = $2")
                .binds(null, 1L);
    }

    @Test
    void computesFromTheRowAsItWas() {
        assertThatSql(USERS.update().set(BALANCE, BALANCE.plus(100)).where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET balance = users.balance + $1 WHERE users.id = $2")
                .binds(100L, 1L);
    }

    @Test
    void setsTheValueOfAQuery() {
        assertThatSql(USERS.update()
                        .set(
                                EMAIL,
                                select(max(ADDRESS_EMAIL))
                                        .from(ADDRESSES)
                                        .where(ADDRESS_USER.eq(ID))
                                        .asValue())
                        .where(NAME.isNull()))
                .isEqualTo("UPDATE users SET email = (SELECT max(addresses.email) FROM addresses"
                        + " WHERE addresses.user_id = users.id) WHERE users.name IS NULL");
    }

    @Test
    void setsByColumnName() {
        assertThatSql(USERS.update().set("balance", 5).where(ID.eq(1L)))
                .isEqualTo("UPDATE users SET balance = $1 WHERE users.id = $2")
                .binds(5L, 1L);
    }

    @Test
    void updatesTablesOfSchemas() {
        assertThatSql(EVENTS.update()
                        .set(EVENT_KIND, EVENT_KIND.concat("!"))
                        .where(EVENT_ID.eq(1L))
                        .returning(EVENT_KIND))
                .isEqualTo("UPDATE app.events SET kind = app.events.kind || $1 WHERE app.events.id = $2"
                        + " RETURNING app.events.kind")
                .binds("!", 1L);
    }

    @Test
    void updatesEveryRowWhenTold() {
        assertThatSql(USERS.update().set(AGE, 1).everyRow())
                .isEqualTo("UPDATE users SET age = $1")
                .binds(1);
    }

    @Test
    void rejectsUpdateWithoutWhere() {
        assertThatThrownBy(() -> assertThatSql(USERS.update().set(AGE, 1)))
                .isInstanceOf(StatementException.class)
                .hasMessage("UPDATE of 'users' has no WHERE and would touch every row."
                        + " Add where(…), or everyRow() if that is meant.");
    }

    @Test
    void takesNoConditionForNoWhere() {
        assertThatThrownBy(() -> assertThatSql(USERS.update().set(AGE, 1).where(Condition.none())))
                .isInstanceOf(StatementException.class)
                .hasMessageStartingWith("UPDATE of 'users' has no WHERE");
    }

    @Test
    void rejectsUpdateThatSetsNothing() {
        assertThatThrownBy(() -> assertThatSql(USERS.update().where(ID.eq(1L))))
                .isInstanceOf(StatementException.class)
                .hasMessage("UPDATE of 'users' sets nothing. Add set(column, value).");
    }

    @Test
    void rejectsColumnsOfOtherTables() {
        assertThatThrownBy(() -> USERS.update().set(ADDRESS_EMAIL, "x"))
                .isInstanceOf(StatementException.class)
                .hasMessage("Cannot set addresses.email: it is not a column of 'users'.");
    }

    @Test
    void rejectsConditionsOnOtherTables() {
        assertThatThrownBy(() -> assertThatSql(USERS.update().set(AGE, 1).where(ADDRESS_EMAIL.eq("x"))))
                .isInstanceOf(StatementException.class)
                .hasMessage("Column 'addresses.email' is used, but 'addresses' is not in FROM, which has: users.");
    }

    @Test
    void printsWhatIsMissing() {
        assertThat(USERS.update().set(AGE, 1))
                .hasToString("Incomplete statement: UPDATE of 'users' has no WHERE and would touch every row."
                        + " Add where(…), or everyRow() if that is meant.");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ACTIVE;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_EMAIL;
import static io.gino.compile.Tables.ADDRESS_ID;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.SEATS;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.sql.Expression;
import io.gino.sql.Label;
import io.gino.sql.Lock;
import io.gino.sql.Select;
import io.gino.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectTest {

    @Test
    void selectsEveryColumnOfATable() {
        assertThatSql(SEATS.select()).isEqualTo("SELECT seats.hall, seats.number FROM seats");
    }

    @Test
    void selectsWithoutATable() {
        assertThatSql(select(value(Types.INTEGER, 1), value(Types.TEXT, "x")))
                .isEqualTo("SELECT $1, $2")
                .binds(1, "x");
    }

    @Test
    void rejectsSelectWithoutColumns() {
        assertThatThrownBy(() -> select(List.of()))
                .isInstanceOf(StatementException.class)
                .hasMessage("A SELECT needs at least one column.");
    }

    @Test
    void joinsSeveralTablesCrosswise() {
        assertThatSql(select(ID, ADDRESS_ID).from(USERS, ADDRESSES))
                .isEqualTo("SELECT users.id, addresses.id FROM users, addresses");
    }

    @Test
    void addsTablesOfALaterFrom() {
        assertThatSql(select(ID).from(USERS).from(ADDRESSES)).isEqualTo("SELECT users.id FROM users, addresses");
    }

    @Test
    void meetsBothConditionsOfTwoWheres() {
        assertThatSql(select(ID).from(USERS).where(ID.gt(1L)).where(ID.lt(5L).or(ACTIVE)))
                .isEqualTo("SELECT users.id FROM users WHERE users.id > $1 AND (users.id < $2 OR users.active)")
                .binds(1L, 5L);
    }

    @Test
    void groups() {
        assertThatSql(select(NAME, count())
                        .from(USERS)
                        .groupBy(NAME)
                        .having(count().gt(1L))
                        .having(count().lt(9L)))
                .isEqualTo("SELECT users.name, count(*) FROM users GROUP BY users.name"
                        + " HAVING count(*) > $1 AND count(*) < $2")
                .binds(1L, 9L);
    }

    @Test
    void groupsByALabelledExpressionWrittenOut() {
        Label<String> initial = lower(NAME).concat("?").as("name");

        assertThatSql(select(initial, count()).from(USERS).groupBy(initial))
                .isEqualTo(
                        "SELECT lower(users.name) || $1 AS name, count(*) FROM users GROUP BY lower(users.name) || $1")
                .binds("?");
    }

    @Test
    void orders() {
        assertThatSql(select(ID)
                        .from(USERS)
                        .orderBy(NAME, ID.desc())
                        .orderBy(
                                AGE.asc(),
                                EMAIL.desc().nullsLast(),
                                ACTIVE.asc().nullsFirst()))
                .isEqualTo("SELECT users.id FROM users ORDER BY users.name, users.id DESC, users.age,"
                        + " users.email DESC NULLS LAST, users.active NULLS FIRST");
    }

    @Test
    void ordersByTheLabelOfASelectedExpression() {
        Label<Integer> next = AGE.plus(1).as("next");

        assertThatSql(select(ID, next)
                        .from(USERS)
                        .orderBy(next.desc(), lower(NAME).as("n")))
                .isEqualTo("SELECT users.id, users.age + $1 AS next FROM users ORDER BY next DESC, lower(users.name)")
                .binds(1);
    }

    @Test
    void bindsLimitAndOffset() {
        assertThatSql(select(ID).from(USERS).limit(20).offset(40))
                .isEqualTo("SELECT users.id FROM users LIMIT $1 OFFSET $2")
                .binds(20L, 40L);
    }

    @Test
    void keepsTheLastLimit() {
        assertThatSql(select(ID).from(USERS).limit(20).limit(5))
                .isEqualTo("SELECT users.id FROM users LIMIT $1")
                .binds(5L);
    }

    @Test
    void rejectsANegativeLimit() {
        assertThatThrownBy(() -> select(ID).from(USERS).limit(-1))
                .isInstanceOf(StatementException.class)
                .hasMessage("LIMIT cannot be negative; got -1.");
    }

    @Test
    void selectsEachRowOnce() {
        assertThatSql(select(NAME).from(USERS).distinct()).isEqualTo("SELECT DISTINCT users.name FROM users");
    }

    @Test
    void selectsTheFirstRowOfEachKind() {
        Expression<String> initial = lower(NAME).concat("?");

        assertThatSql(select(ID).from(USERS).distinctOn(initial, AGE).orderBy(initial, AGE, ID.desc()))
                .isEqualTo("SELECT DISTINCT ON (lower(users.name) || $1, users.age) users.id FROM users"
                        + " ORDER BY lower(users.name) || $1, users.age, users.id DESC")
                .binds("?");
    }

    @Test
    void locksRows() {
        assertThatSql(select(ID).from(USERS).where(ID.eq(1L)).forUpdate())
                .isEqualTo("SELECT users.id FROM users WHERE users.id = $1 FOR UPDATE");
    }

    @Test
    void locksRowsInEveryStrength() {
        assertThatSql(select(ID).from(USERS).lock(new Lock(Lock.Strength.NO_KEY_UPDATE, Lock.Wait.NOT_AT_ALL)))
                .isEqualTo("SELECT users.id FROM users FOR NO KEY UPDATE NOWAIT");
        assertThatSql(select(ID).from(USERS).lock(new Lock(Lock.Strength.SHARE, Lock.Wait.SKIP_LOCKED)))
                .isEqualTo("SELECT users.id FROM users FOR SHARE SKIP LOCKED");
        assertThatSql(select(ID).from(USERS).lock(new Lock(Lock.Strength.KEY_SHARE, Lock.Wait.UNTIL_FREE)))
                .isEqualTo("SELECT users.id FROM users FOR KEY SHARE");
    }

    @Test
    void writesClausesInSqlsOrderWhateverTheOrderOfTheCalls() {
        assertThatSql(select(NAME)
                        .limit(1)
                        .orderBy(NAME)
                        .having(count().gt(1L))
                        .groupBy(NAME)
                        .where(AGE.gt(18))
                        .from(USERS))
                .isEqualTo("SELECT users.name FROM users WHERE users.age > $1 GROUP BY users.name"
                        + " HAVING count(*) > $2 ORDER BY users.name LIMIT $3")
                .binds(18, 1L, 1L);
    }

    @Test
    void replacesColumns() {
        assertThatSql(USERS.select().where(AGE.gt(18)).columns(List.of(count()), columns -> cells -> 1))
                .isEqualTo("SELECT count(*) FROM users WHERE users.age > $1")
                .binds(18);
    }

    @Test
    void givesANewStatementEachTime() {
        Select<Long> all = select(ID).from(USERS);
        Select<Long> some = all.where(ID.gt(1L));

        assertThatSql(all).isEqualTo("SELECT users.id FROM users");
        assertThatSql(some).isEqualTo("SELECT users.id FROM users WHERE users.id > $1");
    }

    @Test
    void rejectsColumnsOfTablesThatAreNotInFrom() {
        Select<Row> forgotten = select(ID, ADDRESS_EMAIL).from(USERS);

        assertThatThrownBy(() -> assertThatSql(forgotten))
                .isInstanceOf(StatementException.class)
                .hasMessage("Column 'addresses.email' is used, but 'addresses' is not in FROM, which has: users.");
    }

    @Test
    void rejectsColumnsWithoutFrom() {
        assertThatThrownBy(() -> assertThatSql(select(ID)))
                .isInstanceOf(StatementException.class)
                .hasMessage("Column 'users.id' is used, but 'users' is not in FROM, which has: nothing.");
    }

    @Test
    void printsItsSql() {
        assertThat(select(ID).from(USERS).where(NAME.eq("secret")))
                .hasToString("SELECT users.id FROM users WHERE users.name = $1");
    }

    @Test
    void printsWhatIsWrongWithIt() {
        assertThat(select(ID))
                .hasToString("Incomplete statement: Column 'users.id' is used, but 'users' is not in FROM,"
                        + " which has: nothing.");
    }
}

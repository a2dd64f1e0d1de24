/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_EMAIL;
import static io.gino.compile.Tables.ADDRESS_ID;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.BALANCE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.max;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Expression;
import io.gino.sql.Label;
import io.gino.sql.Subquery;
import org.junit.jupiter.api.Test;

class SubqueryTest {

    @Test
    void selectsFromAQuery() {
        Label<Long> number = count().as("n");
        Subquery perUser = select(ADDRESS_USER, number)
                .from(ADDRESSES)
                .groupBy(ADDRESS_USER)
                .asTable("per_user");

        assertThatSql(select(NAME, perUser.column(number))
                        .from(USERS.join(perUser, perUser.column(ADDRESS_USER).eq(ID)))
                        .where(perUser.column(number).gt(1L)))
                .isEqualTo("SELECT users.name, per_user.n FROM users JOIN (SELECT addresses.user_id, count(*) AS n"
                        + " FROM addresses GROUP BY addresses.user_id) AS per_user ON per_user.user_id = users.id"
                        + " WHERE per_user.n > $1")
                .binds(1L);
    }

    @Test
    void selectsEveryColumnOfAQuery() {
        assertThatSql(select(ID, NAME)
                        .from(USERS)
                        .where(AGE.gt(18))
                        .asTable("adults")
                        .select())
                .isEqualTo("SELECT adults.id, adults.name FROM"
                        + " (SELECT users.id, users.name FROM users WHERE users.age > $1) AS adults")
                .binds(18);
    }

    @Test
    void namesColumnsThatOnlyPostgresqlCouldName() {
        Expression<Integer> doubled = AGE.times(2);
        Subquery computed =
                select(ID, doubled, max(BALANCE)).from(USERS).groupBy(ID).asTable("c");

        assertThatSql(computed.select().where(computed.column(doubled).gt(1)))
                .isEqualTo("SELECT c.id, c.\"?column?\", c.max FROM (SELECT users.id, users.age * $1,"
                        + " max(users.balance) FROM users GROUP BY users.id) AS c (id, \"?column?\", max)"
                        + " WHERE c.\"?column?\" > $2")
                .binds(2, 1);
    }

    @Test
    void countsTheRowsOfAQueryWhoseNamesRepeat() {
        assertThatSql(select(count())
                        .from(select(ID, ADDRESS_ID).from(USERS.join(ADDRESSES)).asTable("pairs")))
                .isEqualTo("SELECT count(*) FROM (SELECT users.id, addresses.id FROM users JOIN addresses"
                        + " ON addresses.user_id = users.id) AS pairs");
    }

    @Test
    void rejectsAColumnThatSharesItsName() {
        Subquery both = select(ID, ADDRESS_ID).from(USERS.join(ADDRESSES)).asTable("both");

        assertThatThrownBy(() -> assertThatSql(select(both.column(ADDRESS_ID)).from(both)))
                .isInstanceOf(StatementException.class)
                .hasMessage("The sub-query 'both' selects several columns named 'id'."
                        + " Give each its own name with as(…).");
    }

    @Test
    void rejectsAnExpressionThatTheQueryDoesNotSelect() {
        assertThatThrownBy(() -> select(ID).from(USERS).asTable("u").column(NAME))
                .isInstanceOf(StatementException.class)
                .hasMessage("The sub-query 'u' does not select users.name.");
    }

    @Test
    void seesTheTablesOfTheQueryAround() {
        assertThatSql(select(
                                NAME,
                                select(count())
                                        .from(ADDRESSES)
                                        .where(ADDRESS_USER.eq(ID))
                                        .asValue()
                                        .as("addresses"))
                        .from(USERS))
                .isEqualTo("SELECT users.name, (SELECT count(*) FROM addresses WHERE addresses.user_id = users.id)"
                        + " AS addresses FROM users");
    }

    @Test
    void seesTheTablesOfTheQueryAroundTheQueryAround() {
        assertThatSql(select(NAME)
                        .from(USERS)
                        .where(ID.in(select(ADDRESS_USER)
                                .from(ADDRESSES)
                                .where(ADDRESS_ID.in(
                                        select(ADDRESS_ID).from(ADDRESSES).where(ADDRESS_EMAIL.eq(EMAIL)))))))
                .isEqualTo("SELECT users.name FROM users WHERE users.id IN (SELECT addresses.user_id FROM addresses"
                        + " WHERE addresses.id IN (SELECT addresses.id FROM addresses"
                        + " WHERE addresses.email = users.email))");
    }

    @Test
    void doesNotSeeTheTablesBesideIt() {
        Subquery beside =
                select(ADDRESS_ID).from(ADDRESSES).where(ADDRESS_USER.eq(ID)).asTable("a");

        assertThatThrownBy(() -> assertThatSql(select(ID).from(USERS, beside)))
                .isInstanceOf(StatementException.class)
                .hasMessage("Column 'users.id' is used, but 'users' is not in FROM, which has: addresses.");
    }

    @Test
    void ordersAndLimitsInside() {
        assertThatSql(select(NAME)
                        .from(USERS)
                        .where(ID.eq(select(ADDRESS_USER)
                                .from(ADDRESSES)
                                .orderBy(ADDRESS_ID.desc())
                                .limit(1)
                                .asValue()))
                        .limit(2))
                .isEqualTo("SELECT users.name FROM users WHERE users.id = (SELECT addresses.user_id FROM addresses"
                        + " ORDER BY addresses.id DESC LIMIT $1) LIMIT $2")
                .binds(1L, 2L);
    }
}

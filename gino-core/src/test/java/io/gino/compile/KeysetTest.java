/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.JOINED;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.PROFILE;
import static io.gino.compile.Tables.RATING;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.row.Row;
import io.gino.sql.OrderTerm;
import io.gino.sql.Select;
import io.gino.sql.SetOperation;
import io.gino.type.Json;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that begin after a row. */
class KeysetTest {

    private static final String FOREIGN =
            "The page token does not belong to this query and its order, or is damaged. Begin at the first page.";

    private static Select<Long> users(OrderTerm... order) {
        return select(ID).from(USERS).orderBy(order);
    }

    @Test
    void comparesOneTerm() {
        assertThatSql(users(ID).after(7L))
                .isEqualTo("SELECT users.id FROM users WHERE users.id > $1 ORDER BY users.id")
                .binds(7L);
        assertThatSql(users(ID.desc()).after(7))
                .isEqualTo("SELECT users.id FROM users WHERE users.id < $1 ORDER BY users.id DESC")
                .binds(7L);
    }

    @Test
    void comparesTermsOfOneDirectionAsARow() {
        assertThatSql(users(EMAIL.desc(), ID.desc()).limit(20).after("x", 7L))
                .isEqualTo("SELECT users.id FROM users WHERE (users.email, users.id) < ($1, $2)"
                        + " ORDER BY users.email DESC, users.id DESC LIMIT $3")
                .binds("x", 7L, 20L);
    }

    @Test
    void comparesTermsOfMixedDirectionsOneByOne() {
        assertThatSql(users(EMAIL.desc(), ID).where(ID.gt(0L)).after("x", 7L))
                .isEqualTo("SELECT users.id FROM users WHERE users.id > $1"
                        + " AND (users.email < $2 OR users.email = $2 AND users.id > $3)"
                        + " ORDER BY users.email DESC, users.id")
                .binds(0L, "x", 7L);
    }

    @Test
    void findsNullsBehindTheLastValue() {
        assertThatSql(users(NAME, ID).after("x", 7L))
                .isEqualTo("SELECT users.id FROM users WHERE users.name > $2 OR users.name IS NULL".replace("$2", "$1")
                        + " OR users.name = $1 AND users.id > $2 ORDER BY users.name, users.id")
                .binds("x", 7L);
        assertThatSql(users(NAME.desc().nullsLast(), ID).after("x", 7L))
                .isEqualTo("SELECT users.id FROM users WHERE users.name < $1 OR users.name IS NULL"
                        + " OR users.name = $1 AND users.id > $2 ORDER BY users.name DESC NULLS LAST, users.id");
    }

    @Test
    void leavesNullsBehindWhereTheyCameFirst() {
        assertThatSql(users(NAME.desc(), ID).after("x", 7L))
                .isEqualTo("SELECT users.id FROM users WHERE users.name < $1 OR users.name = $1 AND users.id > $2"
                        + " ORDER BY users.name DESC, users.id");
        assertThatSql(users(NAME.asc().nullsFirst(), ID).after("x", 7L))
                .isEqualTo("SELECT users.id FROM users WHERE users.name > $1 OR users.name = $1 AND users.id > $2"
                        + " ORDER BY users.name NULLS FIRST, users.id");
    }

    @Test
    void goesOnAmongAndAfterNulls() {
        assertThatSql(users(NAME.desc(), ID).after(null, 7L))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IS NOT NULL"
                        + " OR users.name IS NULL AND users.id > $1 ORDER BY users.name DESC, users.id")
                .binds(7L);
        assertThatSql(users(NAME, ID).after(null, 7L))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IS NULL AND users.id > $1"
                        + " ORDER BY users.name, users.id")
                .binds(7L);
        assertThatSql(users(NAME).after((Object) null))
                .isEqualTo("SELECT users.id FROM users WHERE false ORDER BY users.name");
    }

    @Test
    void expectsNullsFromOuterJoins() {
        assertThatSql(select(EMAIL)
                        .from(ADDRESSES.leftJoin(USERS))
                        .orderBy(EMAIL)
                        .after("x"))
                .isEqualTo("SELECT users.email FROM addresses LEFT JOIN users ON addresses.user_id = users.id"
                        + " WHERE users.email > $1 OR users.email IS NULL ORDER BY users.email");
    }

    @Test
    void ordersByAnything() {
        assertThatSql(users(lower(NAME).as("n").desc(), ID).after("x", 7L))
                .isEqualTo("SELECT users.id FROM users WHERE lower(users.name) < $1"
                        + " OR lower(users.name) = $1 AND users.id > $2 ORDER BY lower(users.name) DESC, users.id");
    }

    @Test
    void goesOnThroughQueriesThatArePutTogether() {
        SetOperation<Row> both = select(ID, NAME.as("called"))
                .from(USERS)
                .union(select(ID, EMAIL).from(USERS))
                .orderBy(NAME.as("called").desc(), ID)
                .limit(2);

        assertThatSql(both.after("x", 7L))
                .isEqualTo("SELECT united.id, united.called FROM (SELECT users.id, users.name AS called FROM users"
                        + " UNION SELECT users.id, users.email FROM users) AS united"
                        + " WHERE united.called < $1 OR united.called = $1 AND (united.id > $2 OR united.id IS NULL)"
                        + " ORDER BY united.called DESC, united.id LIMIT $3")
                .binds("x", 7L, 2L);
        assertThat(both.afterToken(both.pageToken("x", 7L)))
                .hasToString(both.after("x", 7L).toString());
        assertThat(both.after("x", 7L).afterToken(both.pageToken("w", 1L)).toString())
                .endsWith("WHERE (united.called < $1 OR united.called = $1 AND (united.id > $2 OR united.id IS NULL))"
                        + " AND (united.called < $3 OR united.called = $3 AND (united.id > $4 OR united.id IS NULL))"
                        + " ORDER BY united.called DESC, united.id LIMIT $5");
    }

    @Test
    void comparesGroupsInHaving() {
        assertThatSql(select(AGE, count())
                        .from(USERS)
                        .groupBy(AGE)
                        .orderBy(count().desc(), AGE)
                        .after(3L, 40))
                .isEqualTo("SELECT users.age, count(*) FROM users GROUP BY users.age"
                        + " HAVING count(*) < $1 OR count(*) = $1 AND (users.age > $2 OR users.age IS NULL)"
                        + " ORDER BY count(*) DESC, users.age")
                .binds(3L, 40);
    }

    @Test
    void refusesWhatItWouldGetWrong() {
        assertThatThrownBy(() -> select(AGE, ID)
                        .from(USERS)
                        .distinctOn(AGE)
                        .orderBy(AGE, ID)
                        .after(3, 4L))
                .hasMessage("A page of DISTINCT ON cannot begin after a row: what comes next would be chosen anew. Make"
                        + " the query a table with asTable(…), and page through that.");
        assertThatThrownBy(() -> users(ID).union(users(ID)).orderBy(NAME).after("x"))
                .hasMessage("UNION can be ordered by columns of its first query only; users.name is none of them.");
    }

    @Test
    void refusesValuesThatDoNotFitTheOrder() {
        assertThatThrownBy(() -> select(ID).from(USERS).after(1L))
                .isInstanceOf(StatementException.class)
                .hasMessage("A page can only begin after a row where rows have an order;"
                        + " call orderBy(…) before after(…).");
        assertThatThrownBy(() -> users(NAME, ID).after("x"))
                .hasMessage("The order has 2 terms; after(…) got 1 values. Give one for each term.");
        assertThatThrownBy(() -> users(ID).after("x"))
                .hasMessage("A value of type bigint is a Long in Java; got a java.lang.String.");
        assertThatThrownBy(() -> users(ID).after(1L).orderBy(NAME))
                .hasMessage("The page begins after a row by the order that it has; call orderBy(…) first.");
    }

    @Test
    void carriesTheRowInATokenThatIsSafeInUrls() {
        OffsetDateTime time = OffsetDateTime.of(2024, 2, 29, 1, 2, 3, 456_789_000, ZoneOffset.ofHours(2));
        Select<Long> order = users(NAME, JOINED.desc(), RATING, AGE, ID);
        String token = order.pageToken("ü/?&=\u0001", time, 0.1, null, 7);

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(order.afterToken(token).toString())
                .isEqualTo(order.after("ü/?&=\u0001", time, 0.1, null, 7L).toString());
        assertThatSql(users(ID).afterToken(users(ID).pageToken(7)))
                .isEqualTo("SELECT users.id FROM users WHERE users.id > $1 ORDER BY users.id")
                .binds(7L);
    }

    @Test
    void refusesTokensOfAnotherOrder() {
        String token = users(ID).pageToken(7L);

        assertThatThrownBy(() -> users(ID.desc()).afterToken(token)).hasMessage(FOREIGN);
        assertThatThrownBy(() -> users(AGE).afterToken(token)).hasMessage(FOREIGN);
        assertThatThrownBy(() -> users(ID, NAME).afterToken(token)).hasMessage(FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "AAAA", "AAAAAAAAAAAAAAAA", "' OR 1=1 --", "ÿÿÿÿ"})
    void refusesGarbage(String token) {
        assertThatThrownBy(() -> users(ID).afterToken(token))
                .isInstanceOf(StatementException.class)
                .hasMessage(FOREIGN);
    }

    @Test
    void refusesEveryDamagedToken() {
        String token = users(ID).pageToken(7L);

        for (int i = 0; i < token.length() - 1; i++) {
            String damaged = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThatThrownBy(() -> users(ID).afterToken(damaged)).hasMessage(FOREIGN);
        }
    }

    @Test
    void refusesToCarryWhatHasNoTextOfItsOwn() {
        assertThatThrownBy(() -> users(PROFILE).pageToken(new Json("{}")))
                .hasMessage(
                        "A page token cannot hold a value of type jsonb; order by something else, or call after(…).");
    }
}

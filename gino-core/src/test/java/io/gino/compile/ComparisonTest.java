/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ACTIVE;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.TAGS;
import static io.gino.compile.Tables.TEAMS;
import static io.gino.compile.Tables.TEAM_ID;
import static io.gino.compile.Tables.TEAM_NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.all;
import static io.gino.sql.Sql.any;
import static io.gino.sql.Sql.greatest;
import static io.gino.sql.Sql.least;
import static io.gino.sql.Sql.nullif;
import static io.gino.sql.Sql.operator;
import static io.gino.sql.Sql.row;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.BOOLEAN;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Expression;
import io.gino.sql.Select;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static Select<Long> where(Expression<Boolean> condition) {
        return select(ID).from(USERS).where(condition);
    }

    @Test
    void comparesWithAnyAndAllElements() {
        assertThatSql(where(NAME.eq(any(TAGS)).or(NAME.ne(all(TAGS)))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name = ANY (users.tags)"
                        + " OR users.name <> ALL (users.tags)");
        assertThatSql(where(AGE.plus(1).gt(any(value(INTEGER.array(), List.of(1, 2))))))
                .isEqualTo("SELECT users.id FROM users WHERE users.age + $1 > ANY ($2)")
                .binds(1, List.of(1, 2));
    }

    @Test
    void comparesWithAnyAndAllRows() {
        assertThatSql(where(ID.ge(all(select(TEAM_ID).from(TEAMS)))
                        .and(ID.le(all(select(TEAM_ID).from(TEAMS))))
                        .and(ID.lt(any(select(TEAM_ID).from(TEAMS))))))
                .isEqualTo("SELECT users.id FROM users WHERE users.id >= ALL (SELECT teams.id FROM teams)"
                        + " AND users.id <= ALL (SELECT teams.id FROM teams)"
                        + " AND users.id < ANY (SELECT teams.id FROM teams)");
    }

    @Test
    void comparesWithTheElementsOfAQueriedArray() {
        assertThatSql(where(NAME.eq(any(select(TAGS).from(USERS).limit(1).asValue()))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name ="
                        + " ANY (CAST((SELECT users.tags FROM users LIMIT $1) AS text[]))");
    }

    @Test
    void comparesRows() {
        assertThatSql(where(row(NAME, AGE).gt(row(EMAIL, value(INTEGER, 3)))))
                .isEqualTo("SELECT users.id FROM users WHERE (users.name, users.age) > (users.email, $1)")
                .binds(3);
        assertThatSql(where(row(NAME, AGE)
                        .eq(row(NAME, AGE))
                        .or(row(NAME, AGE).ne(row(NAME, AGE)))
                        .or(row(NAME, AGE).lt(row(NAME, AGE)))
                        .or(row(NAME, AGE).le(row(NAME, AGE)))
                        .or(row(NAME, AGE.plus(1)).ge(row(NAME, AGE)))))
                .isEqualTo("SELECT users.id FROM users WHERE (users.name, users.age) = (users.name, users.age)"
                        + " OR (users.name, users.age) <> (users.name, users.age)"
                        + " OR (users.name, users.age) < (users.name, users.age)"
                        + " OR (users.name, users.age) <= (users.name, users.age)"
                        + " OR (users.name, (users.age + $1)) >= (users.name, users.age)");
    }

    @Test
    void looksForRowsInQueries() {
        assertThatSql(where(row(ID, NAME).in(select(TEAM_ID, TEAM_NAME).from(TEAMS))))
                .isEqualTo("SELECT users.id FROM users WHERE (users.id, users.name) IN"
                        + " (SELECT teams.id, teams.name FROM teams)");
        assertThatSql(where(row(ID, NAME).notIn(select(TEAM_ID, TEAM_NAME).from(TEAMS))))
                .isEqualTo("SELECT users.id FROM users WHERE (users.id, users.name) NOT IN"
                        + " (SELECT teams.id, teams.name FROM teams)");
    }

    @Test
    void looksForRowsInListsOfAnyLengthByOneText() {
        String sql = "SELECT users.id FROM users WHERE (users.id, users.name) IN"
                + " (SELECT * FROM unnest($1::bigint[], $2::text[]))";

        assertThatSql(where(row(ID, NAME).in(List.of(List.of(1, "x"), List.of(2L, "y")))))
                .isEqualTo(sql)
                .binds(List.of(1L, 2L), List.of("x", "y"));
        assertThatSql(where(row(ID, NAME).in(List.of()))).isEqualTo(sql).binds(List.of(), List.of());
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertThatThrownBy(() -> row(ID)).hasMessage("A row value needs at least two values; got 1.");
        assertThatThrownBy(() -> row(ID, NAME).eq(row(ID, NAME, AGE)))
                .isInstanceOf(StatementException.class)
                .hasMessage("A row of 2 values can only be compared with as many; the other has 3.");
        assertThatThrownBy(() -> row(ID, NAME).in(select(TEAM_ID).from(TEAMS)))
                .hasMessage("A row of 2 values can only be compared with as many; the query has 1.");
        assertThatThrownBy(() -> row(ID, NAME).in(List.of(List.of(1L, "x"), List.of(1L))))
                .hasMessage("A row of 2 values can only be compared with as many; row 2 of the list has 1.");
        assertThatThrownBy(() -> row(ID, NAME).in(List.of(Arrays.asList(1L, null))))
                .hasMessageStartingWith("A null cannot be compared or computed with here");
        assertThatThrownBy(() -> row(ID, TAGS).in(List.of()))
                .hasMessage("A row value with an array, users.tags, cannot be looked for in a list:"
                        + " PostgreSQL would take the arrays apart.");
    }

    @Test
    void findsTheRangeBetweenTwoEndsInAnyOrder() {
        assertThatSql(where(AGE.betweenSymmetric(9, 1)))
                .isEqualTo("SELECT users.id FROM users WHERE users.age BETWEEN SYMMETRIC $1 AND $2")
                .binds(9, 1);
    }

    @Test
    void choosesAmongValues() {
        assertThatSql(select(nullif(NAME, EMAIL), greatest(AGE, value(INTEGER, 1)), least(NAME, EMAIL, NAME))
                        .from(USERS))
                .isEqualTo("SELECT nullif(users.name, users.email), greatest(users.age, $1),"
                        + " least(users.name, users.email, users.name) FROM users");
    }

    @Test
    void takesOperatorsByTheirSymbol() {
        assertThatSql(where(ACTIVE.eq(true).and(operator(NAME, "~~*", value(TEXT, "a%"), BOOLEAN))))
                .isEqualTo("SELECT users.id FROM users WHERE users.active = $1 AND users.name ~~* $2")
                .binds(true, "a%");
        assertThatSql(select(operator("@", AGE.plus(1), INTEGER).times(2), operator("pg_catalog.-", AGE, INTEGER))
                        .from(USERS)
                        .where(operator(AGE.plus(1), "pg_catalog.<", AGE, BOOLEAN)))
                .isEqualTo("SELECT (@ (users.age + $1)) * $2, OPERATOR(pg_catalog.-) users.age FROM users"
                        + " WHERE (users.age + $3) OPERATOR(pg_catalog.<) users.age");
        assertThat(select(operator(AGE, "my \" app.===", AGE, BOOLEAN)).from(USERS))
                .hasToString("SELECT users.age OPERATOR(\"my \"\" app\".===) users.age FROM users");
        assertThatSql(select(operator(AGE.plus(1), "<", AGE, BOOLEAN).eq(true), operator(AGE, "#", AGE, INTEGER))
                        .from(USERS))
                .isEqualTo("SELECT ((users.age + $1) < users.age) = $2, users.age # users.age FROM users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "= 1 --", "--", "/*", "<;", "*-", "=>", "= ", "'"})
    void refusesWhatIsNoOperator(String symbol) {
        assertThatThrownBy(() -> operator(AGE, symbol, AGE, BOOLEAN))
                .isInstanceOf(StatementException.class)
                .hasMessage("PostgreSQL has no operator '" + symbol
                        + "': operators are made of 1 to 63 of the characters +-*/<>=~!@#%^&|`?,"
                        + " hold no comment, and end in + or - only beside one of ~!@#%^&|`?.");
    }
}

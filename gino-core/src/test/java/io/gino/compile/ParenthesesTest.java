/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ACTIVE;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.BALANCE;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.select;

import io.gino.sql.Expression;
import io.gino.sql.Select;
import io.gino.type.Types;
import org.junit.jupiter.api.Test;

/** What is grouped stays grouped, without more parentheses than that takes. All operator pairs: {@code PrecedenceIT}. */
class ParenthesesTest {

    private static Select<?> users(Expression<?> selected) {
        return select(selected).from(USERS);
    }

    @Test
    void parenthesizesOrInsideAnd() {
        assertThatSql(users(ID.eq(1L).or(NAME.eq("x")).and(ID.gt(0L))))
                .isEqualTo("SELECT (users.id = $1 OR users.name = $2) AND users.id > $3 FROM users")
                .binds(1L, "x", 0L);
    }

    @Test
    void leavesAndInsideOrBare() {
        assertThatSql(users(ID.eq(1L).and(NAME.eq("x")).or(ID.gt(0L).and(ACTIVE))))
                .isEqualTo("SELECT users.id = $1 AND users.name = $2 OR users.id > $3 AND users.active FROM users");
    }

    @Test
    void parenthesizesLogicInsideNot() {
        assertThatSql(users(ID.eq(1L).and(ACTIVE).not()))
                .isEqualTo("SELECT NOT (users.id = $1 AND users.active) FROM users");
    }

    @Test
    void leavesComparisonsInsideNotBare() {
        assertThatSql(users(ID.isNull().not().not())).isEqualTo("SELECT NOT NOT users.id IS NULL FROM users");
    }

    @Test
    void parenthesizesNotAsAnOperand() {
        assertThatSql(users(ACTIVE.eq(true).not().isNull()))
                .isEqualTo("SELECT (NOT users.active = $1) IS NULL FROM users");
    }

    @Test
    void keepsSumsInsideProducts() {
        assertThatSql(users(AGE.plus(1).times(AGE.minus(2))))
                .isEqualTo("SELECT (users.age + $1) * (users.age - $2) FROM users");
    }

    @Test
    void leavesProductsInsideSumsBare() {
        assertThatSql(users(AGE.times(1).plus(AGE.dividedBy(2))))
                .isEqualTo("SELECT users.age * $1 + users.age / $2 FROM users");
    }

    @Test
    void groupsFromTheLeft() {
        assertThatSql(users(BALANCE.minus(1).minus(2))).isEqualTo("SELECT users.balance - $1 - $2 FROM users");
    }

    @Test
    void keepsGroupsOnTheRight() {
        assertThatSql(users(BALANCE.minus(ID.minus(1)))).isEqualTo("SELECT users.balance - (users.id - $1) FROM users");
    }

    @Test
    void parenthesizesComparedComparisons() {
        assertThatSql(users(AGE.gt(1).eq(AGE.lt(2))))
                .isEqualTo("SELECT (users.age > $1) = (users.age < $2) FROM users");
    }

    @Test
    void leavesComputedOperandsOfComparisonsBare() {
        assertThatSql(users(AGE.plus(1).gt(AGE.times(2))))
                .isEqualTo("SELECT users.age + $1 > users.age * $2 FROM users");
    }

    @Test
    void parenthesizesConditionsInARange() {
        assertThatSql(users(ACTIVE.eq(true).between(false, true)))
                .isEqualTo("SELECT (users.active = $1) BETWEEN $2 AND $3 FROM users");
    }

    @Test
    void parenthesizesConditionsLookedForInAList() {
        assertThatSql(users(ACTIVE.eq(true).in(true, false)))
                .isEqualTo("SELECT (users.active = $1) = ANY ($2) FROM users");
    }

    @Test
    void groupsPatternsOverComparisons() {
        assertThatSql(users(NAME.like("a").eq(NAME.like("b"))))
                .isEqualTo("SELECT users.name LIKE $1 = users.name LIKE $2 FROM users");
    }

    @Test
    void testsComparisonsForNullBare() {
        assertThatSql(users(AGE.eq(1).isNull())).isEqualTo("SELECT users.age = $1 IS NULL FROM users");
    }

    @Test
    void needsNoneInsideFunctionsAndCasts() {
        assertThatSql(users(AGE.plus(1).cast(Types.TEXT).concat("x")))
                .isEqualTo("SELECT CAST(users.age + $1 AS text) || $2 FROM users");
    }
}

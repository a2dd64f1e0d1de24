/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ACTIVE;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.TEAM;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.and;
import static io.gino.sql.Sql.exists;
import static io.gino.sql.Sql.not;
import static io.gino.sql.Sql.or;
import static io.gino.sql.Sql.row;
import static io.gino.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Condition;
import io.gino.sql.Select;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final String NULL_REFUSED = "A null cannot be compared or computed with here:"
            + " the result would always be NULL. Use isNull(), isNotNull() or isNotDistinctFrom(…).";

    private static Select<Long> users(Condition condition) {
        return select(ID).from(USERS).where(condition);
    }

    @Test
    void comparesWithValues() {
        assertThatSql(users(and(AGE.eq(1), AGE.ne(2), AGE.lt(3), AGE.le(4), AGE.gt(5), AGE.ge(6))))
                .isEqualTo("SELECT users.id FROM users WHERE users.age = $1 AND users.age <> $2 AND users.age < $3"
                        + " AND users.age <= $4 AND users.age > $5 AND users.age >= $6")
                .binds(1, 2, 3, 4, 5, 6);
    }

    @Test
    void comparesWithExpressions() {
        assertThatSql(users(and(ID.eq(TEAM), ID.ne(TEAM), ID.lt(TEAM), ID.le(TEAM), ID.gt(TEAM), ID.ge(TEAM))))
                .isEqualTo("SELECT users.id FROM users WHERE users.id = users.team_id AND users.id <> users.team_id"
                        + " AND users.id < users.team_id AND users.id <= users.team_id"
                        + " AND users.id > users.team_id AND users.id >= users.team_id");
    }

    @Test
    void turnsEqualToNullIntoIsNull() {
        String nobody = null;

        assertThatSql(users(NAME.eq(nobody)))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IS NULL")
                .binds();
    }

    @Test
    void turnsNotEqualToNullIntoIsNotNull() {
        String nobody = null;

        assertThatSql(users(NAME.ne(nobody)))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IS NOT NULL")
                .binds();
    }

    @Test
    void refusesNullInOtherComparisons() {
        assertThatThrownBy(() -> AGE.lt((Integer) null))
                .isInstanceOf(StatementException.class)
                .hasMessage(NULL_REFUSED);
        assertThatThrownBy(() -> AGE.between(1, null))
                .isInstanceOf(StatementException.class)
                .hasMessage(NULL_REFUSED);
        assertThatThrownBy(() -> NAME.like(null))
                .isInstanceOf(StatementException.class)
                .hasMessage(NULL_REFUSED);
        assertThatThrownBy(() -> NAME.startsWith(null))
                .isInstanceOf(StatementException.class)
                .hasMessage(NULL_REFUSED);
        assertThatThrownBy(() -> NAME.concat((String) null))
                .isInstanceOf(StatementException.class)
                .hasMessage(NULL_REFUSED);
    }

    @Test
    void comparesIfPresent() {
        assertThatSql(users(NAME.eqIfPresent(Optional.of("x")).and(EMAIL.eqIfPresent(Optional.empty()))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name = $1")
                .binds("x");
    }

    @Test
    void comparesWithNullAsAValue() {
        assertThatSql(users(NAME.isNotDistinctFrom((String) null).and(EMAIL.isDistinctFrom("x"))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IS NOT DISTINCT FROM $1"
                        + " AND users.email IS DISTINCT FROM $2")
                .binds(null, "x");
    }

    @Test
    void comparesColumnsInWhichNullEqualsNull() {
        assertThatSql(users(NAME.isNotDistinctFrom(EMAIL).or(AGE.isDistinctFrom(AGE.plus(1)))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IS NOT DISTINCT FROM users.email"
                        + " OR users.age IS DISTINCT FROM users.age + $1")
                .binds(1);
    }

    @Test
    void comparesWithTwoExpressions() {
        assertThatSql(users(AGE.between(AGE.minus(1), AGE.times(2)).or(NAME.betweenSymmetric(EMAIL, NAME))))
                .isEqualTo("SELECT users.id FROM users WHERE users.age BETWEEN users.age - $1 AND users.age * $2"
                        + " OR users.name BETWEEN SYMMETRIC users.email AND users.name")
                .binds(1, 2);
        assertThatSql(users(AGE.modulo(AGE).eq(0).and(row(AGE, NAME).notIn(List.of(List.of(1, "a"))))))
                .isEqualTo("SELECT users.id FROM users WHERE users.age % users.age = $1 AND (users.age, users.name)"
                        + " NOT IN (SELECT * FROM unnest($2::integer[], $3::text[]))")
                .binds(0, List.of(1), List.of("a"));
    }

    @Test
    void testsForNull() {
        assertThatSql(users(NAME.isNull().or(EMAIL.isNotNull())))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IS NULL OR users.email IS NOT NULL");
    }

    @Test
    void comparesWithARange() {
        assertThatSql(users(AGE.between(18, 65)))
                .isEqualTo("SELECT users.id FROM users WHERE users.age BETWEEN $1 AND $2")
                .binds(18, 65);
    }

    @Test
    void sendsAListAsOneArray() {
        assertThatSql(users(ID.in(List.of(1L, 2L, 3L))))
                .isEqualTo("SELECT users.id FROM users WHERE users.id = ANY ($1)")
                .binds(List.of(1L, 2L, 3L));
    }

    @Test
    void takesTheValuesOfAListOneByOne() {
        assertThatSql(users(NAME.in("a", "b").and(AGE.notIn(1, 2))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name = ANY ($1) AND users.age <> ALL ($2)")
                .binds(List.of("a", "b"), List.of(1, 2));
    }

    @Test
    void findsNothingInAnEmptyList() {
        assertThatSql(users(ID.in(List.of())))
                .isEqualTo("SELECT users.id FROM users WHERE users.id = ANY ($1)")
                .binds(List.of());
    }

    @Test
    void findsEverythingOutsideAnEmptyList() {
        assertThatSql(users(ID.notIn(List.of())))
                .isEqualTo("SELECT users.id FROM users WHERE users.id <> ALL ($1)")
                .binds(List.of());
    }

    @Test
    void looksForNullBesideTheList() {
        assertThatSql(users(NAME.in(Arrays.asList("a", null)).and(AGE.gt(1))))
                .isEqualTo("SELECT users.id FROM users WHERE (users.name = ANY ($1) OR users.name IS NULL)"
                        + " AND users.age > $2")
                .binds(List.of("a"), 1);
    }

    @Test
    void excludesNullBesideTheList() {
        assertThatSql(users(NAME.notIn(Arrays.asList("a", null)).or(AGE.gt(1))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name <> ALL ($1) AND users.name IS NOT NULL"
                        + " OR users.age > $2")
                .binds(List.of("a"), 1);
    }

    @Test
    void looksIntoAQuery() {
        assertThatSql(users(ID.in(select(ADDRESS_USER).from(ADDRESSES))))
                .isEqualTo("SELECT users.id FROM users WHERE users.id IN (SELECT addresses.user_id FROM addresses)");
    }

    @Test
    void looksOutsideAQuery() {
        assertThatSql(users(ID.notIn(select(ADDRESS_USER).from(ADDRESSES))))
                .isEqualTo(
                        "SELECT users.id FROM users WHERE users.id NOT IN (SELECT addresses.user_id FROM addresses)");
    }

    @Test
    void asksWhetherAQueryFindsAnything() {
        assertThatSql(users(exists(select(ADDRESS_USER).from(ADDRESSES).where(ADDRESS_USER.eq(ID)))))
                .isEqualTo("SELECT users.id FROM users WHERE EXISTS"
                        + " (SELECT addresses.user_id FROM addresses WHERE addresses.user_id = users.id)");
    }

    @Test
    void matchesPatterns() {
        assertThatSql(users(or(NAME.like("a%"), NAME.notLike("b_"), NAME.ilike("c"), NAME.notIlike("d"))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name LIKE $1 OR users.name NOT LIKE $2"
                        + " OR users.name ILIKE $3 OR users.name NOT ILIKE $4")
                .binds("a%", "b_", "c", "d");
    }

    @Test
    void takesWildcardsLiterallyInPartsOfText() {
        assertThatSql(users(or(
                        NAME.startsWith("50%"),
                        NAME.endsWith("a_b"),
                        NAME.contains("c:\\x"),
                        NAME.containsIgnoreCase("%_\\"))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name LIKE $1 OR users.name LIKE $2"
                        + " OR users.name LIKE $3 OR users.name ILIKE $4")
                .binds("50\\%%", "%a\\_b", "%c:\\\\x%", "%\\%\\_\\\\%");
    }

    @Test
    void takesABooleanColumnForACondition() {
        assertThatSql(users(Condition.of(ACTIVE).and(ACTIVE.eq(false))))
                .isEqualTo("SELECT users.id FROM users WHERE users.active AND users.active = $1")
                .binds(false);
    }

    @Test
    void negates() {
        assertThatSql(users(not(ACTIVE).and(AGE.gt(1).not())))
                .isEqualTo("SELECT users.id FROM users WHERE NOT users.active AND NOT users.age > $1")
                .binds(1);
    }

    @Test
    void joinsAnyNumberOfConditions() {
        assertThatSql(users(Condition.and(List.of(AGE.gt(1), ACTIVE))
                        .and(Condition.or(List.of(AGE.lt(2), AGE.lt(3), AGE.lt(4))))))
                .isEqualTo("SELECT users.id FROM users WHERE users.age > $1 AND users.active"
                        + " AND (users.age < $2 OR users.age < $3 OR users.age < $4)")
                .binds(1, 2, 3, 4);
    }

    @Test
    void leavesNoConditionOut() {
        assertThatSql(users(Condition.none().and(AGE.gt(1)).or(Condition.none()).and(or())))
                .isEqualTo("SELECT users.id FROM users WHERE users.age > $1")
                .binds(1);
        assertThatSql(users(and())).isEqualTo("SELECT users.id FROM users");
    }

    @Test
    void takesNoConditionForTrueWhereOneMustStand() {
        assertThatSql(select(Condition.none(), not(and()))).isEqualTo("SELECT TRUE, NOT TRUE");
    }
}

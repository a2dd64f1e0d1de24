/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ACTIVE;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.BALANCE;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.RATING;
import static io.gino.compile.Tables.TEAM;
import static io.gino.compile.Tables.USERS;
import static io.gino.function.Aggregates.aggregate;
import static io.gino.function.Aggregates.arrayAgg;
import static io.gino.function.Aggregates.boolAnd;
import static io.gino.function.Aggregates.boolOr;
import static io.gino.function.Aggregates.corr;
import static io.gino.function.Aggregates.cube;
import static io.gino.function.Aggregates.grouping;
import static io.gino.function.Aggregates.groupingSets;
import static io.gino.function.Aggregates.jsonbAgg;
import static io.gino.function.Aggregates.jsonbObjectAgg;
import static io.gino.function.Aggregates.mode;
import static io.gino.function.Aggregates.orderedSet;
import static io.gino.function.Aggregates.percentileCont;
import static io.gino.function.Aggregates.percentileDisc;
import static io.gino.function.Aggregates.rollup;
import static io.gino.function.Aggregates.stddev;
import static io.gino.function.Aggregates.stringAgg;
import static io.gino.function.Aggregates.variance;
import static io.gino.sql.Sql.coalesce;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.sum;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Expression;
import io.gino.sql.Select;
import io.gino.sql.Sql;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregateTest {

    private static Select<?> users(Expression<?> selected) {
        return select(selected).from(USERS);
    }

    @Test
    void countsEqualValuesOnce() {
        assertThatSql(users(count(NAME).distinct())).isEqualTo("SELECT count(DISTINCT users.name) FROM users");
    }

    @Test
    void filtersRowsInsideTheCast() {
        assertThatSql(users(sum(BALANCE).filter(ACTIVE).filter(AGE.gt(18))))
                .isEqualTo("SELECT CAST(sum(users.balance) FILTER (WHERE users.active AND users.age > $1) AS numeric)"
                        + " FROM users")
                .binds(18);
    }

    @Test
    void filtersRowsCounted() {
        assertThatSql(users(count().filter(ACTIVE)))
                .isEqualTo("SELECT count(*) FILTER (WHERE users.active) FROM users");
    }

    @Test
    void takesRowsInAnOrder() {
        assertThatSql(users(stringAgg(NAME, ", ").distinct().orderBy(NAME.desc().nullsLast())))
                .isEqualTo("SELECT string_agg(DISTINCT users.name, ', '::text ORDER BY users.name DESC NULLS LAST)"
                        + " FROM users");
        assertThatSql(users(arrayAgg(AGE).orderBy(AGE).orderBy(ID.desc())))
                .isEqualTo("SELECT array_agg(users.age ORDER BY users.age, users.id DESC) FROM users");
    }

    @Test
    void ranksRowsWithinTheGroup() {
        assertThatSql(select(percentileCont(0.5, RATING), percentileDisc(0.9, AGE), mode(NAME))
                        .from(USERS))
                .isEqualTo("SELECT percentile_cont($1) WITHIN GROUP (ORDER BY users.rating),"
                        + " percentile_disc($2) WITHIN GROUP (ORDER BY users.age),"
                        + " mode() WITHIN GROUP (ORDER BY users.name) FROM users")
                .binds(0.5, 0.9);
        assertThatSql(users(orderedSet("rank", BIGINT, AGE.desc(), value(INTEGER, 30))
                        .filter(ACTIVE)))
                .isEqualTo("SELECT rank($1) WITHIN GROUP (ORDER BY users.age DESC)"
                        + " FILTER (WHERE users.active) FROM users");
    }

    @Test
    void hasPostgresAggregates() {
        assertThatSql(select(boolAnd(ACTIVE), boolOr(ACTIVE), jsonbAgg(NAME), jsonbObjectAgg(NAME, AGE))
                        .from(USERS))
                .isEqualTo("SELECT bool_and(users.active), bool_or(users.active), jsonb_agg(users.name),"
                        + " jsonb_object_agg(users.name, users.age) FROM users");
        assertThatSql(select(stddev(AGE), variance(AGE), corr(RATING, RATING)).from(USERS))
                .isEqualTo("SELECT stddev_samp(CAST(users.age AS double precision)),"
                        + " var_samp(CAST(users.age AS double precision)), corr(users.rating, users.rating)"
                        + " FROM users");
        assertThatSql(users(aggregate("any_value", TEXT, NAME).filter(ACTIVE)))
                .isEqualTo("SELECT any_value(users.name) FILTER (WHERE users.active) FROM users");
    }

    @Test
    void groupsInSeveralWays() {
        assertThatSql(select(TEAM, count()).from(USERS).groupBy(rollup(TEAM, ACTIVE)))
                .isEqualTo("SELECT users.team_id, count(*) FROM users GROUP BY ROLLUP (users.team_id, users.active)");
        assertThatSql(select(TEAM, ACTIVE, AGE, count())
                        .from(USERS)
                        .groupBy(
                                rollup(List.of(List.of(TEAM, ACTIVE), List.of(AGE))),
                                cube(List.of(List.of(TEAM, AGE)))))
                .isEqualTo("SELECT users.team_id, users.active, users.age, count(*) FROM users"
                        + " GROUP BY ROLLUP ((users.team_id, users.active), users.age),"
                        + " CUBE ((users.team_id, users.age))");
        assertThatSql(select(TEAM, grouping(TEAM, ACTIVE), count()).from(USERS).groupBy(cube(TEAM, ACTIVE)))
                .isEqualTo("SELECT users.team_id, grouping(users.team_id, users.active), count(*) FROM users"
                        + " GROUP BY CUBE (users.team_id, users.active)");
        assertThatSql(select(count())
                        .from(USERS)
                        .groupBy(NAME, groupingSets(List.of(List.of(TEAM, ACTIVE), List.of(TEAM), List.of()))))
                .isEqualTo("SELECT count(*) FROM users GROUP BY users.name,"
                        + " GROUPING SETS ((users.team_id, users.active), users.team_id, ())");
    }

    @Test
    void isAnOperandLikeAnyFunction() {
        assertThatSql(select(
                                TEAM,
                                coalesce(sum(BALANCE), BALANCE.cast(sum(BALANCE).type())))
                        .from(USERS)
                        .groupBy(TEAM, BALANCE)
                        .having(count().filter(ACTIVE).gt(1L))
                        .orderBy(count().desc()))
                .isEqualTo("SELECT users.team_id, coalesce(CAST(sum(users.balance) AS numeric),"
                        + " CAST(users.balance AS numeric)) FROM users GROUP BY users.team_id, users.balance"
                        + " HAVING count(*) FILTER (WHERE users.active) > $1 ORDER BY count(*) DESC")
                .binds(1L);
    }

    @Test
    void refusesAggregatesInWhere() {
        assertThatThrownBy(() -> assertThatSql(select(ID).from(USERS).where(count().gt(1L))))
                .isInstanceOf(StatementException.class)
                .hasMessage("The aggregate count stands in WHERE, which sees one row at a time."
                        + " Put the condition into having(…).");
        assertThatThrownBy(() -> new PostgresCompiler()
                        .compile(USERS.update().set(AGE, 1).where(count().gt(1L))))
                .hasMessage("The aggregate count stands in WHERE, which sees one row at a time."
                        + " Put the condition into having(…).");
        assertThatThrownBy(() -> new PostgresCompiler()
                        .compile(USERS.delete().where(Sql.max(AGE).eq(AGE))))
                .hasMessage("The aggregate max stands in WHERE, which sees one row at a time."
                        + " Put the condition into having(…).");
    }

    @Test
    void allowsAggregatesOfTheOuterQueryInAnInnerWhere() {
        assertThatSql(select(TEAM)
                        .from(USERS)
                        .groupBy(TEAM)
                        .having(io.gino.sql.Sql.exists(
                                select(Tables.TEAM_ID).from(Tables.TEAMS).where(Tables.TEAM_ID.gt(count(ID))))))
                .isEqualTo("SELECT users.team_id FROM users GROUP BY users.team_id HAVING EXISTS"
                        + " (SELECT teams.id FROM teams WHERE teams.id > count(users.id))");
    }

    @Test
    void refusesWhatPostgresHasNot() {
        assertThatThrownBy(() -> mode(NAME).distinct())
                .hasMessage("The aggregate mode orders its rows WITHIN GROUP, and cannot be DISTINCT as well.");
        assertThatThrownBy(() -> mode(NAME).orderBy(NAME))
                .hasMessage(
                        "The aggregate mode has an order already: it takes orderBy(…) or withinGroup(…), not both.");
        assertThatThrownBy(() -> percentileCont(50, RATING))
                .hasMessage("The fraction of a percentile lies between 0.0 and 1.0; got 50.0.");
        assertThatThrownBy(() -> cube(List.of(List.of(TEAM), List.of())))
                .hasMessage("CUBE ends in the group of all rows by itself; leave the empty set out.");
        assertThatThrownBy(() -> rollup()).hasMessage("ROLLUP needs at least one expression.");
    }
}

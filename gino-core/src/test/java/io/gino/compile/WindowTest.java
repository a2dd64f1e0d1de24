/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ACTIVE;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.BALANCE;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.TEAM;
import static io.gino.compile.Tables.USERS;
import static io.gino.function.Aggregates.arrayAgg;
import static io.gino.function.Windows.cumeDist;
import static io.gino.function.Windows.denseRank;
import static io.gino.function.Windows.firstValue;
import static io.gino.function.Windows.lag;
import static io.gino.function.Windows.lastValue;
import static io.gino.function.Windows.lead;
import static io.gino.function.Windows.nthValue;
import static io.gino.function.Windows.ntile;
import static io.gino.function.Windows.orderedBy;
import static io.gino.function.Windows.partitionBy;
import static io.gino.function.Windows.percentRank;
import static io.gino.function.Windows.rank;
import static io.gino.function.Windows.rowNumber;
import static io.gino.function.Windows.window;
import static io.gino.sql.Frame.currentRow;
import static io.gino.sql.Frame.following;
import static io.gino.sql.Frame.groups;
import static io.gino.sql.Frame.preceding;
import static io.gino.sql.Frame.range;
import static io.gino.sql.Frame.rows;
import static io.gino.sql.Frame.unboundedFollowing;
import static io.gino.sql.Frame.unboundedPreceding;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.sum;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Expression;
import io.gino.sql.Frame;
import io.gino.sql.Over;
import io.gino.sql.Select;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static Select<?> users(Expression<?> selected) {
        return select(selected).from(USERS);
    }

    @Test
    void looksAtAllRows() {
        assertThatSql(users(count().over())).isEqualTo("SELECT count(*) OVER () FROM users");
    }

    @Test
    void looksAtPartsInOrder() {
        assertThatSql(users(rowNumber().over(partitionBy(TEAM, ACTIVE).orderBy(AGE.desc(), ID))))
                .isEqualTo("SELECT row_number() OVER (PARTITION BY users.team_id, users.active"
                        + " ORDER BY users.age DESC, users.id) FROM users");
    }

    @Test
    void computesAggregatesOverWindowsInsideTheCast() {
        assertThatSql(users(sum(BALANCE).filter(ACTIVE).over(orderedBy(ID))))
                .isEqualTo("SELECT CAST(sum(users.balance) FILTER (WHERE users.active) OVER (ORDER BY users.id)"
                        + " AS numeric) FROM users");
    }

    @Test
    void hasEveryFrame() {
        assertThatSql(users(count().over(window().frame(rows(unboundedPreceding(), currentRow())))))
                .isEqualTo("SELECT count(*) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM users");
        assertThatSql(users(count().over(orderedBy(ID).frame(groups(preceding(2), following(1))))))
                .isEqualTo("SELECT count(*) OVER (ORDER BY users.id GROUPS BETWEEN $1 PRECEDING AND $2 FOLLOWING)"
                        + " FROM users")
                .binds(2L, 1L);
        assertThatSql(users(count().over(orderedBy(AGE)
                        .frame(range(
                                preceding(value(INTEGER, 5)),
                                following(value(INTEGER, 2).plus(1)))))))
                .isEqualTo(
                        "SELECT count(*) OVER (ORDER BY users.age RANGE BETWEEN $1 PRECEDING AND ($2 + $3) FOLLOWING)"
                                + " FROM users")
                .binds(5, 2, 1);
        Frame all = rows(unboundedPreceding(), unboundedFollowing());
        assertThatSql(select(
                                count().over(orderedBy(ID).frame(all.exclude(Frame.Exclusion.CURRENT_ROW))),
                                count().over(orderedBy(ID).frame(all.exclude(Frame.Exclusion.GROUP))),
                                count().over(orderedBy(ID).frame(all.exclude(Frame.Exclusion.TIES))))
                        .from(USERS))
                .isEqualTo("SELECT count(*) OVER (ORDER BY users.id ROWS BETWEEN UNBOUNDED PRECEDING AND"
                        + " UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW),"
                        + " count(*) OVER (ORDER BY users.id ROWS BETWEEN UNBOUNDED PRECEDING AND"
                        + " UNBOUNDED FOLLOWING EXCLUDE GROUP),"
                        + " count(*) OVER (ORDER BY users.id ROWS BETWEEN UNBOUNDED PRECEDING AND"
                        + " UNBOUNDED FOLLOWING EXCLUDE TIES) FROM users");
    }

    @Test
    void namesWindows() {
        assertThatSql(select(rank().over("w"), sum(BALANCE).over(window("w").frame(rows(preceding(1), currentRow()))))
                        .from(USERS)
                        .window("w", partitionBy(TEAM).orderBy(AGE))
                        .window("Odd", window("w"))
                        .orderBy(ID))
                .isEqualTo("SELECT rank() OVER w, CAST(sum(users.balance) OVER (w ROWS BETWEEN $1 PRECEDING AND"
                        + " CURRENT ROW) AS numeric) FROM users"
                        + " WINDOW w AS (PARTITION BY users.team_id ORDER BY users.age), \"Odd\" AS (w)"
                        + " ORDER BY users.id");
        assertThatSql(users(denseRank().over(window("w").orderBy(ID))).window("w", partitionBy(TEAM)))
                .isEqualTo("SELECT dense_rank() OVER (w ORDER BY users.id) FROM users"
                        + " WINDOW w AS (PARTITION BY users.team_id)");
    }

    @Test
    void hasPostgresWindowFunctions() {
        assertThatSql(select(
                                percentRank().over("w"),
                                cumeDist().over("w"),
                                ntile(4).over("w"),
                                lag(NAME).over("w"),
                                lag(BALANCE, 2, value(BIGINT, 0L)).over("w"),
                                lead(NAME).over("w"),
                                lead(BALANCE, 2, ID).over("w"))
                        .from(USERS)
                        .window("w", orderedBy(ID)))
                .isEqualTo("SELECT percent_rank() OVER w, cume_dist() OVER w, ntile($1) OVER w,"
                        + " lag(users.name) OVER w, lag(users.balance, $2, $3) OVER w,"
                        + " lead(users.name) OVER w, lead(users.balance, $4, users.id) OVER w"
                        + " FROM users WINDOW w AS (ORDER BY users.id)")
                .binds(4, 2, 0L, 2);
        assertThatSql(select(
                                firstValue(NAME).over(),
                                lastValue(AGE).over(),
                                nthValue(ID, 3).over())
                        .from(USERS))
                .isEqualTo("SELECT first_value(users.name) OVER (), last_value(users.age) OVER (),"
                        + " nth_value(users.id, $1) OVER () FROM users")
                .binds(3);
    }

    @Test
    void ranksByAggregates() {
        assertThatSql(select(TEAM, rank().over(orderedBy(count().desc())))
                        .from(USERS)
                        .groupBy(TEAM))
                .isEqualTo("SELECT users.team_id, rank() OVER (ORDER BY count(*) DESC) FROM users"
                        + " GROUP BY users.team_id");
    }

    @Test
    void refusesWindowsThatTheQueryHasNot() {
        assertThatThrownBy(() -> assertThatSql(users(rank().over("v")).window("w", orderedBy(ID))))
                .isInstanceOf(StatementException.class)
                .hasMessage("The query declares no window 'v'. Did you mean 'w'? It has: w.");
        assertThatThrownBy(() -> users(ID).window("w", window()).window("w", window()))
                .hasMessage("The query declares the window 'w' twice.");
    }

    @Test
    void refusesWindowFunctionsInConditions() {
        assertThatThrownBy(() ->
                        assertThatSql(users(ID).where(rank().over(orderedBy(ID)).eq(1L))))
                .hasMessage("The window function rank stands in WHERE, which comes before windows."
                        + " Compute it in a sub-query, and put the condition around that.");
        assertThatThrownBy(() -> assertThatSql(
                        users(TEAM).groupBy(TEAM).having(rank().over().eq(1L))))
                .hasMessage("The window function rank stands in HAVING, which comes before windows."
                        + " Compute it in a sub-query, and put the condition around that.");
    }

    @Test
    void refusesWhatPostgresHasNot() {
        assertThatThrownBy(() -> count(ID).distinct().over())
                .hasMessage("PostgreSQL cannot compute count OVER a window with DISTINCT."
                        + " Give the window the order, or aggregate in a sub-query.");
        assertThatThrownBy(() -> arrayAgg(ID).orderBy(ID).over())
                .hasMessage("PostgreSQL cannot compute array_agg OVER a window with an order of its own."
                        + " Give the window the order, or aggregate in a sub-query.");
        assertThatThrownBy(() -> new Over<>(ID, window(), BIGINT))
                .hasMessage("Only a function can be computed OVER a window; got users.id.");
        assertThatThrownBy(() -> window("w").partitionBy(ID))
                .hasMessage("A window that continues 'w' has its PARTITION BY from there.");
    }

    @Test
    void refusesImpossibleFrames() {
        assertThatThrownBy(() -> rows(unboundedFollowing(), unboundedFollowing()))
                .hasMessage("A frame cannot start at UNBOUNDED FOLLOWING.");
        assertThatThrownBy(() -> rows(unboundedPreceding(), unboundedPreceding()))
                .hasMessage("A frame cannot end at UNBOUNDED PRECEDING.");
        assertThatThrownBy(() -> rows(following(1), currentRow()))
                .hasMessage("A frame that starts at FOLLOWING cannot end at CURRENT ROW: that lies before it.");
        assertThatThrownBy(() -> preceding(-1)).hasMessage("The offset of a frame cannot be negative; got -1.");
        assertThatThrownBy(() -> window().frame(groups(currentRow(), currentRow())))
                .hasMessage("A frame of GROUPS needs a window with ORDER BY; set that first.");
        assertThatThrownBy(() -> orderedBy(ID, AGE).frame(range(preceding(1), currentRow())))
                .hasMessage("A frame of RANGE with an offset needs a window ordered by exactly one value; got 2."
                        + " Set the order first.");
        assertThatThrownBy(() -> new Frame.Bound(Frame.Edge.CURRENT_ROW, java.util.Optional.of(ID)))
                .hasMessage("An end of a frame at CURRENT ROW takes no offset.");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ACTIVE;
import static io.gino.compile.Tables.AGE;
import static io.gino.compile.Tables.BALANCE;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.EVENTS;
import static io.gino.compile.Tables.EVENT_KIND;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.PROFILE;
import static io.gino.compile.Tables.RATING;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.avg;
import static io.gino.sql.Sql.caseWhen;
import static io.gino.sql.Sql.coalesce;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.exists;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.max;
import static io.gino.sql.Sql.min;
import static io.gino.sql.Sql.now;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.sum;
import static io.gino.sql.Sql.tableFunction;
import static io.gino.sql.Sql.upper;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.DOUBLE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.sql.Aggregate;
import io.gino.sql.Expression;
import io.gino.sql.TableFunction;
import io.gino.sql.WindowFunction;
import io.gino.type.Json;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    void namesColumnsByTheirTable() {
        assertThatSql(select(ID).from(USERS)).isEqualTo("SELECT users.id FROM users");
    }

    @Test
    void namesColumnsBySchemaAndTable() {
        assertThatSql(select(EVENT_KIND).from(EVENTS)).isEqualTo("SELECT app.events.kind FROM app.events");
    }

    @Test
    void sendsValuesBesideTheText() {
        assertThatSql(select(value(TEXT, "it's"))).isEqualTo("SELECT $1").binds("it's");
    }

    @Test
    void sendsNullsAsValues() {
        assertThatSql(select(coalesce(NAME, value(TEXT, null))).from(USERS))
                .isEqualTo("SELECT coalesce(users.name, $1) FROM users")
                .binds((Object) null);
    }

    @Test
    void leavesParametersForLater() {
        assertThatSql(select(ID).from(USERS).where(NAME.eq(parameter("name", TEXT))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name = $1")
                .binds(":name");
    }

    @Test
    void givesAParameterUsedTwiceOneSlot() {
        assertThatSql(select(ID)
                        .from(USERS)
                        .where(NAME.eq(parameter("name", TEXT)).or(EMAIL.eq(parameter("name", TEXT)))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name = $1 OR users.email = $1")
                .binds(":name");
    }

    @Test
    void givesAValueUsedTwiceOneSlot() {
        Expression<String> named = coalesce(NAME, "nobody");

        assertThatSql(select(named, count()).from(USERS).groupBy(named).orderBy(named))
                .isEqualTo("SELECT coalesce(users.name, $1), count(*) FROM users"
                        + " GROUP BY coalesce(users.name, $1) ORDER BY coalesce(users.name, $1)")
                .binds("nobody");
    }

    @Test
    void givesEqualValuesSlotsOfTheirOwn() {
        assertThatSql(select(ID).from(USERS).where(NAME.eq("x").or(EMAIL.eq("x"))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name = $1 OR users.email = $2")
                .binds("x", "x");
    }

    @Test
    void computes() {
        assertThatSql(select(List.of(
                                AGE.plus(1),
                                AGE.minus(2),
                                AGE.times(3),
                                AGE.dividedBy(4),
                                AGE.modulo(5),
                                NAME.concat("!")))
                        .from(USERS))
                .isEqualTo("SELECT users.age + $1, users.age - $2, users.age * $3, users.age / $4, users.age % $5,"
                        + " users.name || $6 FROM users")
                .binds(1, 2, 3, 4, 5, "!");
    }

    @Test
    void computesWithOtherExpressions() {
        assertThatSql(select(List.of(
                                BALANCE.plus(ID),
                                BALANCE.minus(ID),
                                BALANCE.times(ID),
                                BALANCE.dividedBy(ID),
                                NAME.concat(EMAIL)))
                        .from(USERS))
                .isEqualTo("SELECT users.balance + users.id, users.balance - users.id, users.balance * users.id,"
                        + " users.balance / users.id, users.name || users.email FROM users");
    }

    @Test
    void convertsNumbersToTheTypeOfTheColumn() {
        assertThatSql(select(BALANCE.plus(1), RATING.plus(1), RATING.times(new BigDecimal("0.5")))
                        .from(USERS))
                .isEqualTo("SELECT users.balance + $1, users.rating + $2, users.rating * $3 FROM users")
                .binds(1L, 1.0, 0.5);
    }

    @Test
    void rejectsNumbersThatDoNotFit() {
        assertThatThrownBy(() -> AGE.plus(1L << 40))
                .isInstanceOf(StatementException.class)
                .hasMessage("The number 1099511627776 does not fit the type integer exactly.");
        assertThatThrownBy(() -> AGE.plus(0.5))
                .isInstanceOf(StatementException.class)
                .hasMessage("The number 0.5 does not fit the type integer exactly.");
        assertThatThrownBy(() -> RATING.plus(new BigDecimal("1e999")))
                .isInstanceOf(StatementException.class)
                .hasMessage("The number 1E+999 does not fit the type double precision exactly.");
    }

    @Test
    void rejectsArithmeticWithANumberOnText() {
        assertThatThrownBy(() -> NAME.plus(1))
                .isInstanceOf(StatementException.class)
                .hasMessage("A value of type text is a String in Java; got a java.lang.Integer.");
    }

    @Test
    void rejectsArithmeticWithNull() {
        assertThatThrownBy(() -> AGE.plus((Integer) null))
                .isInstanceOf(StatementException.class)
                .hasMessage("A null cannot be compared or computed with here: the result would always be NULL."
                        + " Use isNull(), isNotNull() or isNotDistinctFrom(…).");
    }

    @Test
    void callsFunctionsOfASchema() {
        assertThatSql(select(
                                function("pg_catalog.upper", TEXT, NAME),
                                Aggregate.of("pg_catalog.max", INTEGER, AGE),
                                WindowFunction.of("pg_catalog.row_number", BIGINT)
                                        .over())
                        .from(USERS)
                        .groupBy(NAME))
                .isEqualTo("SELECT pg_catalog.upper(users.name), pg_catalog.max(users.age),"
                        + " pg_catalog.row_number() OVER () FROM users GROUP BY users.name");
        TableFunction numbers = tableFunction("pg_catalog.generate_series", "n", value(INTEGER, 1), value(INTEGER, 2))
                .withColumn("n", INTEGER);
        assertThatSql(select(numbers.column("n")).from(numbers))
                .isEqualTo("SELECT n.n FROM pg_catalog.generate_series($1, $2) AS n (n)");
        assertThat(select(function("App.f\"(); --", TEXT))).hasToString("SELECT \"App\".\"f\"\"(); --\"()");
    }

    @Test
    void callsFunctionsByName() {
        assertThatSql(select(function("octet_length", INTEGER, NAME), function("pi", DOUBLE))
                        .from(USERS))
                .isEqualTo("SELECT octet_length(users.name), pi() FROM users");
    }

    @Test
    void callsTheFunctionsThatHaveNames() {
        assertThatSql(select(List.of(
                                count(NAME),
                                sum(BALANCE),
                                avg(BALANCE),
                                min(NAME),
                                max(AGE),
                                lower(NAME),
                                upper(NAME),
                                now(),
                                coalesce(NAME, EMAIL)))
                        .from(USERS)
                        .groupBy(NAME, EMAIL))
                .isEqualTo("SELECT count(users.name), CAST(sum(users.balance) AS numeric),"
                        + " CAST(avg(users.balance) AS numeric), min(users.name), max(users.age), lower(users.name),"
                        + " upper(users.name), now(), coalesce(users.name, users.email) FROM users"
                        + " GROUP BY users.name, users.email");
    }

    @Test
    void casts() {
        assertThatSql(select(ID.cast(TEXT), NAME.concat("1").cast(Types.numeric(10, 2)))
                        .from(USERS))
                .isEqualTo("SELECT CAST(users.id AS text), CAST(users.name || $1 AS numeric(10,2)) FROM users")
                .binds("1");
    }

    @Test
    void choosesByCase() {
        assertThatSql(select(caseWhen(AGE.lt(18), value(TEXT, "minor"))
                                .when(AGE.lt(65).and(ACTIVE), NAME)
                                .when(AGE.isNull(), "unknown")
                                .otherwise("senior"))
                        .from(USERS))
                .isEqualTo("SELECT CASE WHEN users.age < $1 THEN $2 WHEN users.age < $3 AND users.active"
                        + " THEN users.name WHEN users.age IS NULL THEN $4 ELSE $5 END FROM users")
                .binds(18, "minor", 65, "unknown", "senior");
    }

    @Test
    void leavesElseOutOfCaseWhenThereIsNone() {
        assertThatSql(select(caseWhen(ACTIVE.eq(true), NAME)).from(USERS))
                .isEqualTo("SELECT CASE WHEN users.active = $1 THEN users.name END FROM users")
                .binds(true);
    }

    @Test
    void labelsInTheSelectListOnly() {
        assertThatSql(select(lower(NAME).as("n"), ID)
                        .from(USERS)
                        .where(lower(NAME).as("n").eq("x")))
                .isEqualTo("SELECT lower(users.name) AS n, users.id FROM users WHERE lower(users.name) = $1")
                .binds("x");
    }

    @Test
    void keepsParenthesesAroundALabelledExpression() {
        assertThatSql(select(AGE.plus(1).as("next").times(2)).from(USERS))
                .isEqualTo("SELECT (users.age + $1) * $2 FROM users")
                .binds(1, 2);
    }

    @Test
    void takesAQueryAsAValue() {
        assertThatSql(select(ID, select(max(EVENT_KIND)).from(EVENTS).asValue().concat("!"))
                        .from(USERS))
                .isEqualTo("SELECT users.id, (SELECT max(app.events.kind) FROM app.events) || $1 FROM users")
                .binds("!");
    }

    @Test
    void rejectsAQueryOfSeveralColumnsAsAValue() {
        assertThatThrownBy(() -> select(ID, NAME).from(USERS).asValue())
                .isInstanceOf(StatementException.class)
                .hasMessage("A query used as a value needs exactly one column; this one has 2.");
    }

    @Test
    void selectsConditionsAsValues() {
        assertThatSql(select(AGE.gt(18), exists(select(EVENT_KIND).from(EVENTS)), ACTIVE)
                        .from(USERS))
                .isEqualTo("SELECT users.age > $1, EXISTS (SELECT app.events.kind FROM app.events), users.active"
                        + " FROM users")
                .binds(18);
    }

    @Test
    void usesJsonAsAValue() {
        assertThatSql(select(PROFILE.concat(new Json("{}"))).from(USERS))
                .isEqualTo("SELECT users.profile || $1 FROM users")
                .binds(new Json("{}"));
    }
}

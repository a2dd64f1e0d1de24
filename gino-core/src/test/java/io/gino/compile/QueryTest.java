/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.compile.SqlAssert.assertThatSql;
import static io.gino.compile.Tables.ADDRESSES;
import static io.gino.compile.Tables.ADDRESS_EMAIL;
import static io.gino.compile.Tables.ADDRESS_USER;
import static io.gino.compile.Tables.EMAIL;
import static io.gino.compile.Tables.ID;
import static io.gino.compile.Tables.MANAGER;
import static io.gino.compile.Tables.NAME;
import static io.gino.compile.Tables.TAGS;
import static io.gino.compile.Tables.USERS;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.generateSeries;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.tableFunction;
import static io.gino.sql.Sql.value;
import static io.gino.sql.Sql.values;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.error.StatementException;
import io.gino.sql.CommonTable;
import io.gino.sql.Subquery;
import io.gino.sql.TableFunction;
import io.gino.type.Json;
import io.gino.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries put together, and the tables that statements make for themselves. */
class QueryTest {

    @Test
    void putsQueriesTogetherFromLeftToRight() {
        assertThatSql(select(NAME)
                        .from(USERS)
                        .union(select(EMAIL).from(USERS))
                        .intersectAll(select(ADDRESS_EMAIL).from(ADDRESSES))
                        .orderBy(NAME)
                        .limit(3)
                        .offset(1))
                .isEqualTo("(SELECT users.name FROM users UNION SELECT users.email FROM users) INTERSECT ALL SELECT"
                        + " addresses.email FROM addresses ORDER BY 1 LIMIT $1 OFFSET $2")
                .binds(3L, 1L);
    }

    @Test
    void selectsFromQueriesPutTogether() {
        Subquery all =
                select(NAME).from(USERS).exceptAll(select(EMAIL).from(USERS)).asTable("everyone");

        assertThatSql(select(all.column(NAME)).from(all))
                .isEqualTo("SELECT everyone.name FROM (SELECT users.name FROM users EXCEPT ALL SELECT users.email FROM"
                        + " users) AS everyone");
    }

    @Test
    void declaresACommonTableOnceHoweverOftenItIsUsed() {
        CommonTable known = select(ID, NAME).from(USERS).where(ID.gt(7L)).asCommonTable("known");

        assertThatSql(select(known.column(NAME))
                        .from(known)
                        .where(known.column(ID).in(select(known.column(ID)).from(known))))
                .isEqualTo(
                        "WITH known AS (SELECT users.id, users.name FROM users WHERE users.id > $1) SELECT known.name FROM"
                                + " known WHERE known.id IN (SELECT known.id FROM known)")
                .binds(7L);
    }

    @Test
    void declaresRecursiveTables() {
        CommonTable chain = CommonTable.recursive(
                "chain",
                select(ID).from(USERS).where(ID.eq(1L)),
                self -> select(ID).from(USERS.join(self, MANAGER.eq(self.column("id", BIGINT)))));

        assertThatSql(chain.select())
                .isEqualTo(
                        "WITH RECURSIVE chain (id) AS (SELECT users.id FROM users WHERE users.id = $1 UNION ALL SELECT"
                                + " users.id FROM users JOIN chain ON users.manager_id = chain.id) SELECT chain.id FROM chain")
                .binds(1L);
    }

    @Test
    void refusesToMaterializeARecursiveTableOtherwise() {
        CommonTable chain = CommonTable.recursive(
                "chain",
                select(ID).from(USERS),
                self -> select(ID).from(USERS.join(self, ID.eq(self.column("id", BIGINT)))));

        assertThatThrownBy(chain::notMaterialized)
                .isInstanceOf(StatementException.class)
                .hasMessage("A recursive table is always materialized; 'chain' is recursive.");
    }

    @Test
    void refusesACommonTableThatReturnsNothing() {
        assertThatThrownBy(() -> USERS.delete().everyRow().asCommonTable("gone"))
                .isInstanceOf(StatementException.class)
                .hasMessage("The statement for 'gone' returns nothing. Add returning(…).");
    }

    @Test
    void writesRowsAsATable() {
        Subquery pairs = values(
                        List.of(value(BIGINT, 1L), value(TEXT, "a")), List.of(value(BIGINT, 2L), value(TEXT, "b")))
                .asTable("pairs", "n", "letter");

        assertThatSql(pairs.select())
                .isEqualTo("SELECT pairs.n, pairs.letter FROM (VALUES ($1, $2), ($3, $4)) AS pairs (n, letter)")
                .binds(1L, "a", 2L, "b");
        assertThatSql(values(List.of(value(BIGINT, 1L))))
                .isEqualTo("VALUES ($1)")
                .binds(1L);
    }

    @Test
    void refusesRowsOfUnequalLength() {
        assertThatThrownBy(() -> values(List.of(value(BIGINT, 1L)), List.of()))
                .isInstanceOf(StatementException.class)
                .hasMessage("VALUES needs rows of equal length; the first has 1 values, row 2 has 0.");
        assertThatThrownBy(() -> values(List.of())).hasMessage("VALUES needs at least one row of at least one value.");
    }

    @Test
    void refusesAWrongNumberOfNames() {
        assertThatThrownBy(() -> select(NAME).from(USERS).asTable("t", "a", "b"))
                .isInstanceOf(StatementException.class)
                .hasMessage("The query has 1 columns; got 2 names.");
    }

    @Test
    void usesFunctionsAsTables() {
        TableFunction numbers = generateSeries("n", value(BIGINT, 1L), value(BIGINT, 3L));

        assertThatSql(numbers.select())
                .isEqualTo("SELECT n.n FROM generate_series($1, $2) AS n (n)")
                .binds(1L, 3L);
    }

    @Test
    void letsLateralTablesSeeWhatStandsBeforeThem() {
        TableFunction tags =
                tableFunction("unnest", "tag", TAGS).withColumn("tag", TEXT).withOrdinality("place");

        assertThatSql(select(NAME, tags.column("tag"), tags.column("place"))
                        .from(USERS.leftJoin(tags.lateral(), tags.column("tag").isNotNull())))
                .isEqualTo("SELECT users.name, tag.tag, tag.place FROM users LEFT JOIN LATERAL unnest(users.tags) WITH"
                        + " ORDINALITY AS tag (tag, place) ON tag.tag IS NOT NULL");
    }

    @Test
    void letsFunctionsSeeWhatStandsBeforeThemAnyway() {
        TableFunction tags = tableFunction("unnest", "tag", TAGS).withColumn("tag", TEXT);

        assertThatSql(select(NAME, tags.column("tag")).from(USERS.crossJoin(tags)))
                .isEqualTo("SELECT users.name, tag.tag FROM users CROSS JOIN unnest(users.tags) AS tag (tag)");
    }

    @Test
    void refusesAQueryThatIsNotLateralToLookAside() {
        Subquery aside =
                select(ADDRESS_EMAIL).from(ADDRESSES).where(ADDRESS_USER.eq(ID)).asTable("aside");

        assertThatThrownBy(() -> assertThatSql(select(NAME).from(USERS.crossJoin(aside))))
                .isInstanceOf(StatementException.class)
                .hasMessage("Column 'users.id' is used, but 'users' is not in FROM, which has: addresses.");
    }

    @Test
    void keepsTies() {
        assertThatSql(select(NAME).from(USERS).orderBy(NAME).offset(2).limitWithTies(1))
                .isEqualTo("SELECT users.name FROM users ORDER BY users.name OFFSET $1 FETCH FIRST $2 ROWS WITH TIES")
                .binds(2L, 1L);
    }

    @Test
    void putsADistinctQueryOfAnotherKindInParentheses() {
        assertThatSql(select(NAME)
                        .from(USERS)
                        .unionAll(select(ADDRESS_EMAIL)
                                .from(ADDRESSES)
                                .orderBy(ADDRESS_USER)
                                .limit(1)))
                .isEqualTo("SELECT users.name FROM users UNION ALL (SELECT addresses.email FROM addresses ORDER BY"
                        + " addresses.user_id LIMIT $1)")
                .binds(1L);
    }

    @Test
    void recordsNeedTheirColumnsAndTypes() {
        TableFunction records = tableFunction("json_to_recordset", "r", value(Types.JSON, new Json("[]")))
                .ofRecords();

        assertThatThrownBy(() -> new PostgresCompiler().compile(select(count()).from(records)))
                .isInstanceOf(StatementException.class)
                .hasMessage("The records of 'r' have no columns. Add withColumn(name, type) for each field to read.");
        assertThatThrownBy(() -> records.withOrdinality("n"))
                .hasMessage("The records of 'r' cannot be numbered by PostgreSQL.");
        assertThatThrownBy(() -> records.withColumn("a", Types.TEXT).ofRecords())
                .hasMessage("Say ofRecords() of 'r' before its columns.");
    }

    @Test
    void refusesHalvesOfQualifiedNames() {
        for (String name : List.of("", ".", "app.", ".f")) {
            assertThatThrownBy(() -> function(name, Types.TEXT))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage("A name in SQL cannot be empty.");
        }
        assertThatThrownBy(() -> function("x".repeat(70), Types.TEXT))
                .hasMessage("The name '" + "x".repeat(70) + "' has 70 bytes; PostgreSQL keeps 63. Shorten it.");
        assertThatThrownBy(() -> USERS.as("a\0b"))
                .hasMessage("A name in SQL cannot hold the NUL character; got 'a?b'.");
        assertThatThrownBy(() -> ID.as("ä".repeat(35)))
                .hasMessage("The name '" + "ä".repeat(35) + "' has 70 bytes; PostgreSQL keeps 63. Shorten it.");
    }
}

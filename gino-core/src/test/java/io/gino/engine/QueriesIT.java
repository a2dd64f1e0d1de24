/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.generateSeries;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.operator;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.text;
import static io.gino.sql.Sql.unnest;
import static io.gino.sql.Sql.value;
import static io.gino.sql.Sql.values;
import static io.gino.sql.TableSample.Method.BERNOULLI;
import static io.gino.sql.TableSample.Method.SYSTEM;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.DOUBLE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.function.ArrayFunctions;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Alias;
import io.gino.sql.CommonTable;
import io.gino.sql.Query;
import io.gino.sql.Select;
import io.gino.sql.Statement;
import io.gino.sql.Subquery;
import io.gino.sql.TableFunction;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.test.StepVerifier;

/** Queries made of queries. Each is asserted as SQL and by what PostgreSQL makes of it. */
@ExtendWith(PostgresExtension.class)
class QueriesIT {

    private final MetaData metadata = new MetaData();
    private final Column<Long> id = column("id", BIGINT).primaryKey();
    private final Column<String> name = column("name", TEXT);
    private final Column<Long> bossId = column("boss_id", BIGINT).references("staff.id");
    private final Table staff = metadata.table("staff", id, name, bossId);
    private final GinoEngine engine;

    QueriesIT(TestDatabase database) {
        engine = GinoEngine.create(database.url());
    }

    @BeforeEach
    void fill() {
        engine.schema(metadata)
                .dropAll()
                .then(engine.schema(metadata).createAll())
                .then(engine.status(staff.insert()
                        .rows(
                                List.of(name, bossId),
                                List.of(
                                        List.of("ada", 1L),
                                        List.of("bob", 1L),
                                        List.of("cyd", 2L),
                                        List.of("dan", 2L)))))
                .block(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        engine.close().block(Duration.ofSeconds(10));
    }

    /** The SQL of the statement, and each row of it as text. */
    private void assertThatRuns(Statement<?> statement, String sql, String... rows) {
        assertThat(statement).hasToString(sql);
        StepVerifier.create(engine.all(statement).map(Object::toString))
                .expectNext(rows)
                .verifyComplete();
    }

    @Test
    void unionPutsTheRowsOfTwoQueriesTogether() {
        assertThatRuns(
                select(name)
                        .from(staff)
                        .where(id.eq(1L))
                        .unionAll(select(name).from(staff).where(id.lt(3L)))
                        .orderBy(name.desc()),
                "SELECT staff.name FROM staff WHERE staff.id = $1 UNION ALL SELECT staff.name FROM staff WHERE staff.id <"
                        + " $2 ORDER BY 1 DESC",
                "bob",
                "ada",
                "ada");
    }

    @Test
    void setOperationsHaveTheirOwnOrderAndPage() {
        Query<String> first = select(name).from(staff).where(id.le(3L));
        Query<String> second = select(name).from(staff).where(id.ge(2L));
        assertThatRuns(
                first.union(second).orderBy(name.desc()).limit(2).offset(1),
                "SELECT staff.name FROM staff WHERE staff.id <= $1 UNION SELECT staff.name FROM staff WHERE staff.id >= $2"
                        + " ORDER BY 1 DESC LIMIT $3 OFFSET $4",
                "cyd",
                "bob");
        assertThatRuns(
                first.intersect(second).orderBy(name),
                "SELECT staff.name FROM staff WHERE staff.id <= $1 INTERSECT SELECT staff.name FROM staff WHERE staff.id"
                        + " >= $2 ORDER BY 1",
                "bob",
                "cyd");
        assertThatRuns(
                select(bossId)
                        .from(staff)
                        .unionAll(select(bossId).from(staff))
                        .orderBy(bossId)
                        .limitWithTies(1),
                "SELECT staff.boss_id FROM staff UNION ALL SELECT staff.boss_id FROM staff ORDER BY 1 FETCH FIRST $1 ROWS"
                        + " WITH TIES",
                "1",
                "1",
                "1",
                "1");
        assertThatRuns(
                first.except(second),
                "SELECT staff.name FROM staff WHERE staff.id <= $1 EXCEPT SELECT staff.name FROM staff WHERE staff.id >="
                        + " $2",
                "ada");
        assertThatRuns(
                first.unionAll(second).exceptAll(second).orderBy(name),
                "(SELECT staff.name FROM staff WHERE staff.id <= $1 UNION ALL SELECT staff.name FROM staff WHERE staff.id"
                        + " >= $2) EXCEPT ALL SELECT staff.name FROM staff WHERE staff.id >= $2 ORDER BY 1",
                "ada",
                "bob",
                "cyd");
    }

    @Test
    void aSampleOfAllRowsIsAllRows() {
        assertThatRuns(
                select(count()).from(staff.tablesample(BERNOULLI, 100).repeatable(7)),
                "SELECT count(*) FROM staff TABLESAMPLE BERNOULLI ($1) REPEATABLE ($2)",
                "4");
        assertThatRuns(
                select(count()).from(staff.tablesample(SYSTEM, 0)),
                "SELECT count(*) FROM staff TABLESAMPLE SYSTEM ($1)",
                "0");
    }

    @Test
    void functionsAndOperatorsOfASchemaAreFound() {
        engine.status(text("CREATE SCHEMA IF NOT EXISTS \"My app\""))
                .then(engine.status(
                        text("CREATE OR REPLACE FUNCTION \"My app\".twice(a integer, b integer) RETURNS integer"
                                + " LANGUAGE sql AS 'SELECT 2 * (a + b)'")))
                .then(engine.status(text("DROP OPERATOR IF EXISTS \"My app\".### (integer, integer)")))
                .then(engine.status(text("CREATE OPERATOR \"My app\".### (LEFTARG = integer, RIGHTARG = integer,"
                        + " FUNCTION = \"My app\".twice)")))
                .block(Duration.ofSeconds(10));
        assertThatRuns(
                select(
                        function("My app.twice", INTEGER, value(INTEGER, 1), value(INTEGER, 2))
                                .as("a"),
                        operator(value(INTEGER, 1), "My app.###", value(INTEGER, 3), INTEGER)
                                .as("b"),
                        operator("|/", value(INTEGER, 16), DOUBLE).as("c")),
                "SELECT \"My app\".twice($1, $2) AS a, $3 OPERATOR(\"My app\".###) $4 AS b, |/ $5 AS c",
                "{a=6, b=8, c=4.0}");
    }

    @Test
    void aQueryWithAnOrderStandsInParentheses() {
        assertThatRuns(
                select(name)
                        .from(staff)
                        .orderBy(id)
                        .limit(1)
                        .union(select(name)
                                .from(staff)
                                .except(select(name).from(staff).where(id.gt(1L)))),
                "(SELECT staff.name FROM staff ORDER BY staff.id LIMIT $1) UNION (SELECT staff.name FROM staff EXCEPT SELECT"
                        + " staff.name FROM staff WHERE staff.id > $2)",
                "ada");
    }

    @Test
    void queriesOfDifferentWidthCannotBePutTogether() {
        assertThatThrownBy(() -> select(name).from(staff).union(select(id, name).from(staff)))
                .isInstanceOf(StatementException.class)
                .hasMessage("UNION needs queries of as many columns; the first has 1, the second 2.");
    }

    @Test
    void aUnionIsOrderedByWhatItsFirstQueryReturns() {
        Query<?> union =
                select(name).from(staff).union(select(name).from(staff)).orderBy(id);
        assertThat(union)
                .hasToString(
                        "Incomplete statement: UNION can be ordered by columns of its first query only; staff.id is"
                                + " none of them.");
    }

    @Test
    void aCommonTableIsDeclaredByUsingIt() {
        CommonTable bosses =
                select(bossId, count().as("n")).from(staff).groupBy(bossId).asCommonTable("bosses");
        assertThatRuns(
                select(name, bosses.column("n"))
                        .from(staff.join(bosses, id.eq(bosses.column(bossId))))
                        .orderBy(id),
                "WITH bosses AS (SELECT staff.boss_id, count(*) AS n FROM staff GROUP BY staff.boss_id) SELECT staff.name,"
                        + " bosses.n FROM staff JOIN bosses ON staff.id = bosses.boss_id ORDER BY staff.id",
                "{name=ada, n=2}",
                "{name=bob, n=2}");
    }

    @Test
    void commonTablesMayUseOneAnotherAndSayHowTheyAreComputed() {
        CommonTable first =
                select(id).from(staff).where(id.gt(1L)).asCommonTable("first").materialized();
        CommonTable second = select(first.column(id))
                .from(first)
                .where(first.column(id).lt(4L))
                .asCommonTable("second", "n")
                .notMaterialized();
        assertThatRuns(
                select(second.column("n", BIGINT)).from(second).orderBy(second.column("n")),
                "WITH first AS MATERIALIZED (SELECT staff.id FROM staff WHERE staff.id > $1), second (n) AS NOT MATERIALIZED"
                        + " (SELECT first.id FROM first WHERE first.id < $2) SELECT second.n FROM second ORDER BY second.n",
                "2",
                "3");
    }

    @Test
    void aRecursiveTableFollowsATree() {
        CommonTable chain = CommonTable.recursive(
                "chain",
                select(id, name, literal(INTEGER, 0).as("depth")).from(staff).where(id.eq(1L)),
                self -> select(id, name, self.column("depth", INTEGER).plus(1))
                        .from(staff.join(
                                self, bossId.eq(self.column("id", BIGINT)).and(id.ne(bossId)))));
        assertThatRuns(
                select(chain.column("name"), chain.column("depth"))
                        .from(chain)
                        .orderBy(chain.column("depth"), chain.column("name")),
                "WITH RECURSIVE chain (id, name, depth) AS (SELECT staff.id, staff.name, 0 AS depth FROM staff WHERE"
                        + " staff.id = $1 UNION ALL SELECT staff.id, staff.name, chain.depth + $2 FROM staff JOIN chain ON"
                        + " staff.boss_id = chain.id AND staff.id <> staff.boss_id) SELECT chain.name, chain.depth FROM chain"
                        + " ORDER BY chain.depth, chain.name",
                "{name=ada, depth=0}",
                "{name=bob, depth=1}",
                "{name=cyd, depth=2}",
                "{name=dan, depth=2}");
    }

    @Test
    void aRecursiveTableOfDistinctRowsEndsInACircle() {
        CommonTable chain = CommonTable.recursiveDistinct(
                "chain",
                select(id).from(staff).where(id.eq(4L)),
                self -> select(bossId).from(staff.join(self, id.eq(self.column("id", BIGINT)))));
        assertThatRuns(
                chain.select().orderBy(chain.column("id")),
                "WITH RECURSIVE chain (id) AS (SELECT staff.id FROM staff WHERE staff.id = $1 UNION SELECT staff.boss_id"
                        + " FROM staff JOIN chain ON staff.id = chain.id) SELECT chain.id FROM chain ORDER BY chain.id",
                "{id=1}",
                "{id=2}",
                "{id=4}");
    }

    @Test
    void theElementsOfAColumnAreRows() {
        TableFunction word = ArrayFunctions.unnest(
                "word", function("string_to_array", TEXT.array(), name, literal(TEXT, "d")), TEXT);
        assertThatRuns(
                select(id, word.column("word"))
                        .from(staff.crossJoin(word.lateral()))
                        .where(id.eq(1L)),
                "SELECT staff.id, word.word FROM staff CROSS JOIN LATERAL unnest(string_to_array(staff.name, 'd'::text))"
                        + " AS word (word) WHERE staff.id = $1",
                "{id=1, word=a}",
                "{id=1, word=a}");
    }

    @Test
    void aCommonTableMayWrite() {
        CommonTable gone = staff.delete().where(id.gt(2L)).returning(name).asCommonTable("gone");
        assertThatRuns(
                select(count()).from(gone),
                "WITH gone AS (DELETE FROM staff WHERE staff.id > $1 RETURNING staff.name) SELECT count(*) FROM gone",
                "2");
    }

    @Test
    void valuesAreATable() {
        Subquery pairs = values(
                        List.of(value(BIGINT, 1L), value(TEXT, "one")), List.of(value(BIGINT, 2L), value(TEXT, "two")))
                .asTable("pairs", "n", "word");
        assertThatRuns(
                select(name, pairs.column("word"))
                        .from(staff.join(pairs, id.eq(pairs.column("n", BIGINT))))
                        .orderBy(id),
                "SELECT staff.name, pairs.word FROM staff JOIN (VALUES ($1, $2), ($3, $4)) AS pairs (n, word) ON staff.id ="
                        + " pairs.n ORDER BY staff.id",
                "{name=ada, word=one}",
                "{name=bob, word=two}");
    }

    @Test
    void aFunctionIsATable() {
        TableFunction numbers = generateSeries("n", value(INTEGER, 1), value(INTEGER, 3));
        assertThatRuns(
                select(numbers.column("n", INTEGER).times(10)).from(numbers),
                "SELECT n.n * $1 FROM generate_series($2, $3) AS n (n)",
                "10",
                "20",
                "30");
        TableFunction words = unnest("word", TEXT, List.of("b", "a")).withOrdinality("place");
        assertThatRuns(
                select(words.column("word"), words.column("place")).from(words),
                "SELECT word.word, word.place FROM unnest($1) WITH ORDINALITY AS word (word, place)",
                "{word=b, place=1}",
                "{word=a, place=2}");
    }

    @Test
    void outerJoinsKeepRowsWithoutAPartner() {
        Alias under = staff.as("under");
        assertThatRuns(
                select(name, under.column(name).as("under"))
                        .from(under.rightJoin(
                                staff,
                                under.column(bossId).eq(id).and(under.column(id).gt(2L))))
                        .where(id.le(2L))
                        .orderBy(id, under.column(id)),
                "SELECT staff.name, under.name AS under FROM staff AS under RIGHT JOIN staff ON under.boss_id = staff.id"
                        + " AND under.id > $1 WHERE staff.id <= $2 ORDER BY staff.id, under.id",
                "{name=ada, under=null}",
                "{name=bob, under=cyd}",
                "{name=bob, under=dan}");
        assertThatRuns(
                select(count()).from(staff.fullJoin(under, id.eq(under.column(id)))),
                "SELECT count(*) FROM staff FULL JOIN staff AS under ON staff.id = under.id",
                "4");
    }

    @Test
    void aLateralQuerySeesWhatStandsBeforeIt() {
        Alias under = staff.as("under");
        Subquery last = select(under.column(name))
                .from(under)
                .where(under.column(bossId).eq(id))
                .orderBy(under.column(id).desc())
                .limit(1)
                .asTable("last");
        assertThatRuns(
                select(name, last.column(under.column(name)).as("last"))
                        .from(staff.crossJoin(last.lateral()))
                        .orderBy(id),
                "SELECT staff.name, last.name AS last FROM staff CROSS JOIN LATERAL (SELECT under.name FROM staff AS under"
                        + " WHERE under.boss_id = staff.id ORDER BY under.id DESC LIMIT $1) AS last ORDER BY staff.id",
                "{name=ada, last=bob}",
                "{name=bob, last=dan}");
    }

    @Test
    void withoutLateralItDoesNot() {
        Subquery alone = select(name).from(staff).where(id.eq(1L)).asTable("alone");
        Select<?> query = select(count())
                .from(staff.crossJoin(
                        select(alone.column(name)).from(alone).where(id.eq(1L)).asTable("other")));
        assertThat(query)
                .hasToString(
                        "Incomplete statement: Column 'staff.id' is used, but 'staff' is not in FROM, which has: alone.");
    }

    @Test
    void tiesMayComeBeyondTheLimit() {
        assertThatRuns(
                select(bossId).from(staff).orderBy(bossId).limitWithTies(1),
                "SELECT staff.boss_id FROM staff ORDER BY staff.boss_id FETCH FIRST $1 ROWS WITH TIES",
                "1",
                "1");
    }
}

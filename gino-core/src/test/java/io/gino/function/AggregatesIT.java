/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static io.gino.function.Aggregates.arrayAgg;
import static io.gino.function.Aggregates.cube;
import static io.gino.function.Aggregates.grouping;
import static io.gino.function.Aggregates.groupingSets;
import static io.gino.function.Aggregates.mode;
import static io.gino.function.Aggregates.percentileCont;
import static io.gino.function.Aggregates.rollup;
import static io.gino.function.Aggregates.stringAgg;
import static io.gino.function.Windows.orderedBy;
import static io.gino.function.Windows.partitionBy;
import static io.gino.function.Windows.window;
import static io.gino.schema.Schema.column;
import static io.gino.sql.Frame.currentRow;
import static io.gino.sql.Frame.following;
import static io.gino.sql.Frame.groups;
import static io.gino.sql.Frame.preceding;
import static io.gino.sql.Frame.range;
import static io.gino.sql.Frame.rows;
import static io.gino.sql.Frame.unboundedPreceding;
import static io.gino.sql.Sql.count;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.sum;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.DOUBLE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.TEXT;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Frame.Exclusion;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Aggregates, groupings and windows over the rows (a, x, 1), (a, y, 2), (b, x, 2), (b, y, 4). */
@ExtendWith(PostgresExtension.class)
class AggregatesIT {

    private final Column<String> team = column("team", TEXT);
    private final Column<String> part = column("part", TEXT);
    private final Column<Integer> points = column("points", INTEGER);
    private final MetaData metadata = new MetaData();
    private final Table scores = metadata.table("scores", team, part, points);
    private final Answers answers;

    AggregatesIT(TestDatabase database) {
        answers = new Answers(database);
    }

    @BeforeEach
    void fill() {
        answers.run("DROP TABLE IF EXISTS scores");
        answers.create(metadata);
        answers.run(scores.insert()
                .rows(
                        List.of(team, part, points),
                        List.of(
                                List.of("a", "x", 1),
                                List.of("a", "y", 2),
                                List.of("b", "x", 2),
                                List.of("b", "y", 4))));
    }

    @AfterEach
    void close() {
        answers.close();
    }

    @Test
    void aggregatesManyRows() {
        answers.assertThatRuns(
                select(
                                stringAgg(team.concat(part), "/")
                                        .orderBy(points.desc(), team)
                                        .as("texts"),
                                arrayAgg(points).distinct().orderBy(points).as("distinct"),
                                count().filter(points.gt(1)).as("some"),
                                mode(points).as("mode"),
                                percentileCont(0.5, points.cast(DOUBLE)).as("median"))
                        .from(scores),
                "SELECT string_agg(scores.team || scores.part, '/'::text ORDER BY scores.points DESC, scores.team) AS texts,"
                        + " array_agg(DISTINCT scores.points ORDER BY scores.points) AS \"distinct\", count(*) FILTER (WHERE"
                        + " scores.points > $1) AS \"some\", mode() WITHIN GROUP (ORDER BY scores.points) AS mode,"
                        + " percentile_cont($2) WITHIN GROUP (ORDER BY CAST(scores.points AS double precision)) AS median"
                        + " FROM scores",
                "{texts=by/ay/bx/ax, distinct=[1, 2, 4], some=3, mode=2, median=2.0}");
    }

    @Test
    void groupsInSeveralWaysAtOnce() {
        answers.assertThatRuns(
                select(team, part, grouping(team, part).as("level"), sum(points).as("sum"))
                        .from(scores)
                        .groupBy(rollup(team, part))
                        .having(grouping(team, part).gt(0))
                        .orderBy(team.asc().nullsLast()),
                "SELECT scores.team, scores.part, grouping(scores.team, scores.part) AS level, CAST(sum(scores.points) AS"
                        + " numeric) AS sum FROM scores GROUP BY ROLLUP (scores.team, scores.part) HAVING"
                        + " grouping(scores.team, scores.part) > $1 ORDER BY scores.team NULLS LAST",
                "{team=a, part=null, level=1, sum=3}",
                "{team=b, part=null, level=1, sum=6}",
                "{team=null, part=null, level=3, sum=9}");
        answers.assertThatRuns(
                select(part, count().as("n"))
                        .from(scores)
                        .groupBy(cube(part))
                        .orderBy(part.asc().nullsFirst()),
                "SELECT scores.part, count(*) AS n FROM scores GROUP BY CUBE (scores.part) ORDER BY scores.part NULLS"
                        + " FIRST",
                "{part=null, n=4}",
                "{part=x, n=2}",
                "{part=y, n=2}");
        answers.assertThatRuns(
                select(team, part, count().as("n"))
                        .from(scores)
                        .groupBy(rollup(List.of(List.of(team, part))))
                        .orderBy(team.asc().nullsLast(), part),
                "SELECT scores.team, scores.part, count(*) AS n FROM scores GROUP BY ROLLUP ((scores.team, scores.part))"
                        + " ORDER BY scores.team NULLS LAST, scores.part",
                "{team=a, part=x, n=1}",
                "{team=a, part=y, n=1}",
                "{team=b, part=x, n=1}",
                "{team=b, part=y, n=1}",
                "{team=null, part=null, n=4}");
        answers.assertThatRuns(
                select(team, count().as("n"))
                        .from(scores)
                        .groupBy(groupingSets(List.of(List.of(team), List.of())))
                        .orderBy(team),
                "SELECT scores.team, count(*) AS n FROM scores GROUP BY GROUPING SETS (scores.team, ()) ORDER BY"
                        + " scores.team",
                "{team=a, n=2}",
                "{team=b, n=2}",
                "{team=null, n=4}");
    }

    @Test
    void numbersRowsOverWindows() {
        answers.assertThatRuns(
                select(
                                Windows.rowNumber().over("w").as("n"),
                                Windows.rank().over(orderedBy(points)).as("rank"),
                                Windows.lag(points, 1, value(INTEGER, -1))
                                        .over("w")
                                        .as("lag"),
                                Windows.lead(points).over("w").as("lead"),
                                Windows.firstValue(points).over("w").as("first"),
                                Windows.ntile(2).over(orderedBy(team, part)).as("half"))
                        .from(scores)
                        .window("w", partitionBy(team).orderBy(part.desc()))
                        .orderBy(team, part),
                "SELECT row_number() OVER w AS n, rank() OVER (ORDER BY scores.points) AS rank, lag(scores.points, $1, $2)"
                        + " OVER w AS lag, lead(scores.points) OVER w AS lead, first_value(scores.points) OVER w AS first,"
                        + " ntile($3) OVER (ORDER BY scores.team, scores.part) AS half FROM scores WINDOW w AS (PARTITION BY"
                        + " scores.team ORDER BY scores.part DESC) ORDER BY scores.team, scores.part",
                "{n=2, rank=1, lag=2, lead=null, first=2, half=1}",
                "{n=1, rank=2, lag=-1, lead=1, first=2, half=1}",
                "{n=2, rank=2, lag=4, lead=null, first=4, half=2}",
                "{n=1, rank=4, lag=-1, lead=2, first=4, half=2}");
    }

    @Test
    void looksThroughEveryKindOfFrame() {
        answers.assertThatRuns(
                select(
                                sum(points)
                                        .over(window("w").frame(rows(preceding(1), currentRow())))
                                        .as("pair"),
                                sum(points)
                                        .over(orderedBy(points)
                                                .frame(range(unboundedPreceding(), following(value(INTEGER, 1)))))
                                        .as("near"),
                                sum(points)
                                        .over(orderedBy(points)
                                                .frame(groups(preceding(1), following(1))
                                                        .exclude(Exclusion.CURRENT_ROW)))
                                        .as("others"),
                                count().over().as("all"))
                        .from(scores)
                        .window("w", orderedBy(team, part))
                        .orderBy(team, part),
                "SELECT CAST(sum(scores.points) OVER (w ROWS BETWEEN $1 PRECEDING AND CURRENT ROW) AS numeric) AS pair,"
                        + " CAST(sum(scores.points) OVER (ORDER BY scores.points RANGE BETWEEN UNBOUNDED PRECEDING AND $2"
                        + " FOLLOWING) AS numeric) AS near, CAST(sum(scores.points) OVER (ORDER BY scores.points GROUPS"
                        + " BETWEEN $3 PRECEDING AND $4 FOLLOWING EXCLUDE CURRENT ROW) AS numeric) AS others, count(*) OVER"
                        + " () AS \"all\" FROM scores WINDOW w AS (ORDER BY scores.team, scores.part) ORDER BY scores.team,"
                        + " scores.part",
                "{pair=1, near=5, others=4, all=4}",
                "{pair=3, near=5, others=7, all=4}",
                "{pair=4, near=5, others=7, all=4}",
                "{pair=6, near=9, others=4, all=4}");
    }
}

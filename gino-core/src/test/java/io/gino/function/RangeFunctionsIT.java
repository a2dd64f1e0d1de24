/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.DATE;
import static io.gino.type.Types.INT4MULTIRANGE;
import static io.gino.type.Types.INT4RANGE;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Expression;
import io.gino.sql.TableFunction;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Range;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class RangeFunctionsIT {

    private final Answers answers;

    RangeFunctionsIT(TestDatabase database) {
        answers = new Answers(database);
    }

    @AfterEach
    void close() {
        answers.close();
    }

    private void gives(Expression<?> expression, String sql, String value) {
        answers.assertThatGives(expression, sql, value);
    }

    private static Expression<Range<Integer>> range(int lower, int upper) {
        return value(INT4RANGE, Range.closedOpen(lower, upper));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static Expression<List<Range<Integer>>> ranges(Range<Integer>... ranges) {
        return value(INT4MULTIRANGE, List.of(ranges));
    }

    @Test
    void findsRowsByTheirRanges() {
        Column<Integer> id = column("id", INTEGER);
        Column<Range<LocalDate>> stay = column("stay", Types.DATERANGE);
        MetaData metadata = new MetaData();
        Table bookings = metadata.table("bookings", id, stay);
        LocalDate may = LocalDate.of(2026, 5, 1);
        answers.create(metadata);
        answers.run(bookings.insert()
                .rows(
                        List.of(id, stay),
                        List.of(
                                List.of(1, Range.closedOpen(may, may.plusDays(3))),
                                List.of(2, Range.closedOpen(may.plusDays(3), may.plusDays(9))),
                                List.of(3, Range.atLeast(may.plusDays(20))))));

        answers.assertThatRuns(
                select(id).from(bookings).where(RangeFunctions.containsValue(stay, may.plusDays(3))),
                "SELECT bookings.id FROM bookings WHERE bookings.stay @> $1",
                "2");
        answers.assertThatRuns(
                select(id)
                        .from(bookings)
                        .where(RangeFunctions.overlaps(stay, Range.closed(may.plusDays(8), may.plusDays(30))))
                        .orderBy(id),
                "SELECT bookings.id FROM bookings WHERE bookings.stay && $1::daterange ORDER BY bookings.id",
                "2",
                "3");
        answers.assertThatRuns(
                select(id, RangeFunctions.lower(stay, DATE).as("from"))
                        .from(bookings)
                        .where(RangeFunctions.isUpperInfinite(stay)),
                "SELECT bookings.id, lower(bookings.stay) AS \"from\" FROM bookings WHERE upper_inf(bookings.stay)",
                "{id=3, from=2026-05-21}");
        answers.assertThatRuns(
                select(RangeFunctions.rangeAgg(stay, Types.DATEMULTIRANGE)).from(bookings),
                "SELECT range_agg(bookings.stay) FROM bookings",
                "[[2026-05-01,2026-05-10), [2026-05-21,)]");
    }

    @Test
    void comparesRanges() {
        Expression<Range<Integer>> range = range(1, 5);
        gives(RangeFunctions.containsValue(range, 4), "$1::int4range @> $2", "true");
        gives(RangeFunctions.containsValue(range, value(INTEGER, 5)), "$1::int4range @> $2", "false");
        gives(RangeFunctions.contains(range, Range.closed(2, 3)), "$1::int4range @> $2::int4range", "true");
        gives(RangeFunctions.containedBy(range, Range.lessThan(4)), "$1::int4range <@ $2::int4range", "false");
        gives(RangeFunctions.overlaps(range, range(4, 9)), "$1::int4range && $2::int4range", "true");
        gives(RangeFunctions.leftOf(range, Range.atLeast(5)), "$1::int4range << $2::int4range", "true");
        gives(RangeFunctions.rightOf(range, Range.atLeast(5)), "$1::int4range >> $2::int4range", "false");
        gives(RangeFunctions.notRightOf(range, Range.closed(0, 4)), "$1::int4range &< $2::int4range", "true");
        gives(RangeFunctions.notLeftOf(range, Range.closed(2, 4)), "$1::int4range &> $2::int4range", "false");
        gives(RangeFunctions.adjacent(range, Range.closed(5, 6)), "$1::int4range -|- $2::int4range", "true");
        gives(RangeFunctions.isEmpty(range(3, 3)), "isempty($1::int4range)", "true");
        gives(RangeFunctions.lowerIncluded(range), "lower_inc($1::int4range)", "true");
        gives(RangeFunctions.upperIncluded(range), "upper_inc($1::int4range)", "false");
        gives(RangeFunctions.isLowerInfinite(range), "lower_inf($1::int4range)", "false");
    }

    @Test
    void computesRanges() {
        gives(RangeFunctions.union(range(1, 5), range(5, 7)), "$1::int4range + $2::int4range", "[1,7)");
        gives(RangeFunctions.intersection(range(1, 5), range(3, 7)), "$1::int4range * $2::int4range", "[3,5)");
        gives(RangeFunctions.difference(range(1, 5), range(3, 7)), "$1::int4range - $2::int4range", "[1,3)");
        gives(RangeFunctions.merge(range(1, 2), range(6, 7)), "range_merge($1::int4range, $2::int4range)", "[1,7)");
        gives(RangeFunctions.upper(range(1, 5), INTEGER), "upper($1::int4range)", "5");
        gives(RangeFunctions.range(INT4RANGE, value(INTEGER, 1), value(INTEGER, 3)), "int4range($1, $2)", "[1,3)");
        gives(
                RangeFunctions.range(INT4RANGE, value(INTEGER, 1), value(INTEGER, 3), RangeFunctions.Bounds.BOTH),
                "int4range($1, $2, '[]'::text)",
                "[1,4)");
        gives(RangeFunctions.rangeIntersectAgg(range(1, 5)), "range_intersect_agg($1::int4range)", "[1,5)");
    }

    @Test
    void computesMultiranges() {
        Expression<List<Range<Integer>>> two = ranges(Range.closedOpen(1, 3), Range.closedOpen(7, 9));
        Expression<List<Range<Integer>>> one = ranges(Range.closedOpen(2, 8));
        String both = "$1::int4multirange %s $2::int4multirange";
        gives(MultirangeFunctions.union(two, one), both.formatted("+"), "[[1,9)]");
        gives(MultirangeFunctions.intersection(two, one), both.formatted("*"), "[[2,3), [7,8)]");
        gives(MultirangeFunctions.difference(two, one), both.formatted("-"), "[[1,2), [8,9)]");
        gives(MultirangeFunctions.contains(two, List.of(Range.closed(7, 8))), both.formatted("@>"), "true");
        gives(MultirangeFunctions.containedBy(two, List.of(Range.all())), both.formatted("<@"), "true");
        gives(MultirangeFunctions.overlaps(two, List.of(Range.closed(3, 6))), both.formatted("&&"), "false");
        gives(MultirangeFunctions.leftOf(two, List.of(Range.atLeast(9))), both.formatted("<<"), "true");
        gives(MultirangeFunctions.rightOf(two, List.of(Range.lessThan(1))), both.formatted(">>"), "true");
        gives(MultirangeFunctions.adjacent(two, List.of(Range.atLeast(9))), both.formatted("-|-"), "true");
        gives(MultirangeFunctions.containsValue(two, 3), "$1::int4multirange @> $2", "false");
        gives(MultirangeFunctions.containsValue(two, value(INTEGER, 1)), "$1::int4multirange @> $2", "true");
        gives(MultirangeFunctions.containsRange(two, range(7, 8)), "$1::int4multirange @> $2::int4range", "true");
        gives(MultirangeFunctions.overlapsRange(two, range(3, 7)), "$1::int4multirange && $2::int4range", "false");
        gives(MultirangeFunctions.lower(two, INTEGER), "lower($1::int4multirange)", "1");
        gives(MultirangeFunctions.upper(two, INTEGER), "upper($1::int4multirange)", "9");
        gives(MultirangeFunctions.isEmpty(two), "isempty($1::int4multirange)", "false");
        gives(MultirangeFunctions.merge(two, INT4RANGE), "range_merge($1::int4multirange)", "[1,9)");
        gives(
                MultirangeFunctions.multirange(INT4MULTIRANGE, range(1, 2), range(2, 3)),
                "int4multirange($1::int4range, $2::int4range)",
                "[[1,3)]");
        TableFunction pieces = MultirangeFunctions.unnest("piece", two, INT4RANGE);
        answers.assertThatRuns(
                select(pieces.column("piece")).from(pieces),
                "SELECT piece.piece FROM unnest($1::int4multirange) AS piece (piece)",
                "[1,3)",
                "[7,9)");
    }

    @Test
    void needsToKnowTheTypeOfAValue() {
        Expression<Range<StringBuilder>> odd =
                value(Types.range("odd", SqlType.of("odd", StringBuilder.class)), Range.all());
        assertThatThrownBy(() -> RangeFunctions.containsValue(odd, new StringBuilder()))
                .isInstanceOf(StatementException.class)
                .hasMessage("No PostgreSQL type is known for java.lang.StringBuilder. Say which: containsValue(range,"
                        + " value(type, …)).");
    }
}

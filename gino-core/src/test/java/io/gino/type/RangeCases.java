/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** Ranges and multiranges, in the form that PostgreSQL gives them. */
final class RangeCases {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final LocalDateTime NOON = DAY.atTime(12, 0);
    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("-0043-03-15T11:00:00.000001Z");

    private RangeCases() {}

    static List<TypeCase<?>> all() {
        return List.of(
                TypeCase.of(
                        Types.INT4RANGE,
                        Range.empty(),
                        Range.all(),
                        Range.closedOpen(-1, 5),
                        Range.atLeast(Integer.MIN_VALUE),
                        Range.lessThan(Integer.MAX_VALUE)),
                TypeCase.of(Types.INT8RANGE, Range.empty(), Range.closedOpen(Long.MIN_VALUE, Long.MAX_VALUE)),
                TypeCase.of(
                        Types.NUMRANGE,
                        Range.closed(new BigDecimal("-1.50"), new BigDecimal("1E-20")),
                        Range.open(BigDecimal.ZERO, BigDecimal.ONE),
                        Range.openClosed(BigDecimal.ZERO, BigDecimal.ONE),
                        Range.greaterThan(BigDecimal.TEN),
                        Range.atMost(BigDecimal.TEN)),
                TypeCase.of(
                        Types.DATERANGE,
                        Range.closedOpen(DAY, DAY.plusDays(1)),
                        Range.closedOpen(LocalDate.of(-43, 3, 15), LocalDate.MAX),
                        Range.atLeast(LocalDate.of(10000, 1, 1))),
                TypeCase.of(Types.TSRANGE, Range.closed(NOON, NOON.plusNanos(1000)), Range.lessThan(NOON)),
                TypeCase.of(
                        Types.TSTZRANGE,
                        Range.closedOpen(MOMENT, MOMENT.plusYears(3000)),
                        Range.closedOpen(MOMENT, OffsetDateTime.MAX)),
                TypeCase.of(Types.range("textrange", Types.TEXT), Range.closed("", "z"), Range.closed("a\"b\\", "é,]"))
                        .needs("CREATE TYPE textrange AS RANGE (subtype = text)"),
                TypeCase.of(
                        Types.INT4MULTIRANGE,
                        List.of(),
                        List.of(Range.closedOpen(1, 5), Range.closedOpen(7, 9)),
                        List.of(Range.all())),
                TypeCase.of(Types.INT8MULTIRANGE, List.of(Range.lessThan(0L), Range.atLeast(10L))),
                TypeCase.of(Types.NUMMULTIRANGE, List.of(Range.closed(BigDecimal.ONE, new BigDecimal("2.5")))),
                TypeCase.of(
                        Types.DATEMULTIRANGE,
                        List.of(Range.closedOpen(DAY, DAY.plusDays(3)), Range.atLeast(DAY.plusDays(9)))),
                TypeCase.of(
                        Types.TSMULTIRANGE,
                        List.of(Range.open(NOON, NOON.plusHours(1)), Range.atLeast(NOON.plusDays(1)))),
                TypeCase.of(Types.TSTZMULTIRANGE, List.of(Range.closed(MOMENT, MOMENT.plusHours(1)))));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Expression;
import io.gino.sql.OrderTerm;
import io.gino.sql.Sql;
import io.gino.sql.Window;
import io.gino.sql.WindowFunction;
import io.gino.type.Types;

/**
 * Windows, and the functions that only they can have. Frames are in {@link io.gino.sql.Frame}.
 *
 * @since 0.1.0
 */
public final class Windows {

    private Windows() {}

    /** All rows. */
    public static Window window() {
        return Window.ALL;
    }

    /** The window that the query declares under this name, to be continued by an order or a frame. */
    public static Window window(String name) {
        return Window.named(name);
    }

    /** The rows with equal values of these. */
    public static Window partitionBy(Expression<?>... expressions) {
        return Window.ALL.partitionBy(expressions);
    }

    /** The rows up to the current one in this order. */
    public static Window orderedBy(OrderTerm... terms) {
        return Window.ALL.orderBy(terms);
    }

    /** The row's number, from 1. */
    public static WindowFunction<Long> rowNumber() {
        return WindowFunction.of("row_number", Types.BIGINT);
    }

    /** The row's rank, from 1, with gaps after equal rows. */
    public static WindowFunction<Long> rank() {
        return WindowFunction.of("rank", Types.BIGINT);
    }

    /** The row's rank, from 1, without gaps. */
    public static WindowFunction<Long> denseRank() {
        return WindowFunction.of("dense_rank", Types.BIGINT);
    }

    /** The row's rank as a fraction from 0 to 1. */
    public static WindowFunction<Double> percentRank() {
        return WindowFunction.of("percent_rank", Types.DOUBLE);
    }

    /** The fraction of rows up to this one and its equals. */
    public static WindowFunction<Double> cumeDist() {
        return WindowFunction.of("cume_dist", Types.DOUBLE);
    }

    /** The number, from 1, of the row's bucket when there are so many of nearly equal size. */
    public static WindowFunction<Integer> ntile(int buckets) {
        return WindowFunction.of(
                "ntile",
                Types.INTEGER,
                Sql.value(Types.INTEGER, Arguments.atLeast(1, buckets, "The number of buckets of ntile")));
    }

    /** The value one row before; NULL when there is none. */
    public static <T> WindowFunction<T> lag(Expression<T> value) {
        return WindowFunction.of("lag", value.type(), value);
    }

    /** The value so many rows before, or else another. */
    public static <T> WindowFunction<T> lag(Expression<T> value, int rows, Expression<? extends T> otherwise) {
        return WindowFunction.of("lag", value.type(), value, Sql.value(Types.INTEGER, rows), otherwise);
    }

    /** The value one row after; NULL when there is none. */
    public static <T> WindowFunction<T> lead(Expression<T> value) {
        return WindowFunction.of("lead", value.type(), value);
    }

    /** The value so many rows after, or else another. */
    public static <T> WindowFunction<T> lead(Expression<T> value, int rows, Expression<? extends T> otherwise) {
        return WindowFunction.of("lead", value.type(), value, Sql.value(Types.INTEGER, rows), otherwise);
    }

    /** The value in the frame's first row. */
    public static <T> WindowFunction<T> firstValue(Expression<T> value) {
        return WindowFunction.of("first_value", value.type(), value);
    }

    /** The value in the frame's last row. */
    public static <T> WindowFunction<T> lastValue(Expression<T> value) {
        return WindowFunction.of("last_value", value.type(), value);
    }

    /** The value in this row of the frame, counted from 1; NULL when there is none. */
    public static <T> WindowFunction<T> nthValue(Expression<T> value, int row) {
        return WindowFunction.of(
                "nth_value",
                value.type(),
                value,
                Sql.value(Types.INTEGER, Arguments.atLeast(1, row, "The row of nth_value")));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.error.StatementException;
import io.gino.sql.Aggregate;
import io.gino.sql.Arithmetic;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.Range;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.List;

/**
 * Ranges. {@link MultirangeFunctions} has the same for several ranges in one value.
 *
 * @since 0.1.0
 */
public final class RangeFunctions {

    private RangeFunctions() {}

    /** Holds this value. */
    public static <T> Condition containsValue(Expression<Range<T>> range, T value) {
        return new Comparison(Operator.CONTAINS, range, bound(value));
    }

    public static <T> Condition containsValue(Expression<Range<T>> range, Expression<T> value) {
        return new Comparison(Operator.CONTAINS, range, value);
    }

    /** The value with the type that ranges of its class have. */
    static <T> Expression<T> bound(T value) {
        @SuppressWarnings("unchecked") // the class of a T
        Class<T> type = (Class<T>) Arguments.required(value).getClass();
        return Types.of(type)
                .map(known -> Sql.value(known, value))
                .orElseThrow(() -> new StatementException("No PostgreSQL type is known for " + type.getName()
                        + ". Say which: containsValue(range, value(type, …))."));
    }

    /** Holds all of the other. */
    public static <T> Condition contains(Expression<Range<T>> range, Range<T> part) {
        return contains(range, value(range, part));
    }

    public static <T> Condition contains(Expression<Range<T>> range, Expression<Range<T>> part) {
        return new Comparison(Operator.CONTAINS, range, part);
    }

    /** Lies within the other. */
    public static <T> Condition containedBy(Expression<Range<T>> range, Range<T> whole) {
        return new Comparison(Operator.CONTAINED_BY, range, value(range, whole));
    }

    /** Has a value in common with the other. */
    public static <T> Condition overlaps(Expression<Range<T>> range, Range<T> other) {
        return overlaps(range, value(range, other));
    }

    public static <T> Condition overlaps(Expression<Range<T>> range, Expression<Range<T>> other) {
        return new Comparison(Operator.OVERLAPS, range, other);
    }

    /** Ends before the other begins. */
    public static <T> Condition leftOf(Expression<Range<T>> range, Range<T> other) {
        return new Comparison(Operator.LEFT_OF, range, value(range, other));
    }

    /** Begins after the other ends. */
    public static <T> Condition rightOf(Expression<Range<T>> range, Range<T> other) {
        return new Comparison(Operator.RIGHT_OF, range, value(range, other));
    }

    /** Does not reach further up than the other. */
    public static <T> Condition notRightOf(Expression<Range<T>> range, Range<T> other) {
        return new Comparison(Operator.NOT_RIGHT_OF, range, value(range, other));
    }

    /** Does not reach further down than the other. */
    public static <T> Condition notLeftOf(Expression<Range<T>> range, Range<T> other) {
        return new Comparison(Operator.NOT_LEFT_OF, range, value(range, other));
    }

    /** Touches the other, without a value in common. */
    public static <T> Condition adjacent(Expression<Range<T>> range, Range<T> other) {
        return new Comparison(Operator.ADJACENT, range, value(range, other));
    }

    /** All values of both, which must touch or overlap. */
    public static <T> Expression<Range<T>> union(Expression<Range<T>> range, Expression<Range<T>> other) {
        return new Arithmetic<>(Operator.PLUS, range, other, range.type());
    }

    /** The values that both have. */
    public static <T> Expression<Range<T>> intersection(Expression<Range<T>> range, Expression<Range<T>> other) {
        return new Arithmetic<>(Operator.TIMES, range, other, range.type());
    }

    /** The values that the other does not have, which must be one range. */
    public static <T> Expression<Range<T>> difference(Expression<Range<T>> range, Expression<Range<T>> other) {
        return new Arithmetic<>(Operator.MINUS, range, other, range.type());
    }

    /** The smallest range that holds both. */
    public static <T> Expression<Range<T>> merge(Expression<Range<T>> range, Expression<Range<T>> other) {
        return Sql.function("range_merge", range.type(), range, other);
    }

    /** The bound below; NULL when there is none. */
    public static <T> Expression<T> lower(Expression<Range<T>> range, SqlType<T> type) {
        return Sql.function("lower", type, range);
    }

    /** The bound above; NULL when there is none. */
    public static <T> Expression<T> upper(Expression<Range<T>> range, SqlType<T> type) {
        return Sql.function("upper", type, range);
    }

    public static Condition isEmpty(Expression<? extends Range<?>> range) {
        return test("isempty", range);
    }

    /** Whether the bound below is part of the range. */
    public static Condition lowerIncluded(Expression<? extends Range<?>> range) {
        return test("lower_inc", range);
    }

    /** Whether the bound above is part of the range. */
    public static Condition upperIncluded(Expression<? extends Range<?>> range) {
        return test("upper_inc", range);
    }

    /** Whether there is no bound below. */
    public static Condition isLowerInfinite(Expression<? extends Range<?>> range) {
        return test("lower_inf", range);
    }

    /** Whether there is no bound above. */
    public static Condition isUpperInfinite(Expression<? extends Range<?>> range) {
        return test("upper_inf", range);
    }

    private static Condition test(String function, Expression<?> range) {
        return Condition.of(Sql.function(function, Types.BOOLEAN, range));
    }

    /** From the lower bound, included, to the upper one, left out; a NULL is no bound. */
    public static <T> Expression<Range<T>> range(
            SqlType<Range<T>> type, Expression<? extends T> lower, Expression<? extends T> upper) {
        return Sql.function(type.name(), type, lower, upper);
    }

    /** The range with these bounds; a NULL is no bound. */
    public static <T> Expression<Range<T>> range(
            SqlType<Range<T>> type, Expression<? extends T> lower, Expression<? extends T> upper, Bounds bounds) {
        return Sql.function(type.name(), type, lower, upper, Sql.literal(Types.TEXT, bounds.sql));
    }

    /** Which bounds are part of a range. */
    public enum Bounds {
        BOTH("[]"),
        LOWER("[)"),
        UPPER("(]"),
        NEITHER("()");

        private final String sql;

        Bounds(String sql) {
            this.sql = sql;
        }
    }

    /** All values of the ranges together. */
    public static <T> Aggregate<List<Range<T>>> rangeAgg(
            Expression<Range<T>> range, SqlType<List<Range<T>>> multirange) {
        return Aggregate.of("range_agg", multirange, range);
    }

    /** The values that all of the ranges have. */
    public static <T> Aggregate<Range<T>> rangeIntersectAgg(Expression<Range<T>> range) {
        return Aggregate.of("range_intersect_agg", range.type(), range);
    }

    private static <T> Expression<Range<T>> value(Expression<Range<T>> range, Range<T> other) {
        return Sql.value(range.type(), Arguments.required(other));
    }
}

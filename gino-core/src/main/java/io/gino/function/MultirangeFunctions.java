/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Arithmetic;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.sql.TableFunction;
import io.gino.type.Range;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.List;

/**
 * Multiranges: several ranges in one value, with gaps between them.
 *
 * @since 0.1.0
 */
public final class MultirangeFunctions {

    private MultirangeFunctions() {}

    /** One of the ranges holds this value. */
    public static <T> Condition containsValue(Expression<List<Range<T>>> ranges, T value) {
        return new Comparison(Operator.CONTAINS, ranges, RangeFunctions.bound(value));
    }

    public static <T> Condition containsValue(Expression<List<Range<T>>> ranges, Expression<T> value) {
        return new Comparison(Operator.CONTAINS, ranges, value);
    }

    /** Holds all of the range. */
    public static <T> Condition containsRange(Expression<List<Range<T>>> ranges, Expression<Range<T>> part) {
        return new Comparison(Operator.CONTAINS, ranges, part);
    }

    /** Holds all of the others. */
    public static <T> Condition contains(Expression<List<Range<T>>> ranges, List<Range<T>> parts) {
        return new Comparison(Operator.CONTAINS, ranges, value(ranges, parts));
    }

    /** Lies within the others. */
    public static <T> Condition containedBy(Expression<List<Range<T>>> ranges, List<Range<T>> wholes) {
        return new Comparison(Operator.CONTAINED_BY, ranges, value(ranges, wholes));
    }

    /** Has a value in common with the others. */
    public static <T> Condition overlaps(Expression<List<Range<T>>> ranges, List<Range<T>> others) {
        return new Comparison(Operator.OVERLAPS, ranges, value(ranges, others));
    }

    /** Has a value in common with the range. */
    public static <T> Condition overlapsRange(Expression<List<Range<T>>> ranges, Expression<Range<T>> range) {
        return new Comparison(Operator.OVERLAPS, ranges, range);
    }

    /** Ends before the others begin. */
    public static <T> Condition leftOf(Expression<List<Range<T>>> ranges, List<Range<T>> others) {
        return new Comparison(Operator.LEFT_OF, ranges, value(ranges, others));
    }

    /** Begins after the others end. */
    public static <T> Condition rightOf(Expression<List<Range<T>>> ranges, List<Range<T>> others) {
        return new Comparison(Operator.RIGHT_OF, ranges, value(ranges, others));
    }

    /** Touches the others, without a value in common. */
    public static <T> Condition adjacent(Expression<List<Range<T>>> ranges, List<Range<T>> others) {
        return new Comparison(Operator.ADJACENT, ranges, value(ranges, others));
    }

    /** All values of both. */
    public static <T> Expression<List<Range<T>>> union(
            Expression<List<Range<T>>> ranges, Expression<List<Range<T>>> others) {
        return new Arithmetic<>(Operator.PLUS, ranges, others, ranges.type());
    }

    /** The values that both have. */
    public static <T> Expression<List<Range<T>>> intersection(
            Expression<List<Range<T>>> ranges, Expression<List<Range<T>>> others) {
        return new Arithmetic<>(Operator.TIMES, ranges, others, ranges.type());
    }

    /** The values that the others do not have. */
    public static <T> Expression<List<Range<T>>> difference(
            Expression<List<Range<T>>> ranges, Expression<List<Range<T>>> others) {
        return new Arithmetic<>(Operator.MINUS, ranges, others, ranges.type());
    }

    /** The bound below all; NULL when there is none. */
    public static <T> Expression<T> lower(Expression<List<Range<T>>> ranges, SqlType<T> type) {
        return Sql.function("lower", type, ranges);
    }

    /** The bound above all; NULL when there is none. */
    public static <T> Expression<T> upper(Expression<List<Range<T>>> ranges, SqlType<T> type) {
        return Sql.function("upper", type, ranges);
    }

    /** Whether no value is in it. */
    public static <T> Condition isEmpty(Expression<List<Range<T>>> ranges) {
        return Condition.of(Sql.function("isempty", Types.BOOLEAN, ranges));
    }

    /** The smallest range that holds all. */
    public static <T> Expression<Range<T>> merge(Expression<List<Range<T>>> ranges, SqlType<Range<T>> type) {
        return Sql.function("range_merge", type, ranges);
    }

    /** The ranges as one value. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> Expression<List<Range<T>>> multirange(
            SqlType<List<Range<T>>> type, Expression<Range<T>>... ranges) {
        return Sql.function(type.name(), type, ranges);
    }

    /** The ranges, in a table of one column, both named {@code name}. */
    public static <T> TableFunction unnest(String name, Expression<List<Range<T>>> ranges, SqlType<Range<T>> type) {
        return Sql.tableFunction("unnest", name, ranges).withColumn(name, type);
    }

    private static <T> Expression<List<Range<T>>> value(Expression<List<Range<T>>> ranges, List<Range<T>> others) {
        return Sql.value(ranges.type(), List.copyOf(others));
    }
}

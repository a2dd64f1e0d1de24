/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Aggregate;
import io.gino.sql.Expression;
import io.gino.sql.GroupingSets;
import io.gino.sql.Literal;
import io.gino.sql.OrderTerm;
import io.gino.sql.Sql;
import io.gino.type.Json;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.Arrays;
import java.util.List;

/**
 * Aggregates beside {@link Sql#count()}, {@link Sql#sum}, {@link Sql#min}, {@link Sql#max} and {@link Sql#avg}, and ways
 * to group. Each can be made {@code distinct()}, take its rows in an order, {@code filter(…)} them, or be computed
 * {@code over(…)} a window.
 *
 * @since 0.1.0
 */
public final class Aggregates {

    private Aggregates() {}

    /** Any aggregate by name. */
    public static <T> Aggregate<T> aggregate(String name, SqlType<T> type, Expression<?>... arguments) {
        return Aggregate.of(name, type, arguments);
    }

    /** The texts one after the other, with the separator between them. */
    public static Aggregate<String> stringAgg(Expression<String> value, String separator) {
        return Aggregate.of("string_agg", Types.TEXT, value, new Literal<>(Types.TEXT, separator));
    }

    /** The values as an array, NULLs included; of no row, NULL. */
    public static <T> Aggregate<List<T>> arrayAgg(Expression<T> value) {
        return Aggregate.of("array_agg", value.type().array(), value);
    }

    /** Whether all are true. */
    public static Aggregate<Boolean> boolAnd(Expression<Boolean> value) {
        return Aggregate.of("bool_and", Types.BOOLEAN, value);
    }

    /** Whether any is true. */
    public static Aggregate<Boolean> boolOr(Expression<Boolean> value) {
        return Aggregate.of("bool_or", Types.BOOLEAN, value);
    }

    /** The values as a JSON array; of no row, NULL. */
    public static Aggregate<Json> jsonbAgg(Expression<?> value) {
        return Aggregate.of("jsonb_agg", Types.JSONB, value);
    }

    /** The keys and values as a JSON object; of no row, NULL. */
    public static Aggregate<Json> jsonbObjectAgg(Expression<String> key, Expression<?> value) {
        return Aggregate.of("jsonb_object_agg", Types.JSONB, key, value);
    }

    /** The values as a {@code json} array, which keeps their order of keys and their duplicates; of no row, NULL. */
    public static Aggregate<Json> jsonAgg(Expression<?> value) {
        return Aggregate.of("json_agg", Types.JSON, value);
    }

    /** The keys and values as a {@code json} object; of no row, NULL. */
    public static Aggregate<Json> jsonObjectAgg(Expression<String> key, Expression<?> value) {
        return Aggregate.of("json_object_agg", Types.JSON, key, value);
    }

    /** The standard deviation of the values as a sample; of fewer than two, NULL. */
    public static Aggregate<Double> stddev(Expression<? extends Number> value) {
        return Aggregate.of("stddev_samp", Types.DOUBLE, value.cast(Types.DOUBLE));
    }

    /** The variance of the values as a sample; of fewer than two, NULL. */
    public static Aggregate<Double> variance(Expression<? extends Number> value) {
        return Aggregate.of("var_samp", Types.DOUBLE, value.cast(Types.DOUBLE));
    }

    /** How far two rows of numbers rise and fall together, from -1 to 1. */
    public static Aggregate<Double> corr(Expression<Double> y, Expression<Double> x) {
        return Aggregate.of("corr", Types.DOUBLE, y, x);
    }

    /** The value at this fraction of the order, between two rows where none stands there. */
    public static Aggregate<Double> percentileCont(double fraction, Expression<Double> value) {
        return Aggregate.of("percentile_cont", Types.DOUBLE, fraction(fraction)).withinGroup(value);
    }

    /** The first value at or after this fraction of the order. */
    public static <T> Aggregate<T> percentileDisc(double fraction, Expression<T> value) {
        return Aggregate.of("percentile_disc", value.type(), fraction(fraction)).withinGroup(value);
    }

    private static Expression<Double> fraction(double fraction) {
        return Sql.value(Types.DOUBLE, Arguments.between(0, 1, fraction, "The fraction of a percentile"));
    }

    /** The most frequent value. */
    public static <T> Aggregate<T> mode(Expression<T> value) {
        return Aggregate.of("mode", value.type()).withinGroup(value);
    }

    /** An ordered-set aggregate by name: {@code name(arguments) WITHIN GROUP (ORDER BY term)}. */
    public static <T> Aggregate<T> orderedSet(
            String name, SqlType<T> type, OrderTerm term, Expression<?>... arguments) {
        return Aggregate.of(name, type, arguments).withinGroup(term);
    }

    /** Groups by all, then by all but the last, and so on down to one group of all rows. */
    public static GroupingSets rollup(Expression<?>... expressions) {
        return new GroupingSets(GroupingSets.Kind.ROLLUP, singles(expressions));
    }

    /** Groups by all sets together, then by all but the last, and so on down to one group of all rows. */
    public static GroupingSets rollup(List<List<? extends Expression<?>>> sets) {
        return new GroupingSets(GroupingSets.Kind.ROLLUP, copied(sets));
    }

    /** Groups by every combination of these sets, down to one group of all rows. */
    public static GroupingSets cube(List<List<? extends Expression<?>>> sets) {
        return new GroupingSets(GroupingSets.Kind.CUBE, copied(sets));
    }

    /** Groups by every combination of these, down to one group of all rows. */
    public static GroupingSets cube(Expression<?>... expressions) {
        return new GroupingSets(GroupingSets.Kind.CUBE, singles(expressions));
    }

    /** Groups by each of these sets; by an empty one, all rows are one group. */
    public static GroupingSets groupingSets(List<List<? extends Expression<?>>> sets) {
        return new GroupingSets(GroupingSets.Kind.GROUPING_SETS, copied(sets));
    }

    private static List<List<Expression<?>>> copied(List<List<? extends Expression<?>>> sets) {
        return sets.stream().map(List::<Expression<?>>copyOf).toList();
    }

    private static List<List<Expression<?>>> singles(Expression<?>... expressions) {
        return Arrays.stream(expressions)
                .<List<Expression<?>>>map(expression -> List.of(expression))
                .toList();
    }

    /** Which of these the row's grouping leaves out, as a bit mask, the last of them the lowest bit. */
    public static Aggregate<Integer> grouping(Expression<?>... expressions) {
        return Aggregate.of("grouping", Types.INTEGER, expressions);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Arithmetic;
import io.gino.sql.ColumnClause;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Precedence;
import io.gino.sql.Sql;
import io.gino.sql.TableFunction;
import io.gino.sql.Template;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.List;

/**
 * Arrays. Their elements are counted from 1.
 *
 * @since 0.1.0
 */
public final class ArrayFunctions {

    private ArrayFunctions() {}

    /** The element in this place; NULL when there is none. */
    public static <T> Expression<T> element(Expression<List<T>> array, int place, SqlType<T> type) {
        List<Expression<?>> parts = List.of(array, Sql.value(Types.INTEGER, place));
        return new Template<>(List.of(open(array), close(array) + "[", "]"), parts, type, Precedence.ATOM);
    }

    /** The elements from the first place to the last, both included. */
    public static <T> Expression<List<T>> slice(Expression<List<T>> array, int first, int last) {
        List<Expression<?>> parts = List.of(array, Sql.value(Types.INTEGER, first), Sql.value(Types.INTEGER, last));
        List<String> pieces = List.of(open(array), close(array) + "[", ":", "]");
        return new Template<>(pieces, parts, array.type(), Precedence.ATOM);
    }

    /** Only columns can have a subscript without parentheses; what binds loosely gets its own. */
    private static String open(Expression<?> array) {
        return needsParentheses(array) ? "(" : "";
    }

    private static String close(Expression<?> array) {
        return needsParentheses(array) ? ")" : "";
    }

    private static boolean needsParentheses(Expression<?> array) {
        return !(array instanceof ColumnClause) && array.precedence() == Precedence.ATOM;
    }

    /** Holds each of these elements. */
    public static <T> Condition contains(Expression<List<T>> array, List<T> elements) {
        return contains(array, list(array, elements));
    }

    public static <T> Condition contains(Expression<List<T>> array, Expression<List<T>> elements) {
        return new Comparison(Operator.CONTAINS, array, elements);
    }

    /** Holds no element but these. */
    public static <T> Condition containedBy(Expression<List<T>> array, List<T> elements) {
        return new Comparison(Operator.CONTAINED_BY, array, list(array, elements));
    }

    /** Holds at least one of these elements. */
    public static <T> Condition overlaps(Expression<List<T>> array, List<T> elements) {
        return overlaps(array, list(array, elements));
    }

    public static <T> Condition overlaps(Expression<List<T>> array, Expression<List<T>> elements) {
        return new Comparison(Operator.OVERLAPS, array, elements);
    }

    /** With one more element at the end. */
    public static <T> Expression<List<T>> append(Expression<List<T>> array, T element) {
        return array.concat(List.of(Arguments.required(element)));
    }

    /** With one more element at the beginning. */
    public static <T> Expression<List<T>> prepend(T element, Expression<List<T>> array) {
        Expression<List<T>> first = list(array, List.of(Arguments.required(element)));
        return new Arithmetic<>(Operator.CONCAT, first, array, array.type());
    }

    /** Without the elements that equal this value. */
    public static <T> Expression<List<T>> remove(Expression<List<T>> array, Expression<T> element) {
        return Sql.function("array_remove", array.type(), array, element);
    }

    /** The number of elements; of an empty array, 0. */
    public static Expression<Integer> cardinality(Expression<? extends List<?>> array) {
        return Sql.function("cardinality", Types.INTEGER, array);
    }

    /** The place of the first element that equals the value; NULL when none does. */
    public static <T> Expression<Integer> position(Expression<List<T>> array, Expression<T> element) {
        return Sql.function("array_position", Types.INTEGER, array, element);
    }

    /** The elements, in a table of one column, both named {@code name}; of a column, joined by {@code lateral()}. */
    public static <T> TableFunction unnest(String name, Expression<List<T>> array, SqlType<T> type) {
        return Sql.tableFunction("unnest", name, array).withColumn(name, type);
    }

    /** The elements as text, with the separator between them. */
    public static Expression<String> join(Expression<? extends List<?>> array, String separator) {
        return Sql.function("array_to_string", Types.TEXT, array, Sql.value(Types.TEXT, Arguments.required(separator)));
    }

    private static <T> Expression<List<T>> list(Expression<List<T>> array, List<T> elements) {
        return Sql.value(array.type(), List.copyOf(elements));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.List;

/**
 * The extension ltree: places in a tree, such as {@code Top.Science.Astronomy}. Two in a row are {@code concat}.
 *
 * @since 0.1.0
 */
public final class LtreeFunctions {

    private static final SqlType<String> LQUERY = Types.other("lquery");

    private static final SqlType<String> LTXTQUERY = Types.other("ltxtquery");

    private LtreeFunctions() {}

    /** Lies above the place, or is it. */
    public static Condition ancestorOf(Expression<String> place, String other) {
        return new Comparison(Operator.CONTAINS, place, Sql.value(Types.LTREE, Arguments.required(other)));
    }

    public static Condition ancestorOf(Expression<String> place, Expression<String> other) {
        return new Comparison(Operator.CONTAINS, place, other);
    }

    /** Lies below the place, or is it. */
    public static Condition descendantOf(Expression<String> place, String other) {
        return new Comparison(Operator.CONTAINED_BY, place, Sql.value(Types.LTREE, Arguments.required(other)));
    }

    public static Condition descendantOf(Expression<String> place, Expression<String> other) {
        return new Comparison(Operator.CONTAINED_BY, place, other);
    }

    /** Matches the pattern of labels, such as {@code *.Astronomy.*}. */
    public static Condition matches(Expression<String> place, String lquery) {
        return new Comparison(Operator.MATCHES, place, Sql.value(LQUERY, Arguments.required(lquery)));
    }

    /** Matches at least one of the patterns of labels. */
    public static Condition matchesAny(Expression<String> place, String... lqueries) {
        return new Comparison(Operator.HAS_KEY, place, Sql.value(LQUERY.array(), List.of(lqueries)));
    }

    /** Has the labels that the search wants, anywhere: {@code Europe & Russia*@}. */
    public static Condition searched(Expression<String> place, String ltxtquery) {
        return new Comparison(Operator.SEARCHED, place, Sql.value(LTXTQUERY, Arguments.required(ltxtquery)));
    }

    /** The number of labels. */
    public static Expression<Integer> nlevel(Expression<String> place) {
        return Sql.function("nlevel", Types.INTEGER, place);
    }

    /** The labels from this one on, counted from 0, or from -1 at the end. */
    public static Expression<String> subpath(Expression<String> place, int from) {
        return Sql.function("subpath", Types.LTREE, place, Sql.value(Types.INTEGER, from));
    }

    /** So many labels from this one on, counted from 0; of a negative number, all but so many at the end. */
    public static Expression<String> subpath(Expression<String> place, int from, int count) {
        return Sql.function(
                "subpath", Types.LTREE, place, Sql.value(Types.INTEGER, from), Sql.value(Types.INTEGER, count));
    }

    /** Where the other begins in this, counted from 0; -1 when nowhere. */
    public static Expression<Integer> index(Expression<String> place, Expression<String> other) {
        return Sql.function("index", Types.INTEGER, place, other);
    }

    /** The nearest place above all of them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Expression<String> commonAncestor(Expression<String>... places) {
        return Sql.function("lca", Types.LTREE, places);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Identifier;
import io.gino.sql.Operator;
import io.gino.sql.Precedence;
import io.gino.sql.Sql;
import io.gino.sql.Template;
import io.gino.type.Types;
import java.util.List;

/**
 * Texts: regular expressions, collation and the usual functions.
 *
 * @since 0.1.0
 */
public final class TextFunctions {

    private TextFunctions() {}

    /** Matches the regular expression somewhere. */
    public static Condition matches(Expression<String> value, String regex) {
        return compare(Operator.MATCHES, value, regex);
    }

    /** Matches the regular expression somewhere, letter case apart. */
    public static Condition matchesIgnoreCase(Expression<String> value, String regex) {
        return compare(Operator.MATCHES_IGNORE_CASE, value, regex);
    }

    public static Condition notMatches(Expression<String> value, String regex) {
        return compare(Operator.NOT_MATCHES, value, regex);
    }

    public static Condition notMatchesIgnoreCase(Expression<String> value, String regex) {
        return compare(Operator.NOT_MATCHES_IGNORE_CASE, value, regex);
    }

    private static Condition compare(Operator operator, Expression<String> value, String regex) {
        return new Comparison(operator, value, text(regex));
    }

    /** Matches a pattern that may differ from row to row; see {@link Expression#like}. */
    public static Condition like(Expression<String> value, Expression<String> pattern) {
        return new Comparison(Operator.LIKE, value, pattern);
    }

    /** Matches a pattern that may differ from row to row, letter case apart. */
    public static Condition ilike(Expression<String> value, Expression<String> pattern) {
        return new Comparison(Operator.ILIKE, value, pattern);
    }

    /** Matches a regular expression that may differ from row to row. */
    public static Condition matches(Expression<String> value, Expression<String> regex) {
        return new Comparison(Operator.MATCHES, value, regex);
    }

    /** The text, compared and ordered by the rules of this collation. */
    public static Expression<String> collate(Expression<String> value, String collation) {
        String sql = " COLLATE " + Identifier.of(collation).sql();
        return new Template<>(List.of("", sql), List.of(value), value.type(), Precedence.UNARY);
    }

    /** The number of characters. */
    public static Expression<Integer> length(Expression<String> value) {
        return Sql.function("length", Types.INTEGER, value);
    }

    /** Without the spaces at both ends. */
    public static Expression<String> trim(Expression<String> value) {
        return Sql.function("btrim", Types.TEXT, value);
    }

    /** So many characters from this one on, counted from 1. */
    public static Expression<String> substring(Expression<String> value, int from, int count) {
        return Sql.function(
                "substr",
                Types.TEXT,
                value,
                Sql.value(Types.INTEGER, from),
                Sql.value(Types.INTEGER, Arguments.atLeast(0, count, "The number of characters of a substring")));
    }

    /** Each occurrence of a text replaced by another. */
    public static Expression<String> replace(Expression<String> value, String old, String replacement) {
        return Sql.function("replace", Types.TEXT, value, text(old), text(replacement));
    }

    /** What matches the regular expression replaced; of several flags, {@code g} replaces every match. */
    public static Expression<String> regexpReplace(
            Expression<String> value, String regex, String replacement, String flags) {
        return Sql.function("regexp_replace", Types.TEXT, value, text(regex), text(replacement), text(flags));
    }

    /** The part of this number, from 1, between separators. */
    public static Expression<String> splitPart(Expression<String> value, String separator, int part) {
        return Sql.function("split_part", Types.TEXT, value, text(separator), Sql.value(Types.INTEGER, part));
    }

    private static Expression<String> text(String value) {
        return Sql.value(Types.TEXT, Arguments.required(value));
    }
}

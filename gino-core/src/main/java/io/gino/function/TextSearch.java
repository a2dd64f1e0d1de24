/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Arithmetic;
import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;

/**
 * Full-text search. The configuration, such as {@code english}, names the language of the texts; both sides of a search
 * need the same. Two documents in a row are {@code concat}. A column for documents is of type {@link Types#TSVECTOR}.
 *
 * @since 0.1.0
 */
public final class TextSearch {

    private static final SqlType<String> REGCONFIG = SqlType.of("regconfig", String.class);

    private TextSearch() {}

    /** The text made ready to be searched. */
    public static Expression<String> toTsvector(String configuration, Expression<String> text) {
        return Sql.function("to_tsvector", Types.TSVECTOR, configuration(configuration), text);
    }

    /** With this weight, from A, the heaviest, to D. */
    public static Expression<String> setWeight(Expression<String> vector, Weight weight) {
        Expression<String> letter = Sql.template("'" + weight + "'", SqlType.of("\"char\"", String.class));
        return Sql.function("setweight", Types.TSVECTOR, vector, letter);
    }

    /** How much a part of a document counts. */
    public enum Weight {
        A,
        B,
        C,
        D
    }

    /** A search as people type it: quotes, {@code or} and {@code -} have their usual meaning, and nothing is an error. */
    public static Expression<String> websearchToTsquery(String configuration, String search) {
        return query("websearch_to_tsquery", configuration, search);
    }

    /** A search for all words of the text. */
    public static Expression<String> plaintoTsquery(String configuration, String search) {
        return query("plainto_tsquery", configuration, search);
    }

    /** A search for the words of the text, one after the other. */
    public static Expression<String> phrasetoTsquery(String configuration, String search) {
        return query("phraseto_tsquery", configuration, search);
    }

    /** A search in PostgreSQL's own notation, such as {@code fat & (rat | cat:*)}; anything else is an error there. */
    public static Expression<String> toTsquery(String configuration, String search) {
        return query("to_tsquery", configuration, search);
    }

    /** A search for what both find. */
    public static Expression<String> and(Expression<String> query, Expression<String> other) {
        return new Arithmetic<>(Operator.OVERLAPS, query, other, Types.TSQUERY);
    }

    /** A search for what at least one of them finds. */
    public static Expression<String> or(Expression<String> query, Expression<String> other) {
        return new Arithmetic<>(Operator.CONCAT, query, other, Types.TSQUERY);
    }

    /** A search for what this one does not find. */
    public static Expression<String> not(Expression<String> query) {
        return Sql.operator("!!", query, Types.TSQUERY);
    }

    /** A search for what the first finds, and the second right behind it. */
    public static Expression<String> followedBy(Expression<String> query, Expression<String> next) {
        return new Arithmetic<>(Operator.DISTANCE, query, next, Types.TSQUERY);
    }

    /** The document without the places and weights of its words. */
    public static Expression<String> strip(Expression<String> vector) {
        return Sql.function("strip", Types.TSVECTOR, vector);
    }

    private static Expression<String> query(String function, String configuration, String search) {
        return Sql.function(function, Types.TSQUERY, configuration(configuration), text(search));
    }

    /** Whether the document is one that the search finds. */
    public static Condition found(Expression<String> vector, Expression<String> query) {
        return new Comparison(Operator.FITS, vector, query);
    }

    /** How well the document fits the search, greater for better. */
    public static Expression<Float> rank(Expression<String> vector, Expression<String> query) {
        return Sql.function("ts_rank", Types.REAL, vector, query);
    }

    /** How well the document fits the search, where words close to each other count more. */
    public static Expression<Float> rankByDistance(Expression<String> vector, Expression<String> query) {
        return Sql.function("ts_rank_cd", Types.REAL, vector, query);
    }

    /** The parts of the text that the search finds, with the words in bold. */
    public static Expression<String> headline(String configuration, Expression<String> text, Expression<String> query) {
        return Sql.function("ts_headline", Types.TEXT, configuration(configuration), text, query);
    }

    /** The parts of the text that the search finds, marked as the options say: {@code StartSel=<i>, StopSel=</i>}. */
    public static Expression<String> headline(
            String configuration, Expression<String> text, Expression<String> query, String options) {
        return Sql.function("ts_headline", Types.TEXT, configuration(configuration), text, query, text(options));
    }

    /** A name that the program writes, so that an index over the function is found. */
    private static Expression<String> configuration(String name) {
        return Sql.literal(Types.TEXT, Arguments.required(name)).cast(REGCONFIG);
    }

    private static Expression<String> text(String value) {
        return Sql.value(Types.TEXT, Arguments.required(value));
    }
}

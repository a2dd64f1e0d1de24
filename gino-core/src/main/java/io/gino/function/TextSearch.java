package io.gino.function;

import io.gino.sql.Comparison;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;

/**
 * Full-text search. The configuration, such as {@code english}, names the language of the texts; both sides of a search
 * need the same.
 */
public final class TextSearch {

    /** Documents made ready to be searched; a column of this type can have a GIN index. */
    public static final SqlType<String> TSVECTOR = SqlType.of("tsvector", String.class);

    private static final SqlType<String> TSQUERY = SqlType.of("tsquery", String.class);

    private static final SqlType<String> REGCONFIG = SqlType.of("regconfig", String.class);

    private TextSearch() {}

    /** The text made ready to be searched. */
    public static Expression<String> toTsvector(String configuration, Expression<String> text) {
        return Sql.function("to_tsvector", TSVECTOR, configuration(configuration), text);
    }

    /** With this weight, from A, the heaviest, to D. */
    public static Expression<String> setWeight(Expression<String> vector, Weight weight) {
        Expression<String> letter = Sql.template("'" + weight + "'", SqlType.of("\"char\"", String.class));
        return Sql.function("setweight", TSVECTOR, vector, letter);
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

    private static Expression<String> query(String function, String configuration, String search) {
        return Sql.function(function, TSQUERY, configuration(configuration), text(search));
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

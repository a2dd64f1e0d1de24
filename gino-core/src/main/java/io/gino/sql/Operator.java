/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * PostgreSQL's binary operators: how each is written and how tightly it binds.
 *
 * @since 0.1.0
 */
public enum Operator {
    EQ("=", Precedence.COMPARISON),
    NE("<>", Precedence.COMPARISON),
    LT("<", Precedence.COMPARISON),
    LE("<=", Precedence.COMPARISON),
    GT(">", Precedence.COMPARISON),
    GE(">=", Precedence.COMPARISON),
    IS_DISTINCT_FROM("IS DISTINCT FROM", Precedence.IS),
    IS_NOT_DISTINCT_FROM("IS NOT DISTINCT FROM", Precedence.IS),
    LIKE("LIKE", Precedence.MEMBERSHIP),
    NOT_LIKE("NOT LIKE", Precedence.MEMBERSHIP),
    ILIKE("ILIKE", Precedence.MEMBERSHIP),
    NOT_ILIKE("NOT ILIKE", Precedence.MEMBERSHIP),
    CONTAINS("@>", Precedence.OTHER),
    CONTAINED_BY("<@", Precedence.OTHER),
    OVERLAPS("&&", Precedence.OTHER),
    MATCHES("~", Precedence.OTHER),
    MATCHES_IGNORE_CASE("~*", Precedence.OTHER),
    NOT_MATCHES("!~", Precedence.OTHER),
    NOT_MATCHES_IGNORE_CASE("!~*", Precedence.OTHER),
    HAS_KEY("?", Precedence.OTHER),
    HAS_ANY_KEY("?|", Precedence.OTHER),
    HAS_ALL_KEYS("?&", Precedence.OTHER),
    PATH_EXISTS("@?", Precedence.OTHER),
    FITS("@@", Precedence.OTHER),
    /** Of ranges, before all of the other; of bits, shifted; of addresses, within a network. */
    LEFT_OF("<<", Precedence.OTHER),
    RIGHT_OF(">>", Precedence.OTHER),
    NOT_RIGHT_OF("&<", Precedence.OTHER),
    NOT_LEFT_OF("&>", Precedence.OTHER),
    ADJACENT("-|-", Precedence.OTHER),
    WITHIN_OR_EQUAL("<<=", Precedence.OTHER),
    CONTAINS_OR_EQUAL(">>=", Precedence.OTHER),
    SEARCHED("@", Precedence.OTHER),
    BIT_AND("&", Precedence.OTHER),
    BIT_OR("|", Precedence.OTHER),
    BIT_XOR("#", Precedence.OTHER),
    DISTANCE("<->", Precedence.OTHER),
    NEGATIVE_INNER_PRODUCT("<#>", Precedence.OTHER),
    COSINE_DISTANCE("<=>", Precedence.OTHER),
    TAXICAB_DISTANCE("<+>", Precedence.OTHER),
    PLUS("+", Precedence.ADDITIVE),
    MINUS("-", Precedence.ADDITIVE),
    TIMES("*", Precedence.MULTIPLICATIVE),
    DIVIDE("/", Precedence.MULTIPLICATIVE),
    MODULO("%", Precedence.MULTIPLICATIVE),
    CONCAT("||", Precedence.OTHER),
    JSON_GET("->", Precedence.OTHER),
    JSON_TEXT("->>", Precedence.OTHER),
    JSON_PATH("#>", Precedence.OTHER),
    JSON_PATH_TEXT("#>>", Precedence.OTHER),
    DELETE_PATH("#-", Precedence.OTHER);

    private final String symbol;
    private final String infix;
    private final Precedence precedence;

    Operator(String symbol, Precedence precedence) {
        this.symbol = symbol;
        this.infix = " " + symbol + " ";
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    /** The symbol as it stands between two operands. */
    public String infix() {
        return infix;
    }

    public Precedence precedence() {
        return precedence;
    }
}

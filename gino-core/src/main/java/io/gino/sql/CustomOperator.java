/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import java.util.List;
import java.util.Set;

/** Operators by their symbols, checked by PostgreSQL's rules for them, so that a symbol is never anything else. */
final class CustomOperator {

    private static final String CHARACTERS = "+-*/<>=~!@#%^&|`?";

    /** A symbol with one of these may end in plus or minus. */
    private static final String SPECIAL = "~!@#%^&|`?";

    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");

    private CustomOperator() {}

    static <T> Expression<T> apply(Expression<?> left, String symbol, Expression<?> right, SqlType<T> type) {
        Precedence precedence = COMPARISONS.contains(symbol) ? Precedence.COMPARISON : Precedence.OTHER;
        return new Template<>(List.of("", " " + sql(symbol) + " ", ""), List.of(left, right), type, precedence);
    }

    static <T> Expression<T> apply(String symbol, Expression<?> operand, SqlType<T> type) {
        return new Template<>(List.of(sql(symbol) + " ", ""), List.of(operand), type, Precedence.OTHER);
    }

    /** The symbol itself; after a schema, {@code OPERATOR(schema.symbol)}. */
    private static String sql(String symbol) {
        int dot = symbol.lastIndexOf('.');
        require(symbol.substring(dot + 1));
        return dot < 0
                ? symbol
                : "OPERATOR(" + Identifier.of(symbol.substring(0, dot)).sql() + symbol.substring(dot) + ")";
    }

    private static void require(String symbol) {
        boolean known = !symbol.isEmpty()
                && symbol.length() <= Identifier.MAX_BYTES
                && symbol.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0);
        boolean comment = symbol.contains("--") || symbol.contains("/*");
        boolean sign = symbol.length() > 1
                && (symbol.endsWith("+") || symbol.endsWith("-"))
                && symbol.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
        if (!known || comment || sign || symbol.equals("=>")) {
            throw new StatementException("PostgreSQL has no operator '" + symbol
                    + "': operators are made of 1 to 63 of the characters " + CHARACTERS
                    + ", hold no comment, and end in + or - only beside one of " + SPECIAL + ".");
        }
    }
}

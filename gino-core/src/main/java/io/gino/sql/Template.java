/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * SQL that this language has no word for, with expressions in the places {@code {0}}, {@code {1}}, … Strings, quoted
 * names and comments have no places. The text is the program's own; values belong in the arguments.
 *
 * @param pieces the text between the places: one more than there are arguments
 * @param precedence how tightly the whole binds; loosest, and so in parentheses, unless known better
 * @since 0.1.0
 */
public record Template<T>(List<String> pieces, List<Expression<?>> arguments, SqlType<T> type, Precedence precedence)
        implements Expression<T> {

    public Template {
        pieces = List.copyOf(pieces);
        arguments = List.copyOf(arguments);
        pieces.forEach(Quoted::requireNoNul);
    }

    static <T> Template<T> parse(String text, SqlType<T> type, List<Expression<?>> arguments) {
        List<String> pieces = new ArrayList<>();
        List<Expression<?>> placed = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int end = placeEnd(text, at);
            if (end > at) {
                pieces.add(text.substring(from, at));
                placed.add(argument(text, text.substring(at + 1, end - 1), arguments));
                from = end;
                at = end;
            } else {
                at = Math.max(Quoted.end(text, at), at + 1);
            }
        }
        if (arguments.stream().anyMatch(argument -> !placed.contains(argument))) {
            throw new StatementException("The template \"" + text + "\" has " + arguments.size()
                    + " arguments, and does not use them all. Write {0}, {1}, … where they belong.");
        }
        pieces.add(text.substring(from));
        return new Template<>(pieces, placed, type, Precedence.OR);
    }

    /** Where the place that begins at this position ends; the position itself when none begins there. */
    private static int placeEnd(String text, int at) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean place = text.charAt(at) == '{' && end > at + 1 && end < text.length() && text.charAt(end) == '}';
        return place ? end + 1 : at;
    }

    private static Expression<?> argument(String text, String number, List<Expression<?>> arguments) {
        int index = number.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(number);
        if (index >= arguments.size()) {
            throw new StatementException(
                    "The template \"" + text + "\" names {" + number + "} and has " + arguments.size() + " arguments.");
        }
        return arguments.get(index);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.template(this);
    }
}

package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * SQL that this language has no word for, with expressions in the places {@code {0}}, {@code {1}}, … The text is the
 * program's own; values belong in the arguments.
 *
 * @param pieces the text between the places: one more than there are arguments
 * @param precedence how tightly the whole binds; loosest, and so in parentheses, unless known better
 */
public record Template<T>(List<String> pieces, List<Expression<?>> arguments, SqlType<T> type, Precedence precedence)
        implements Expression<T> {

    public Template {
        pieces = List.copyOf(pieces);
        arguments = List.copyOf(arguments);
    }

    static <T> Template<T> parse(String text, SqlType<T> type, List<Expression<?>> arguments) {
        List<String> pieces = new ArrayList<>();
        List<Expression<?>> placed = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            String number = close < 0 ? "" : text.substring(open + 1, close);
            if (number.isEmpty() || !number.chars().allMatch(Character::isDigit)) {
                continue;
            }
            pieces.add(text.substring(from, open));
            placed.add(argument(text, number, arguments));
            from = close + 1;
        }
        if (arguments.stream().anyMatch(argument -> !placed.contains(argument))) {
            throw new StatementException("The template \"" + text + "\" has " + arguments.size()
                    + " arguments, and does not use them all. Write {0}, {1}, … where they belong.");
        }
        pieces.add(text.substring(from));
        return new Template<>(pieces, placed, type, Precedence.OR);
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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.ClientInputException;
import io.gino.error.StatementException;
import io.gino.error.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders that clients may ask for, by names of your choosing: {@code name,-created} is by name, and then by created,
 * the greatest first. Only what is listed here can be ordered by, whatever a client sends.
 *
 * @since 0.1.0
 */
public final class Orderings {

    private final Map<String, Expression<?>> expressionsByName;

    private Orderings(Map<String, Expression<?>> expressionsByName) {
        this.expressionsByName = expressionsByName;
    }

    /**
     * What can be ordered by, and under which names, which messages list in the order of the map.
     *
     * @throws StatementException when there is nothing, or a name that no client could ask for
     */
    public static Orderings of(Map<String, ? extends Expression<?>> expressionsByName) {
        if (expressionsByName.isEmpty()) {
            throw new StatementException("Orderings need at least one name to order by.");
        }
        for (String name : expressionsByName.keySet()) {
            if (!name.equals(name.strip()) || name.isEmpty() || name.startsWith("-") || name.contains(",")) {
                throw new StatementException("Rows cannot be ordered by the name '" + name
                        + "': it is empty, begins with '-', or holds a comma or spaces around it.");
            }
        }
        return new Orderings(Collections.unmodifiableMap(new LinkedHashMap<>(expressionsByName)));
    }

    /**
     * The order that a client asks for; of blank text, none.
     *
     * @param text names with commas between them; a {@code -} before a name is for descending
     * @throws StatementException when a name is not one of these, or comes twice
     */
    public List<OrderTerm> parse(String text) {
        Map<String, OrderTerm> terms = new LinkedHashMap<>();
        if (text.isBlank()) {
            return List.of();
        }
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            boolean descending = name.startsWith("-");
            String plain = descending ? name.substring(1) : name;
            Expression<?> expression = require(plain);
            if (terms.put(plain, descending ? expression.desc() : expression) != null) {
                throw new ClientInputException("The order names '" + plain + "' twice.");
            }
        }
        return new ArrayList<>(terms.values());
    }

    private Expression<?> require(String name) {
        Expression<?> expression = expressionsByName.get(name);
        if (expression == null) {
            throw new ClientInputException("The list of orders has no '" + name + "'. "
                    + Wording.didYouMean(name, expressionsByName.keySet()));
        }
        return expression;
    }

    /** The names that can be asked for. */
    public List<String> names() {
        return List.copyOf(expressionsByName.keySet());
    }
}

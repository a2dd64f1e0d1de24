/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import java.util.List;

/**
 * Any or all of several values, as what another value is compared with. No value itself: it stands nowhere else.
 *
 * @since 0.1.0
 */
@SuppressWarnings("UnusedTypeParameter") // it says what can be compared with the values
public record Quantified<T>(Quantifier quantifier, Expression<?> elements, boolean isQuery) {

    /** How many of the comparisons must be true. */
    public enum Quantifier {
        ANY,
        ALL
    }

    static <T> Quantified<T> of(Quantifier quantifier, Expression<List<T>> array) {
        boolean likeQuery = array instanceof ScalarQuery; // which would be taken for the rows to compare with
        return new Quantified<>(quantifier, likeQuery ? array.cast(array.type()) : array, false);
    }

    static <T> Quantified<T> of(Quantifier quantifier, Query<? extends T> query) {
        return new Quantified<>(quantifier, query.asValue(), true);
    }

    Condition compared(Expression<?> left, Operator operator) {
        return new QuantifiedComparison(operator, left, this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.sql.ColumnClause;
import io.gino.sql.Expression;
import io.gino.sql.OrderTerm;
import io.gino.sql.Ordering;
import java.util.List;
import java.util.Optional;

/**
 * Which rows are one instance.
 *
 * @param distinct the places of the columns that tell; none for each row its own
 * @param inGroups whether the rows of one instance follow each other
 */
record Identity(List<Integer> distinct, boolean inGroups) {

    Identity {
        distinct = List.copyOf(distinct);
    }

    /**
     * What to add to an order so that rows with equal values in some columns follow each other; empty when the order can
     * tear them apart.
     *
     * @param telling those columns
     * @param settled the columns that have one value wherever these have
     */
    static Optional<List<OrderTerm>> inGroupsBy(
            List<OrderTerm> order, List<ColumnClause<?>> telling, List<? extends ColumnClause<?>> settled) {
        List<Expression<?>> terms =
                order.stream().<Expression<?>>map(Identity::expression).toList();
        List<OrderTerm> more = telling.stream()
                .filter(column -> !terms.contains(column))
                .<OrderTerm>map(column -> column)
                .toList();
        return settled.containsAll(terms) ? Optional.of(more) : Optional.empty();
    }

    private static Expression<?> expression(OrderTerm term) {
        return term instanceof Ordering ordering ? ordering.expression() : (Expression<?>) term;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;

/**
 * A function of the rows around each row.
 *
 * @since 0.1.0
 */
public record Over<T>(Expression<?> function, Window window, SqlType<T> type) implements Expression<T> {

    public Over {
        if (function instanceof Aggregate<?> aggregate) {
            requirePlain(aggregate);
        } else if (!(function instanceof FunctionCall)) {
            throw new StatementException("Only a function can be computed OVER a window; got " + function + ".");
        }
    }

    private static void requirePlain(Aggregate<?> aggregate) {
        if (aggregate.isDistinct() || !aggregate.orderBy().isEmpty()) {
            throw new StatementException("PostgreSQL cannot compute " + aggregate.resultName() + " OVER a window with "
                    + (aggregate.isDistinct() ? "DISTINCT" : "an order of its own")
                    + ". Give the window the order, or aggregate in a sub-query.");
        }
    }

    @Override
    public String resultName() {
        return function.resultName();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.over(this);
    }
}

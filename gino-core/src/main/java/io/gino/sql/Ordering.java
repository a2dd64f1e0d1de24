/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * An expression to order by, with its direction and the place of NULLs.
 *
 * @since 0.1.0
 */
public record Ordering(Expression<?> expression, Direction direction, Nulls nulls) implements OrderTerm {

    /** Which way to order. */
    public enum Direction {
        ASC,
        DESC
    }

    /** Where NULLs come; by default last when ascending, first when descending. */
    public enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }

    public Ordering nullsFirst() {
        return new Ordering(expression, direction, Nulls.FIRST);
    }

    public Ordering nullsLast() {
        return new Ordering(expression, direction, Nulls.LAST);
    }
}

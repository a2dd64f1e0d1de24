/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ORDER BY, LIMIT and OFFSET.
 *
 * @param limit at most so many rows; null for all
 * @param withTies whether rows that are equal in order to the last one come as well
 * @param isAfterRow whether the page begins after a certain row, which settles the order
 * @since 0.1.0
 */
public record Paging(
        List<OrderTerm> orderBy,
        @Nullable Bind<Long> limit,
        boolean withTies,
        @Nullable Bind<Long> offset,
        boolean isAfterRow) {

    static final Paging NONE = new Paging(List.of(), null, false, null, false);

    public Paging {
        orderBy = List.copyOf(orderBy);
    }

    Paging orderBy(List<? extends OrderTerm> terms) {
        if (isAfterRow) {
            throw new StatementException(
                    "The page begins after a row by the order that it has; call orderBy(…) first.");
        }
        return new Paging(orderBy.isEmpty() ? List.copyOf(terms) : with(terms), limit, withTies, offset, false);
    }

    private List<OrderTerm> with(List<? extends OrderTerm> more) {
        List<OrderTerm> all = new ArrayList<>(orderBy);
        all.addAll(more);
        return all;
    }

    Paging inOrder(List<OrderTerm> terms) {
        return new Paging(terms, limit, withTies, offset, false);
    }

    Paging limit(long rows, boolean ties) {
        return new Paging(orderBy, count("LIMIT", rows), ties, offset, isAfterRow);
    }

    Paging offset(long rows) {
        return new Paging(orderBy, limit, withTies, count("OFFSET", rows), isAfterRow);
    }

    Paging afterRow() {
        return new Paging(orderBy, limit, withTies, offset, true);
    }

    private static Bind<Long> count(String clause, long rows) {
        if (rows < 0) {
            throw new StatementException(clause + " cannot be negative; got " + rows + ".");
        }
        return new Bind<>(Types.BIGINT, rows);
    }

    /** Whether there is an order or a limit at all. */
    public boolean isNone() {
        return orderBy.isEmpty() && limit == null && offset == null;
    }
}

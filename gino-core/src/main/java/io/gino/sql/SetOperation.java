/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.RowReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of two queries put together. Its columns are those of the first.
 *
 * @param <R> what each row is read as
 * @since 0.1.0
 */
public final class SetOperation<R> implements Query<R> {

    private final Kind kind;
    private final Query<?> left;
    private final Query<?> right;
    private final Paging paging;
    private final RowReader<R> reader;

    private SetOperation(Kind kind, Query<?> left, Query<?> right, Paging paging, RowReader<R> reader) {
        this.kind = kind;
        this.left = left;
        this.right = right;
        this.paging = paging;
        this.reader = reader;
    }

    /** Which rows stay. */
    public enum Kind {
        UNION,
        UNION_ALL,
        INTERSECT,
        INTERSECT_ALL,
        EXCEPT,
        EXCEPT_ALL;

        /** The keyword. */
        public String sql() {
            return name().replace('_', ' ');
        }
    }

    static <R> SetOperation<R> of(Kind kind, Query<R> left, Query<?> right) {
        if (left.columns().size() != right.columns().size()) {
            throw new StatementException(kind.sql() + " needs queries of as many columns; the first has "
                    + left.columns().size() + ", the second " + right.columns().size() + ".");
        }
        return new SetOperation<>(kind, left, right, Paging.NONE, left.reader());
    }

    /** The order of all rows, by columns of the first query; called again, the further terms come after. */
    public SetOperation<R> orderBy(OrderTerm... terms) {
        return orderBy(List.of(terms));
    }

    /** The order of all rows, by columns of the first query, such as one of {@link Orderings}. */
    public SetOperation<R> orderBy(List<? extends OrderTerm> terms) {
        return paging(paging.orderBy(terms));
    }

    /** At most this many rows. */
    public SetOperation<R> limit(long rows) {
        return paging(paging.limit(rows, false));
    }

    /** At most this many rows, and those that are equal in order to the last of them. */
    public SetOperation<R> limitWithTies(long rows) {
        return paging(paging.limit(rows, true));
    }

    /** Without the first rows, this many. */
    public SetOperation<R> offset(long rows) {
        return paging(paging.offset(rows));
    }

    /**
     * Only rows that come after the one with these values, one for each term of the order; give the order first.
     *
     * @throws StatementException when there is no order, or a value does not fit its term
     */
    public Select<R> after(@Nullable Object... values) {
        return asSelect().after(values);
    }

    /**
     * Only rows that come after the one that {@link #pageToken} was made of.
     *
     * @throws StatementException when the token is of another order, or damaged
     */
    public Select<R> afterToken(String token) {
        return asSelect().afterToken(token);
    }

    /** The values of a row, one for each term of the order, as text that a client can keep; it is safe in URLs. */
    public String pageToken(@Nullable Object... values) {
        return asSelect().pageToken(values);
    }

    /** The same rows in the same order, as a query that can have conditions. */
    private Select<R> asSelect() {
        Subquery rows = new SetOperation<>(kind, left, right, Paging.NONE, reader).asTable("united");
        List<OrderTerm> order = new ArrayList<>();
        for (OrderTerm term : paging.orderBy()) {
            if (term instanceof Ordering ordering) {
                order.add(new Ordering(column(rows, ordering.expression()), ordering.direction(), ordering.nulls()));
            } else if (term instanceof Expression<?> expression) {
                order.add(column(rows, expression));
            }
        }
        return Select.of(rows.columns(), reader).from(rows).paging(paging.inOrder(order));
    }

    private Expression<?> column(Subquery rows, Expression<?> term) {
        return rows.columns().get(place(term) - 1);
    }

    /**
     * Where the rows have what the order names, counted from 1: what is put together goes by its number only.
     *
     * @throws StatementException when the first query does not select it
     */
    public int place(Expression<?> term) {
        int index = columns().indexOf(term);
        if (index < 0) {
            throw new StatementException(
                    kind.sql() + " can be ordered by columns of its first query only; " + term + " is none of them.");
        }
        return index + 1;
    }

    private SetOperation<R> paging(Paging changed) {
        return new SetOperation<>(kind, left, right, changed, reader);
    }

    @Override
    public <X> SetOperation<X> read(RowReader<X> other) {
        return new SetOperation<>(kind, left, right, paging, other);
    }

    /** The same query, each row made into a record by the names of its components. */
    public <X> SetOperation<X> into(Class<X> target) {
        return read(RowReader.into(target, columns()));
    }

    public Kind kind() {
        return kind;
    }

    public Query<?> left() {
        return left;
    }

    public Query<?> right() {
        return right;
    }

    public Paging paging() {
        return paging;
    }

    @Override
    public List<Expression<?>> columns() {
        return left.columns();
    }

    @Override
    public RowReader<R> reader() {
        return reader;
    }

    @Override
    public String toString() {
        return StatementPrinter.toString(this);
    }
}

package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.RowReader;
import java.util.List;

/**
 * The rows of two queries put together. Its columns are those of the first.
 *
 * @param <R> what each row is read as
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
        return paging(paging.orderBy(terms));
    }

    /** At most this many rows. */
    public SetOperation<R> limit(long rows) {
        return paging(paging.limit(rows, false));
    }

    /** Without the first rows, this many. */
    public SetOperation<R> offset(long rows) {
        return paging(paging.offset(rows));
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
        return read(RowReader.into(target));
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

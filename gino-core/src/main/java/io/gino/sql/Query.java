/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.row.RowReader;
import io.gino.type.SqlType;
import java.util.List;

/**
 * A statement that only reads: one that can stand inside another, as a table, as a value, or joined to another by
 * {@code UNION} and its kind.
 *
 * @param <R> what each row is read as
 * @since 0.1.0
 */
public sealed interface Query<R> extends Statement<R> permits Select, SetOperation, Values {

    /** What each row consists of. */
    List<Expression<?>> columns();

    @Override
    <X> Query<X> read(RowReader<X> reader);

    /** This query as a table under a name, its columns under these names when there are any. */
    default Subquery asTable(String name, String... columnNames) {
        return new Subquery(this, Identifier.of(name), NamedSource.renamed(columns(), columnNames));
    }

    /** This query as a table that is computed once for the whole statement: {@code WITH name AS (…)}. */
    default CommonTable asCommonTable(String name, String... columnNames) {
        return CommonTable.of(name, this, columns(), columnNames);
    }

    /** This query of one column as a value; of no row, NULL. */
    @SuppressWarnings("unchecked") // a query of one column is read as that column's type unless told otherwise
    default ScalarQuery<R> asValue() {
        if (columns().size() != 1) {
            throw new StatementException("A query used as a value needs exactly one column; this one has "
                    + columns().size() + ".");
        }
        return new ScalarQuery<>(this, (SqlType<R>) columns().get(0).type());
    }

    /** The rows, read by {@code COPY}. Its values are written into the SQL: COPY takes no binds. */
    default Copy.Out copyOut() {
        return Copy.Out.of(this);
    }

    /** The rows of both, each once. */
    default SetOperation<R> union(Query<?> other) {
        return SetOperation.of(SetOperation.Kind.UNION, this, other);
    }

    /** The rows of both, one after the other as often as they come. */
    default SetOperation<R> unionAll(Query<?> other) {
        return SetOperation.of(SetOperation.Kind.UNION_ALL, this, other);
    }

    /** The rows that both have, each once. */
    default SetOperation<R> intersect(Query<?> other) {
        return SetOperation.of(SetOperation.Kind.INTERSECT, this, other);
    }

    /** The rows that both have, as often as both have them. */
    default SetOperation<R> intersectAll(Query<?> other) {
        return SetOperation.of(SetOperation.Kind.INTERSECT_ALL, this, other);
    }

    /** The rows of this that the other does not have, each once. */
    default SetOperation<R> except(Query<?> other) {
        return SetOperation.of(SetOperation.Kind.EXCEPT, this, other);
    }

    /** The rows of this, less those of the other as often as it has them. */
    default SetOperation<R> exceptAll(Query<?> other) {
        return SetOperation.of(SetOperation.Kind.EXCEPT_ALL, this, other);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.RowReader;
import java.util.function.Function;

/**
 * Something that PostgreSQL can run. Statements are values: each method of theirs gives a new statement, and none knows
 * an engine. {@code toString()} is the SQL.
 *
 * @param <R> what each row that it returns is read as
 * @since 0.1.0
 */
public sealed interface Statement<R>
        permits Query, Insert, Update, Delete, Merge, Truncate, Explain, Text, BakedClause {

    /** Reads what the statement returns. */
    RowReader<R> reader();

    /** The same statement, what it returns read by {@code reader}. */
    <X> Statement<X> read(RowReader<X> reader);

    /** The statement handed to a verb, so that a chain can end in it: {@code select(…).from(…).as(db::all)}. */
    default <X> X as(Function<? super Statement<R>, X> verb) {
        return verb.apply(this);
    }
}

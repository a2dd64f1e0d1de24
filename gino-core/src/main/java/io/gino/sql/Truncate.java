/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.Row;
import io.gino.row.RowReader;

/**
 * The removal of all rows of a table at once.
 *
 * @param restartsIdentity whether the numbering of its rows begins anew
 * @param cascades whether all tables that refer to it are emptied too
 * @since 0.1.0
 */
public record Truncate<R>(TableClause table, boolean restartsIdentity, boolean cascades, RowReader<R> reader)
        implements Statement<R> {

    static Truncate<Row> of(TableClause table) {
        return new Truncate<>(table, false, false, RowReader.ROWS);
    }

    /** With the numbering of its rows begun anew. */
    public Truncate<R> restartIdentity() {
        return new Truncate<>(table, true, cascades, reader);
    }

    /** With all tables that refer to it. */
    public Truncate<R> cascade() {
        return new Truncate<>(table, restartsIdentity, true, reader);
    }

    @Override
    public <X> Truncate<X> read(RowReader<X> other) {
        return new Truncate<>(table, restartsIdentity, cascades, other);
    }

    @Override
    public String toString() {
        return StatementPrinter.toString(this);
    }
}

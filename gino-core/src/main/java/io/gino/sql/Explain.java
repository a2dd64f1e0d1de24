/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.FirstColumn;
import io.gino.row.RowReader;
import io.gino.type.Types;

/**
 * How PostgreSQL would run a statement, a line for each row.
 *
 * @param analyze whether it is run, to tell how long each step takes
 * @since 0.1.0
 */
public record Explain<R>(Statement<?> statement, boolean analyze, RowReader<R> reader) implements Statement<R> {

    static Explain<String> of(Statement<?> statement, boolean analyze) {
        return new Explain<>(statement, analyze, new FirstColumn<>(Types.TEXT));
    }

    @Override
    public <X> Explain<X> read(RowReader<X> other) {
        return new Explain<>(statement, analyze, other);
    }

    @Override
    public String toString() {
        return StatementPrinter.toString(this);
    }
}

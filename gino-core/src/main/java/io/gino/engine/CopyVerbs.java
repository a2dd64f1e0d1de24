/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.sql.ColumnClause;
import io.gino.sql.Statement;
import io.gino.sql.TableClause;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * PostgreSQL's COPY: the fastest way for many rows into a table, and out of a query.
 *
 * @since 0.1.0
 */
public interface CopyVerbs {

    /**
     * Stores any number of rows by one COPY, in bounded memory: rows are asked for as fast as the server takes them. All
     * are stored or none: an error among them, or in the database, fails the COPY, and so does cancelling it.
     *
     * <p>The rows are asked for by the thread of the connection and outside of the scope of this call: what they read from
     * the database comes over another connection, since this one is busy.
     *
     * @param columns the columns to fill; the others get their defaults
     * @param rows the values of each row, in the order of the columns; null is NULL, not the column's default
     */
    Mono<Status> copyIn(
            TableClause table,
            List<? extends ColumnClause<?>> columns,
            Publisher<? extends List<? extends @Nullable Object>> rows);

    /**
     * What a statement returns, row by row as COPY writes it, without line ends: text as it is, ready for a file or a
     * response. On a connection of its own it is read as fast as it is asked for; in a transaction or on an acquired
     * connection it is read ahead, so that other statements can follow.
     *
     * @param statement a query, or a statement with returned columns; its values are written into the SQL as literals,
     *     because COPY takes no binds
     */
    Flux<String> copyOut(Statement<?> statement, CopyFormat format);

    /** The same as {@link CopyFormat#CSV}. */
    default Flux<String> copyOut(Statement<?> statement) {
        return copyOut(statement, CopyFormat.CSV);
    }
}

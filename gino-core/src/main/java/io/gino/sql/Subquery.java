/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import java.util.List;

/**
 * A query used as a table, under a name.
 *
 * @since 0.1.0
 */
public final class Subquery extends NamedSource {

    private final Query<?> query;

    Subquery(Query<?> query, Identifier identifier, List<Expression<?>> columns) {
        super(identifier, columns);
        this.query = query;
    }

    public Query<?> query() {
        return query;
    }

    /** This for each row of what stands before it in FROM, whose columns it may use. */
    public Lateral lateral() {
        return new Lateral(this);
    }
}

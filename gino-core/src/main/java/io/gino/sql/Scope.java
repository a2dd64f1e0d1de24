/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;

/**
 * Which rows UPDATE and DELETE touch: those that meet a condition, or, said aloud, every row.
 *
 * @since 0.1.0
 */
public record Scope(Condition where, boolean everyRow) {

    static final Scope UNSAID = new Scope(Condition.none(), false);

    Scope and(Expression<Boolean> condition) {
        return new Scope(where.and(condition), everyRow);
    }

    Scope toEveryRow() {
        return new Scope(where, true);
    }

    /** Refuses a scope that nobody has said. */
    void require(String verb, TableClause table) {
        if (where.equals(Condition.none()) && !everyRow) {
            throw new StatementException(verb + " of '" + table.label()
                    + "' has no WHERE and would touch every row. Add where(…), or everyRow() if that is meant.");
        }
    }
}

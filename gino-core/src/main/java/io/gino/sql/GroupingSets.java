/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.List;

/**
 * Several groupings of the same rows in one result.
 *
 * @since 0.1.0
 */
public record GroupingSets(Kind kind, List<List<Expression<?>>> sets) implements GroupTerm {

    /** Which groupings the sets stand for. */
    public enum Kind {
        /** Each set by itself. */
        GROUPING_SETS,
        /** All sets together, then without the last, and so on down to none. */
        ROLLUP,
        /** Every combination of the sets. */
        CUBE;

        /** The keywords. */
        public String sql() {
            return name().replace('_', ' ');
        }
    }

    public GroupingSets {
        sets = sets.stream().map(List::<Expression<?>>copyOf).toList();
        if (kind != Kind.GROUPING_SETS && sets.stream().anyMatch(List::isEmpty)) {
            throw new StatementException(
                    kind.sql() + " ends in the group of all rows by itself; leave the empty set out.");
        }
        if (sets.isEmpty()) {
            throw new StatementException(kind.sql() + " needs at least one expression.");
        }
    }
}

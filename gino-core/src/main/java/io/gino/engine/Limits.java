/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Baked;
import io.gino.sql.Paging;
import io.gino.sql.Query;
import io.gino.sql.Select;
import io.gino.sql.SetOperation;
import io.gino.sql.Statement;
import java.util.Optional;

/** Queries cut down to the rows that are needed, so that the server neither computes nor sends the others. */
final class Limits {

    private Limits() {}

    /** The same query for its first rows; nothing when it cannot be limited without changing what they give. */
    static <R> Optional<Statement<R>> atMost(int rows, Statement<R> statement) {
        if (!statement.reader().isRowByRow()) {
            return Optional.empty();
        } else if (statement instanceof Baked<R> baked) {
            return baked.atMost(rows, source -> limited(rows, source)).map(limited -> limited);
        }
        return limited(rows, statement);
    }

    private static <R> Optional<Statement<R>> limited(int rows, Statement<R> statement) {
        if (statement instanceof Select<R> select) {
            return limit(select.paging(), rows).map(limit -> limit < 0 ? select : select.limit(limit));
        } else if (statement instanceof SetOperation<R> set) {
            return limit(set.paging(), rows).map(limit -> limit < 0 ? set : set.limit(limit));
        }
        return Optional.empty();
    }

    /** Whether a statement only reads, so that no one misses the rows that are not asked for. */
    static boolean isQuery(Statement<?> statement) {
        return statement instanceof Query || (statement instanceof Baked<?> baked && baked.isQuery());
    }

    /** The limit to set; -1 to leave the one that is there; nothing when there is one that means more than a number. */
    private static Optional<Long> limit(Paging paging, int rows) {
        if (paging.withTies()) {
            return Optional.empty();
        }
        boolean isFew = paging.limit() != null
                && paging.limit().value() != null
                && paging.limit().value() <= rows;
        return Optional.of(isFew ? -1L : (long) rows);
    }
}

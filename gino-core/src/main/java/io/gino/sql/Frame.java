/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.Types;
import java.util.Optional;

/**
 * How far a window reaches around the current row.
 *
 * @since 0.1.0
 */
public record Frame(Unit unit, Bound start, Bound end, Exclusion exclusion) {

    public Frame {
        if (start.edge() == Edge.UNBOUNDED_FOLLOWING) {
            throw new StatementException("A frame cannot start at UNBOUNDED FOLLOWING.");
        }
        if (end.edge() == Edge.UNBOUNDED_PRECEDING) {
            throw new StatementException("A frame cannot end at UNBOUNDED PRECEDING.");
        }
        if (start.edge().compareTo(end.edge()) > 0) {
            throw new StatementException("A frame that starts at "
                    + start.edge().sql() + " cannot end at " + end.edge().sql() + ": that lies before it.");
        }
    }

    /** What offsets count. */
    public enum Unit {
        /** Rows, one by one. */
        ROWS,
        /** Differences of the one value that the window is ordered by. */
        RANGE,
        /** Groups of rows that are equal in order. */
        GROUPS
    }

    /** Kinds of ends, first to last. */
    public enum Edge {
        UNBOUNDED_PRECEDING,
        PRECEDING,
        CURRENT_ROW,
        FOLLOWING,
        UNBOUNDED_FOLLOWING;

        /** The keywords. */
        public String sql() {
            return name().replace('_', ' ');
        }
    }

    /** Which rows near the current one are left out. */
    public enum Exclusion {
        NO_OTHERS,
        CURRENT_ROW,
        GROUP,
        TIES
    }

    /** One end of a frame; with an offset when it is so far before or after the current row. */
    public record Bound(Edge edge, Optional<Expression<?>> offset) {
        public Bound {
            if (offset.isPresent() != (edge == Edge.PRECEDING || edge == Edge.FOLLOWING)) {
                throw new StatementException("An end of a frame at " + edge.sql() + " takes "
                        + (offset.isPresent() ? "no offset." : "an offset."));
            }
        }
    }

    public static Bound unboundedPreceding() {
        return new Bound(Edge.UNBOUNDED_PRECEDING, Optional.empty());
    }

    /** So many rows or groups before the current row. */
    public static Bound preceding(long offset) {
        return new Bound(Edge.PRECEDING, Optional.of(count(offset)));
    }

    /** For a range: so much less than the current row's value. */
    public static Bound preceding(Expression<?> offset) {
        return new Bound(Edge.PRECEDING, Optional.of(offset));
    }

    public static Bound currentRow() {
        return new Bound(Edge.CURRENT_ROW, Optional.empty());
    }

    /** So many rows or groups after the current row. */
    public static Bound following(long offset) {
        return new Bound(Edge.FOLLOWING, Optional.of(count(offset)));
    }

    /** For a range: so much more than the current row's value. */
    public static Bound following(Expression<?> offset) {
        return new Bound(Edge.FOLLOWING, Optional.of(offset));
    }

    public static Bound unboundedFollowing() {
        return new Bound(Edge.UNBOUNDED_FOLLOWING, Optional.empty());
    }

    private static Expression<?> count(long offset) {
        if (offset < 0) {
            throw new StatementException("The offset of a frame cannot be negative; got " + offset + ".");
        }
        return new Bind<>(Types.BIGINT, offset);
    }

    public static Frame rows(Bound start, Bound end) {
        return new Frame(Unit.ROWS, start, end, Exclusion.NO_OTHERS);
    }

    public static Frame range(Bound start, Bound end) {
        return new Frame(Unit.RANGE, start, end, Exclusion.NO_OTHERS);
    }

    public static Frame groups(Bound start, Bound end) {
        return new Frame(Unit.GROUPS, start, end, Exclusion.NO_OTHERS);
    }

    /** Without these rows. */
    public Frame exclude(Exclusion rows) {
        return new Frame(unit, start, end, rows);
    }

    /** Refuses an order that offsets of this frame's unit cannot be counted by. */
    void requireOrder(int terms) {
        boolean offsets = start.offset().isPresent() || end.offset().isPresent();
        if (unit == Unit.GROUPS && terms == 0) {
            throw new StatementException("A frame of GROUPS needs a window with ORDER BY; set that first.");
        }
        if (unit == Unit.RANGE && offsets && terms != 1) {
            throw new StatementException(
                    "A frame of RANGE with an offset needs a window ordered by exactly one value; got " + terms
                            + ". Set the order first.");
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import java.util.List;

/**
 * A lock on the rows that a query returns.
 *
 * @param of the tables whose rows are locked; none for all
 * @since 0.1.0
 */
public record Lock(Strength strength, Wait whenLocked, List<FromItem> of) {

    public Lock {
        of = List.copyOf(of);
    }

    /** A lock on the rows of all tables. */
    public Lock(Strength strength, Wait whenLocked) {
        this(strength, whenLocked, List.of());
    }

    /** The same lock on the rows of these tables only, as FROM has them. */
    public Lock of(FromItem... tables) {
        return new Lock(strength, whenLocked, List.of(tables));
    }

    /** What others may still do with the rows. */
    public enum Strength {
        UPDATE,
        NO_KEY_UPDATE,
        SHARE,
        KEY_SHARE
    }

    /** What to do about rows that others have locked. */
    public enum Wait {
        UNTIL_FREE,
        NOT_AT_ALL,
        SKIP_LOCKED
    }
}

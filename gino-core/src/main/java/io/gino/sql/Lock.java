package io.gino.sql;

/** A lock on the rows that a query returns. */
public record Lock(Strength strength, Wait whenLocked) {

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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

/**
 * When a constraint is checked.
 *
 * @since 0.1.0
 */
public enum Deferral {
    /** At each statement. */
    NOT_DEFERRABLE(""),
    /** At each statement, until a transaction says {@code SET CONSTRAINTS … DEFERRED}. */
    DEFERRABLE(" DEFERRABLE"),
    /** At the end of the transaction, until it says {@code SET CONSTRAINTS … IMMEDIATE}. */
    INITIALLY_DEFERRED(" DEFERRABLE INITIALLY DEFERRED");

    private final String sql;

    Deferral(String sql) {
        this.sql = sql;
    }

    /** What DDL adds to the constraint. */
    public String sql() {
        return sql;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

/**
 * How much a transaction sees of others, in PostgreSQL's words; it has no dirty reads.
 *
 * @since 0.1.0
 */
public enum Isolation {
    READ_COMMITTED("READ COMMITTED"),
    REPEATABLE_READ("REPEATABLE READ"),
    SERIALIZABLE("SERIALIZABLE");

    private final String sql;

    Isolation(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}

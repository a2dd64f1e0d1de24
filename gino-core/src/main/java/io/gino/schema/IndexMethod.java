/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

/**
 * The access methods that PostgreSQL comes with; those of extensions go by their names.
 *
 * @since 0.1.0
 */
public enum IndexMethod {
    BTREE("btree"),
    HASH("hash"),
    GIST("gist"),
    SPGIST("spgist"),
    GIN("gin"),
    BRIN("brin");

    private final String sql;

    IndexMethod(String sql) {
        this.sql = sql;
    }

    /** The method's name in SQL. */
    public String sql() {
        return sql;
    }
}

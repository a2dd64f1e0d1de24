/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

/**
 * How {@link CopyVerbs#copyOut} writes rows.
 *
 * @since 0.1.0
 */
public enum CopyFormat {
    /** Values with commas between them, quoted where they must be; NULL is nothing, an empty text is {@code ""}. */
    CSV("csv"),
    /** The same after a row of the columns' names. */
    CSV_WITH_HEADER("csv, HEADER"),
    /** Values with tabs between them, odd characters behind backslashes; NULL is {@code \N}. */
    TEXT("text");

    private final String sql;

    CopyFormat(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}

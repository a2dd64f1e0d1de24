/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.postgresql.message.backend.RowDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that the server of one connection keeps under a name, and what is known of it there. Used by one at a time,
 * who has the connection.
 */
final class PreparedStatement {

    private final String sql;
    private final WireParameter<?>[] parameters;
    private final byte[] name;
    private volatile boolean isPrepared;
    /** Null while it is not known what the statement returns. */
    private volatile @Nullable RowBytes rows;

    /** @param name empty for the one that the next takes the place of */
    PreparedStatement(String name, String sql, WireParameter<?>[] parameters) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.sql = sql;
        this.parameters = parameters;
    }

    String sql() {
        return sql;
    }

    WireParameter<?>[] parameters() {
        return parameters;
    }

    byte[] name() {
        return name;
    }

    /** Whether the server keeps it. */
    boolean isPrepared() {
        return isPrepared;
    }

    void prepared() {
        isPrepared = name.length > 0;
    }

    /** Whether it is known what it returns. */
    boolean isDescribed() {
        return rows != null;
    }

    void described(List<RowDescription.Field> fields) {
        rows = new RowBytes(fields);
    }

    /** Its rows; read by one at a time. */
    RowBytes rows() {
        RowBytes known = rows;
        if (known == null) {
            throw new IllegalStateException("The server has sent a row before it said what rows consist of");
        }
        return known;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a PostgreSQL error report that are safe to show: names, never values.
 *
 * @param columns the columns at fault, as far as PostgreSQL names them: of a NOT NULL violation the column, of a unique
 *     or foreign key violation the columns of the key
 * @since 0.1.0
 */
public record DatabaseError(
        String sqlState,
        @Nullable String sql,
        @Nullable String schema,
        @Nullable String table,
        List<String> columns,
        @Nullable String constraint) {

    public DatabaseError {
        columns = List.copyOf(columns);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import java.util.List;

/**
 * A foreign key as joins see it: these columns refer to those of another table.
 *
 * @param targetTable the table's name, with its schema when it has one, such as {@code app.users}
 * @since 0.1.0
 */
public record Reference(List<? extends ColumnClause<?>> columns, String targetTable, List<String> targetColumns) {

    public Reference {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}

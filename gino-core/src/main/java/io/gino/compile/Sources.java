/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.sql.ColumnClause;
import io.gino.sql.FromItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables, aliases and sub-queries whose columns may be named: those of this query, then those of the one around it. */
final class Sources {

    private final List<FromItem> parts;
    private final @Nullable Sources outer;

    Sources(List<? extends FromItem> items, @Nullable Sources outer) {
        this.parts = items.size() == 1 ? items.get(0).parts() : parts(items);
        this.outer = outer;
    }

    private static List<FromItem> parts(List<? extends FromItem> items) {
        List<FromItem> parts = new ArrayList<>();
        for (FromItem item : items) {
            parts.addAll(item.parts());
        }
        return parts;
    }

    @Nullable
    Sources outer() {
        return outer;
    }

    /** Refuses what is not in this FROM itself. */
    void require(FromItem source) {
        if (!parts.contains(source)) {
            throw new StatementException("Rows of '" + source.label()
                    + "' cannot be locked: it is not in FROM, which has: " + labels() + ".");
        }
    }

    void require(ColumnClause<?> column) {
        FromItem source = column.source();
        for (Sources sources = this; sources != null; sources = sources.outer) {
            if (sources.parts.contains(source)) {
                return;
            }
        }
        throw new StatementException("Column '" + column + "' is used, but '" + source.label()
                + "' is not in FROM, which has: "
                + labels() + ".");
    }

    private String labels() {
        return parts.isEmpty() ? "nothing" : parts.stream().map(FromItem::label).collect(Collectors.joining(", "));
    }
}

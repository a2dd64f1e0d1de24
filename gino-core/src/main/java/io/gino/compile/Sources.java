package io.gino.compile;

import io.gino.error.StatementException;
import io.gino.sql.ColumnClause;
import io.gino.sql.FromItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables, aliases and sub-queries whose columns may be named: those of this query, then those of the one around it. */
final class Sources {

    private final List<FromItem> parts = new ArrayList<>();
    private final @Nullable Sources outer;

    Sources(List<? extends FromItem> items, @Nullable Sources outer) {
        items.forEach(item -> parts.addAll(item.parts()));
        this.outer = outer;
    }

    @Nullable
    Sources outer() {
        return outer;
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
                + (parts.isEmpty()
                        ? "nothing"
                        : String.join(", ", parts.stream().map(FromItem::label).toList())) + ".");
    }
}

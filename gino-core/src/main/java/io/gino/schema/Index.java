package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.Expression;
import io.gino.sql.OrderTerm;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An index over columns or expressions.
 *
 * @param columns the names of the columns; empty when {@code terms} are given
 * @param terms what to index when it is more than columns by name
 * @param where the rows to index; null for all
 */
public record Index(
        Optional<String> name,
        List<String> columns,
        List<OrderTerm> terms,
        boolean unique,
        Optional<String> method,
        @Nullable Expression<Boolean> where)
        implements TableItem {

    public Index {
        columns = List.copyOf(columns);
        terms = List.copyOf(terms);
    }

    /** Over these columns, by name. */
    public Index on(String... columnNames) {
        return new Index(name, List.of(columnNames), List.of(), unique, method, where);
    }

    /** Over these columns or expressions, with their directions. */
    public Index on(OrderTerm... indexed) {
        return new Index(name, List.of(), List.of(indexed), unique, method, where);
    }

    public Index asUnique() {
        return new Index(name, columns, terms, true, method, where);
    }

    /** By another access method than B-tree, such as {@code gin}. */
    public Index using(String accessMethod) {
        return new Index(name, columns, terms, unique, Optional.of(accessMethod), where);
    }

    /** Only over rows that meet the condition. */
    public Index where(Expression<Boolean> condition) {
        return new Index(name, columns, terms, unique, method, condition);
    }

    void requireColumns(String table) {
        if (columns.isEmpty() && terms.isEmpty()) {
            throw new SchemaException(
                    "The index '" + name.orElse("") + "' of table '" + table + "' has no columns. Add on(…).");
        }
    }
}

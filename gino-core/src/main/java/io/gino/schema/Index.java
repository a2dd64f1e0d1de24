/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.Expression;
import io.gino.sql.OrderTerm;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An index over columns or expressions.
 *
 * @param method the access method; empty for a B-tree
 * @param where the rows to index; empty for all
 * @param settings its storage parameters
 * @since 0.1.0
 */
public record Index(
        Optional<String> name,
        List<IndexElement> elements,
        Uniqueness uniqueness,
        Optional<String> method,
        List<String> include,
        Optional<Expression<Boolean>> where,
        Map<String, Object> settings,
        boolean isConcurrent)
        implements TableItem {

    /** Whether what is indexed occurs once. */
    public enum Uniqueness {
        NOT_UNIQUE,
        UNIQUE,
        /** One NULL is equal to another. */
        UNIQUE_NULLS_NOT_DISTINCT
    }

    public Index {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static Index of(Optional<String> name) {
        return new Index(
                name, List.of(), Uniqueness.NOT_UNIQUE, Optional.empty(), List.of(), Optional.empty(), Map.of(), false);
    }

    /** Over these columns, by name. */
    public Index on(String... columns) {
        return on(Arrays.stream(columns).map(IndexElement::of).toList());
    }

    /** Over these columns or expressions, with their directions. */
    public Index on(OrderTerm... indexed) {
        return on(Arrays.stream(indexed).map(IndexElement::of).toList());
    }

    /** Over these columns or expressions, with all that can be said of each: {@code element(name).collate("C")}. */
    public Index on(IndexElement... indexed) {
        return on(Arrays.asList(indexed));
    }

    private Index on(List<IndexElement> indexed) {
        return new Index(name, indexed, uniqueness, method, include, where, settings, isConcurrent);
    }

    public Index asUnique() {
        return unique(Uniqueness.UNIQUE);
    }

    /** Unique, and one NULL is equal to another. PostgreSQL has this from 15 on. */
    public Index asUniqueNullsNotDistinct() {
        return unique(Uniqueness.UNIQUE_NULLS_NOT_DISTINCT);
    }

    private Index unique(Uniqueness changed) {
        return new Index(name, elements, changed, method, include, where, settings, isConcurrent);
    }

    public Index using(IndexMethod accessMethod) {
        return using(accessMethod.sql());
    }

    /** By another access method than B-tree, such as {@code hnsw}. */
    public Index using(String accessMethod) {
        return new Index(name, elements, uniqueness, Optional.of(accessMethod), include, where, settings, isConcurrent);
    }

    /** With these columns beside what is indexed, for queries that then need not look into the table. */
    public Index include(String... columns) {
        return new Index(name, elements, uniqueness, method, Arrays.asList(columns), where, settings, isConcurrent);
    }

    /** Only over rows that meet the condition. */
    public Index where(Expression<Boolean> condition) {
        return new Index(name, elements, uniqueness, method, include, Optional.of(condition), settings, isConcurrent);
    }

    /**
     * With a storage parameter, such as {@code fillfactor}.
     *
     * @param value a number, a boolean or a text
     */
    public Index with(String setting, Object value) {
        if (!(value instanceof Number || value instanceof Boolean || value instanceof String)) {
            throw new SchemaException(
                    "The setting '" + setting + "' of an index is a number, a boolean or a text; got a "
                            + value.getClass().getName() + ".");
        }
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new Index(name, elements, uniqueness, method, include, where, more, isConcurrent);
    }

    /**
     * Without locking the table against writes, when it is created or dropped by itself, which then cannot be in a
     * transaction. Together with its table it is created at once: nobody can be writing to that yet.
     */
    public Index concurrently() {
        return new Index(name, elements, uniqueness, method, include, where, settings, true);
    }

    void requireColumns(String table) {
        if (elements.isEmpty()) {
            throw new SchemaException(
                    "The index '" + name.orElse("") + "' of table '" + table + "' has no columns. Add on(…).");
        }
    }

    /** The columns that it names. */
    List<String> columns() {
        return Stream.concat(elements.stream().flatMap(element -> element.column().stream()), include.stream())
                .toList();
    }
}

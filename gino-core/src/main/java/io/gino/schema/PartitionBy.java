/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import io.gino.sql.Expression;
import java.util.Arrays;
import java.util.List;

/**
 * What decides which partition of a table holds a row.
 *
 * @since 0.1.0
 */
public record PartitionBy(Method method, List<IndexElement> elements) implements TableItem {

    /** How partitions divide the values of the key. */
    public enum Method {
        RANGE,
        LIST,
        HASH
    }

    public PartitionBy {
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new SchemaException("Partitioning takes one column or expression at least.");
        }
        if (method == Method.LIST && elements.size() > 1) {
            throw new SchemaException(
                    "Partitioning by list takes one column or expression; got " + elements.size() + ".");
        }
    }

    static PartitionBy of(Method method, String... columns) {
        return new PartitionBy(
                method, Arrays.stream(columns).map(IndexElement::of).toList());
    }

    static PartitionBy of(Method method, Expression<?>... keys) {
        return new PartitionBy(method, Arrays.stream(keys).map(IndexElement::of).toList());
    }

    /** The columns that it names. */
    List<String> columns() {
        return elements.stream().flatMap(element -> element.column().stream()).toList();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

import io.gino.error.SchemaException;
import java.util.List;

/** The columns of a key: one at least. */
final class KeyColumns {

    private KeyColumns() {}

    static List<String> of(String kind, List<String> columns) {
        if (columns.isEmpty()) {
            throw new SchemaException("A " + kind + " needs at least one column.");
        }
        return List.copyOf(columns);
    }
}

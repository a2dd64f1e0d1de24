/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.ddl.Ddl;
import io.gino.ddl.SchemaPlan;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import java.util.List;

/** What creates a table. */
final class Creation {

    private Creation() {}

    /** The statements that create this one of the metadata's tables, the table itself first. */
    static List<Ddl> of(Table table, MetaData metadata) {
        return SchemaPlan.of(metadata).create(List.of(table));
    }
}

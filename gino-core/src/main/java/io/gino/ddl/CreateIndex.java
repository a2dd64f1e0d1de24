/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Index;
import io.gino.sql.Identifier;
import io.gino.sql.TableClause;

/**
 * An index of a table or a materialized view, created after it.
 *
 * @param isConcurrent whether writes to the table go on meanwhile, which cannot be in a transaction
 * @since 0.1.0
 */
public record CreateIndex(TableClause table, Identifier name, Index index, boolean isConcurrent) implements Ddl {

    /** The same index, created as it asks for when it is created by itself. */
    public CreateIndex byItself() {
        return new CreateIndex(table, name, index, index.isConcurrent());
    }

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createIndex(this);
    }
}

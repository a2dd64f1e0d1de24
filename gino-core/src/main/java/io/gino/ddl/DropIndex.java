/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.sql.Identifier;
import io.gino.sql.TableClause;

/**
 * The end of an index whose table stays.
 *
 * @since 0.1.0
 */
public record DropIndex(TableClause table, Identifier name, boolean isConcurrent) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.dropIndex(this);
    }
}

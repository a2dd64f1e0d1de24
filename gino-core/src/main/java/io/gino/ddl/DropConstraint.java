/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Table;
import io.gino.sql.Identifier;

/**
 * The end of a constraint, so that tables that refer to each other can be dropped.
 *
 * @since 0.1.0
 */
public record DropConstraint(Table table, Identifier name, boolean ifExists) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.dropConstraint(this);
    }
}

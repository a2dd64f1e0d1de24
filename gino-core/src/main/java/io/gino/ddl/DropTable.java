/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Table;

/**
 * The end of a table and of what belongs to it.
 *
 * @since 0.1.0
 */
public record DropTable(Table table, boolean ifExists) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.dropTable(this);
    }
}

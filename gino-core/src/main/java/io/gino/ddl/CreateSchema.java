/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.sql.Identifier;

/**
 * A namespace for tables.
 *
 * @since 0.1.0
 */
public record CreateSchema(Identifier name, boolean ifNotExists) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createSchema(this);
    }
}

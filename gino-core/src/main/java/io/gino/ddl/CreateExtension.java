/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Extension;

/**
 * An extension of PostgreSQL, made known to the database.
 *
 * @since 0.1.0
 */
public record CreateExtension(Extension extension) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createExtension(this);
    }
}

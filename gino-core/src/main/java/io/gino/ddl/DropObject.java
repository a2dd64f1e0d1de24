/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.SchemaObject;

/**
 * The end of anything but a table.
 *
 * @since 0.1.0
 */
public record DropObject(SchemaObject object, boolean ifExists) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.dropObject(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.EnumType;

/**
 * An enum type with its labels.
 *
 * @since 0.1.0
 */
public record CreateEnumType(EnumType<?> type) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createEnumType(this);
    }
}

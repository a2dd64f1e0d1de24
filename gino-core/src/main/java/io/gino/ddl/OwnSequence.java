/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Column;
import io.gino.schema.Sequence;

/**
 * The bond of a sequence to the column with which it is dropped.
 *
 * @since 0.1.0
 */
public record OwnSequence(Sequence sequence, Column<?> owner) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.ownSequence(this);
    }
}

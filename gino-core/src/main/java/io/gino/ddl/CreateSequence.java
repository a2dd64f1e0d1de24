/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Sequence;

/**
 * A sequence of numbers.
 *
 * @since 0.1.0
 */
public record CreateSequence(Sequence sequence) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createSequence(this);
    }
}

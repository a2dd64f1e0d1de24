/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.View;

/**
 * A view, created after all that its query can name.
 *
 * @since 0.1.0
 */
public record CreateView(View view) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createView(this);
    }
}

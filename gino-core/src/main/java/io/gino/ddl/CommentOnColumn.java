/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Column;

/**
 * What the database says a column is for.
 *
 * @since 0.1.0
 */
public record CommentOnColumn(Column<?> column, String text) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.commentOnColumn(this);
    }
}

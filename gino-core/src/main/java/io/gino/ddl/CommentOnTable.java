/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Table;

/**
 * What the database says a table is for.
 *
 * @since 0.1.0
 */
public record CommentOnTable(Table table, String text) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.commentOnTable(this);
    }
}

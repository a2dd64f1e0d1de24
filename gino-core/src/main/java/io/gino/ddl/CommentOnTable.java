package io.gino.ddl;

import io.gino.schema.Table;

/** What the database says a table is for. */
public record CommentOnTable(Table table, String text) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.commentOnTable(this);
    }
}

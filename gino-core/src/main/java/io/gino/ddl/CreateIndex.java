package io.gino.ddl;

import io.gino.schema.Index;
import io.gino.schema.Table;
import io.gino.sql.Identifier;

/** An index of a table, created after it. */
public record CreateIndex(Table table, Identifier name, Index index) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createIndex(this);
    }
}

package io.gino.ddl;

import io.gino.schema.Table;

/** The end of a table and of what belongs to it. */
public record DropTable(Table table, boolean ifExists) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.dropTable(this);
    }
}

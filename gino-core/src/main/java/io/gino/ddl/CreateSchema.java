package io.gino.ddl;

import io.gino.sql.Identifier;

/** A namespace for tables. */
public record CreateSchema(Identifier name, boolean ifNotExists) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createSchema(this);
    }
}

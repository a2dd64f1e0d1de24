package io.gino.ddl;

import io.gino.schema.SchemaObject;

/** The end of anything but a table. */
public record DropObject(SchemaObject object, boolean ifExists) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.dropObject(this);
    }
}

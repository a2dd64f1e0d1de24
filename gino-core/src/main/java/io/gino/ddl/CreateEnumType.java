package io.gino.ddl;

import io.gino.schema.EnumType;

/** An enum type with its labels. */
public record CreateEnumType(EnumType<?> type) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createEnumType(this);
    }
}

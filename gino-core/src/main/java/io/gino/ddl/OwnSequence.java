package io.gino.ddl;

import io.gino.schema.Column;
import io.gino.schema.Sequence;

/** The bond of a sequence to the column with which it is dropped. */
public record OwnSequence(Sequence sequence, Column<?> owner) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.ownSequence(this);
    }
}

package io.gino.ddl;

import io.gino.schema.Sequence;

/** A sequence of numbers. */
public record CreateSequence(Sequence sequence) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createSequence(this);
    }
}

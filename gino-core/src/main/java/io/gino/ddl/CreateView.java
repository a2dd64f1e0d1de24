package io.gino.ddl;

import io.gino.schema.View;

/** A view, created after all that its query can name. */
public record CreateView(View view) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createView(this);
    }
}

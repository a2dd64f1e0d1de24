package io.gino.ddl;

import io.gino.schema.Table;

/** A constraint for a table that exists already, such as a foreign key to a table created after it. */
public record AddConstraint(Table table, NamedConstraint constraint) implements Ddl {

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.addConstraint(this);
    }
}

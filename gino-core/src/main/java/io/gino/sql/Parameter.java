package io.gino.sql;

import io.gino.type.SqlType;

/** A value that is given by name when the statement runs. */
public record Parameter<T>(String name, SqlType<T> type) implements Expression<T> {

    @Override
    public Precedence precedence() {
        return type.needsCast() ? Precedence.UNARY : Precedence.ATOM;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.parameter(this);
    }
}

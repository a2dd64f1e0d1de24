package io.gino.sql;

import io.gino.type.SqlType;

/** A value made to be of another type. */
public record Cast<T>(Expression<?> operand, SqlType<T> type) implements Expression<T> {

    @Override
    public String resultName() {
        return operand.resultName();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.cast(this);
    }
}

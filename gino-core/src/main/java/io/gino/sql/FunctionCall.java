package io.gino.sql;

import io.gino.type.SqlType;
import java.util.List;

/** A function by name. */
public record FunctionCall<T>(Identifier name, List<Expression<?>> arguments, SqlType<T> type)
        implements Expression<T> {

    public FunctionCall {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String resultName() {
        return name.name();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.functionCall(this);
    }
}

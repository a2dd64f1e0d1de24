/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;
import java.util.List;

/**
 * A function by name; {@code schema.name} names one that is not on the search path.
 *
 * @since 0.1.0
 */
public record FunctionCall<T>(QualifiedName name, List<Expression<?>> arguments, SqlType<T> type)
        implements Expression<T> {

    public FunctionCall {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String resultName() {
        return name.name().name();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.functionCall(this);
    }
}

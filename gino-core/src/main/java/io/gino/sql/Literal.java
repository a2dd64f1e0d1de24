/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;

/**
 * A constant written into the SQL text. For constants of the program only, never for input.
 *
 * @since 0.1.0
 */
public record Literal<T>(SqlType<T> type, T value) implements Expression<T> {

    @Override
    public Precedence precedence() {
        return type.write(value) instanceof Number number && number.toString().startsWith("-")
                ? Precedence.UNARY
                : Precedence.ATOM;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.literal(this);
    }
}

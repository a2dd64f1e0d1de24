/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;

/**
 * A value that is given by name when the statement runs.
 *
 * @since 0.1.0
 */
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

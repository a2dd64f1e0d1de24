/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;

/**
 * A value under a name of its own. In a SELECT list it is written with AS; elsewhere as the value itself.
 *
 * @since 0.1.0
 */
public record Label<T>(Expression<T> expression, Identifier name) implements Expression<T> {

    @Override
    public SqlType<T> type() {
        return expression.type();
    }

    @Override
    public Precedence precedence() {
        return expression.precedence();
    }

    @Override
    public String resultName() {
        return name.name();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.label(this);
    }
}

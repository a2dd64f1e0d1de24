/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * The opposite of a condition.
 *
 * @since 0.1.0
 */
public record Not(Condition condition) implements Condition {

    @Override
    public Precedence precedence() {
        return Precedence.NOT;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.not(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * Whether a value is NULL.
 *
 * @since 0.1.0
 */
public record NullTest(Expression<?> operand, boolean expected) implements Condition {

    @Override
    public Precedence precedence() {
        return Precedence.IS;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.nullTest(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * A value within two others, both included.
 *
 * @param isSymmetric whether the first of them may be the greater one
 * @since 0.1.0
 */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean isSymmetric)
        implements Condition {

    @Override
    public Precedence precedence() {
        return Precedence.MEMBERSHIP;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.between(this);
    }
}

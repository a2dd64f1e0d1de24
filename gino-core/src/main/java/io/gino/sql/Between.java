package io.gino.sql;

/** A value within two others, both included. */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high) implements Condition {

    @Override
    public Precedence precedence() {
        return Precedence.MEMBERSHIP;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.between(this);
    }
}

package io.gino.sql;

/** Whether a value is NULL. */
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

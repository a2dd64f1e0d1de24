package io.gino.sql;

/** Two values compared. */
public record Comparison(Operator operator, Expression<?> left, Expression<?> right) implements Condition {

    @Override
    public Precedence precedence() {
        return operator.precedence();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.comparison(this);
    }
}

package io.gino.sql;

/** Whether a value is among the rows of a query. */
public record InQuery<T>(Expression<T> operand, Query<? extends T> query, boolean negated) implements Condition {

    @Override
    public Precedence precedence() {
        return Precedence.MEMBERSHIP;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.inQuery(this);
    }
}

package io.gino.sql;

/** The opposite of a condition. */
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

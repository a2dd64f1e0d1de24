package io.gino.sql;

/** Whether a query returns any row. */
public record Exists(Query<?> query) implements Condition {

    @Override
    public String resultName() {
        return "exists";
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.exists(this);
    }
}

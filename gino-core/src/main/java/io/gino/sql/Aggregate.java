/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A function that makes one value of many rows.
 *
 * @param call the function, and the type that it gives; where that depends on its argument, {@code type} says what to
 *     cast it to
 * @param withinGroup whether the order is that of {@code WITHIN GROUP}, else that of the rows as the function takes them
 * @param filter only rows that meet it count
 * @since 0.1.0
 */
public record Aggregate<T>(
        FunctionCall<?> call,
        boolean isDistinct,
        List<OrderTerm> orderBy,
        boolean withinGroup,
        Condition filter,
        SqlType<T> type)
        implements Expression<T> {

    public Aggregate {
        orderBy = List.copyOf(orderBy);
        if (withinGroup && isDistinct) {
            throw new StatementException(
                    "The aggregate " + call.name() + " orders its rows WITHIN GROUP, and cannot be DISTINCT as well.");
        }
        if (isDistinct && call.arguments().isEmpty()) {
            throw new StatementException("DISTINCT needs a value to compare; " + call.name() + " has no argument.");
        }
    }

    /** Any aggregate by name. */
    public static <T> Aggregate<T> of(String name, SqlType<T> type, Expression<?>... arguments) {
        return of(new FunctionCall<>(QualifiedName.parse(name), List.of(arguments), type), type);
    }

    static <T> Aggregate<T> of(FunctionCall<?> call, SqlType<T> type) {
        return new Aggregate<>(call, false, List.of(), false, Condition.none(), type);
    }

    /** Equal values count once. */
    public Aggregate<T> distinct() {
        return new Aggregate<>(call, true, orderBy, withinGroup, filter, type);
    }

    /** The order in which the function takes the rows; called again, the further terms come after. */
    public Aggregate<T> orderBy(OrderTerm... terms) {
        return ordered(false, terms);
    }

    /** The order by which an ordered-set aggregate, such as a percentile, ranks the rows. */
    public Aggregate<T> withinGroup(OrderTerm... terms) {
        return ordered(true, terms);
    }

    private Aggregate<T> ordered(boolean within, OrderTerm... terms) {
        if (!orderBy.isEmpty() && within != withinGroup) {
            throw new StatementException("The aggregate " + call.name()
                    + " has an order already: it takes orderBy(…) or withinGroup(…), not both.");
        }
        List<OrderTerm> all = new ArrayList<>(orderBy);
        all.addAll(Arrays.asList(terms));
        return new Aggregate<>(call, isDistinct, all, within, filter, type);
    }

    /** Only rows that meet the condition count; called again, both. */
    public Aggregate<T> filter(Expression<Boolean> condition) {
        return new Aggregate<>(call, isDistinct, orderBy, withinGroup, filter.and(condition), type);
    }

    /** The aggregate of the rows around each row, which all stay. */
    public Expression<T> over(Window window) {
        if (call.type() == type) {
            return new Over<>(this, window, type);
        }
        return new Cast<>(new Over<>(uncast(), window, call.type()), type);
    }

    /** The aggregate of all rows, beside each of them. */
    public Expression<T> over() {
        return over(Window.ALL);
    }

    /** The aggregate over the window that the query declares under this name. */
    public Expression<T> over(String window) {
        return over(Window.named(window));
    }

    /** The same aggregate, of the type that PostgreSQL gives it. */
    private Aggregate<?> uncast() {
        return new Aggregate<>(call, isDistinct, orderBy, withinGroup, filter, call.type());
    }

    @Override
    public String resultName() {
        return call.resultName();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.aggregate(this);
    }
}

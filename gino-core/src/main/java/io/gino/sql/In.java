/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is among the elements of an array; one bind whatever their number.
 *
 * @since 0.1.0
 */
public record In<T>(Expression<T> operand, Expression<List<T>> elements, boolean negated) implements Condition {

    /** A condition on a list in which null stands for NULL. */
    static <T> Condition values(Expression<T> operand, Collection<? extends @Nullable T> values, boolean negated) {
        if (operand.type().isArray()) {
            throw new StatementException(
                    "An array column cannot be looked up in a list of arrays: PostgreSQL would look"
                            + " into them. Use eq(…).or(…).");
        }
        List<T> elements = new ArrayList<>(values.size());
        values.stream().filter(Objects::nonNull).forEach(elements::add);
        Condition in = new In<>(operand, new Bind<>(operand.type().array(), elements), negated);
        if (elements.size() == values.size()) {
            return in;
        }
        return negated ? in.and(operand.isNotNull()) : in.or(operand.isNull());
    }

    static <T> List<T> list(T first, T[] others) {
        List<T> values = new ArrayList<>(others.length + 1);
        values.add(first);
        values.addAll(Arrays.asList(others));
        return values;
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.in(this);
    }
}

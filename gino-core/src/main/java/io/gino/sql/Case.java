/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of the first branch whose condition is true, else the other value, else NULL.
 *
 * @since 0.1.0
 */
public record Case<T>(List<Branch<T>> branches, @Nullable Expression<T> otherwise, SqlType<T> type)
        implements Expression<T> {

    /** A condition and the value it leads to. */
    public record Branch<T>(Condition condition, Expression<T> value) {}

    public Case {
        branches = List.copyOf(branches);
        if (branches.isEmpty()) {
            throw new StatementException("CASE needs at least one WHEN.");
        }
    }

    public Case<T> when(Condition condition, Expression<T> value) {
        List<Branch<T>> more = new ArrayList<>(branches);
        more.add(new Branch<>(condition, value));
        return new Case<>(more, otherwise, type);
    }

    public Case<T> when(Condition condition, T value) {
        return when(condition, new Bind<>(type, value));
    }

    public Case<T> otherwise(Expression<T> value) {
        return new Case<>(branches, value, type);
    }

    public Case<T> otherwise(T value) {
        return otherwise(new Bind<>(type, value));
    }

    @Override
    public String resultName() {
        return "case";
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.caseWhen(this);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.Collection;

/**
 * A truth value in SQL: true, false or NULL.
 *
 * @since 0.1.0
 */
public sealed interface Condition extends Expression<Boolean>
        permits Comparison, QuantifiedComparison, Logical, Not, Truth, In, InQuery, Between, NullTest, Exists {

    /** No condition: true where it stands alone, and without effect on what it is joined to. */
    static Condition none() {
        return Logical.NONE;
    }

    /** A boolean column or function as a condition. */
    static Condition of(Expression<Boolean> expression) {
        return expression instanceof Condition condition ? condition : new Truth(expression);
    }

    /** All of them; of none, {@link #none()}. */
    static Condition and(Collection<? extends Expression<Boolean>> conditions) {
        return Logical.of(Logical.Connective.AND, conditions);
    }

    /** At least one of them; of none, {@link #none()}. */
    static Condition or(Collection<? extends Expression<Boolean>> conditions) {
        return Logical.of(Logical.Connective.OR, conditions);
    }

    @Override
    default SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }

    default Condition and(Expression<Boolean> other) {
        return Logical.of(Logical.Connective.AND, this, Condition.of(other));
    }

    default Condition or(Expression<Boolean> other) {
        return Logical.of(Logical.Connective.OR, this, Condition.of(other));
    }

    default Condition not() {
        return new Not(this);
    }
}

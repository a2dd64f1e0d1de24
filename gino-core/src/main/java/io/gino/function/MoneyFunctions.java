/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Arithmetic;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.Types;
import java.math.BigDecimal;

/**
 * Amounts of money in the currency of the server. Two amounts are added by {@code plus}.
 *
 * @since 0.1.0
 */
public final class MoneyFunctions {

    private MoneyFunctions() {}

    /** So many times the amount. */
    public static Expression<String> times(Expression<String> amount, double factor) {
        return new Arithmetic<>(Operator.TIMES, amount, Sql.value(Types.DOUBLE, factor), Types.MONEY);
    }

    /** The amount divided by a number. */
    public static Expression<String> dividedBy(Expression<String> amount, double divisor) {
        return new Arithmetic<>(Operator.DIVIDE, amount, Sql.value(Types.DOUBLE, divisor), Types.MONEY);
    }

    /** How many times the other amount this one is. */
    public static Expression<Double> ratio(Expression<String> amount, Expression<String> other) {
        return new Arithmetic<>(Operator.DIVIDE, amount, other, Types.DOUBLE);
    }

    /** The amount as an exact number. */
    public static Expression<BigDecimal> toNumeric(Expression<String> amount) {
        return amount.cast(Types.NUMERIC);
    }

    /** The number as an amount. */
    public static Expression<String> fromNumeric(Expression<BigDecimal> number) {
        return number.cast(Types.MONEY);
    }
}

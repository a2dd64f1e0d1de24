/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.Types;
import java.math.BigDecimal;

/**
 * Numbers, beside what every expression can: {@code plus}, {@code minus}, {@code times}, {@code dividedBy}, {@code modulo}.
 *
 * @since 0.1.0
 */
public final class NumberFunctions {

    private NumberFunctions() {}

    /** The number with its sign turned. */
    public static <T extends Number> Expression<T> negated(Expression<T> value) {
        return Sql.operator("-", value, value.type());
    }

    /** The number without its sign. */
    public static <T extends Number> Expression<T> abs(Expression<T> value) {
        return Sql.function("abs", value.type(), value);
    }

    /** -1, 0 or 1. */
    public static Expression<Double> sign(Expression<Double> value) {
        return Sql.function("sign", Types.DOUBLE, value);
    }

    /** The number with so many digits behind the point, halves away from zero. */
    public static Expression<BigDecimal> round(Expression<BigDecimal> value, int digits) {
        return Sql.function("round", Types.NUMERIC, value, Sql.value(Types.INTEGER, digits));
    }

    /** The greatest whole number that is not above. */
    public static Expression<BigDecimal> floor(Expression<BigDecimal> value) {
        return Sql.function("floor", Types.NUMERIC, value);
    }

    /** The least whole number that is not below. */
    public static Expression<BigDecimal> ceiling(Expression<BigDecimal> value) {
        return Sql.function("ceil", Types.NUMERIC, value);
    }

    /** The number to this power. */
    public static Expression<Double> power(Expression<Double> value, double exponent) {
        return Sql.function("power", Types.DOUBLE, value, Sql.value(Types.DOUBLE, exponent));
    }

    public static Expression<Double> sqrt(Expression<Double> value) {
        return Sql.function("sqrt", Types.DOUBLE, value);
    }

    /** A number from 0 to below 1, another one for each row. */
    public static Expression<Double> random() {
        return Sql.function("random", Types.DOUBLE);
    }
}

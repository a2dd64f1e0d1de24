/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Arithmetic;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;

/**
 * Bits of whole numbers and of bit strings. Two bit strings must be equally long.
 *
 * @since 0.1.0
 */
public final class BitFunctions {

    private static final SqlType<String> BIT = Types.other("\"bit\"");

    private BitFunctions() {}

    /** The bits that both have. */
    public static <T> Expression<T> and(Expression<T> bits, T other) {
        return and(bits, value(bits, other));
    }

    public static <T> Expression<T> and(Expression<T> bits, Expression<T> other) {
        return new Arithmetic<>(Operator.BIT_AND, bits, other, result(bits));
    }

    /** The bits that at least one of them has. */
    public static <T> Expression<T> or(Expression<T> bits, T other) {
        return or(bits, value(bits, other));
    }

    public static <T> Expression<T> or(Expression<T> bits, Expression<T> other) {
        return new Arithmetic<>(Operator.BIT_OR, bits, other, result(bits));
    }

    /** The bits that only one of them has. */
    public static <T> Expression<T> xor(Expression<T> bits, T other) {
        return xor(bits, value(bits, other));
    }

    public static <T> Expression<T> xor(Expression<T> bits, Expression<T> other) {
        return new Arithmetic<>(Operator.BIT_XOR, bits, other, result(bits));
    }

    /** The bits that it does not have. */
    public static <T> Expression<T> not(Expression<T> bits) {
        return Sql.operator("~", bits, result(bits));
    }

    /** The bits so many places higher. */
    public static <T> Expression<T> shiftLeft(Expression<T> bits, int places) {
        return new Arithmetic<>(Operator.LEFT_OF, bits, Sql.value(Types.INTEGER, places), result(bits));
    }

    /** The bits so many places lower. */
    public static <T> Expression<T> shiftRight(Expression<T> bits, int places) {
        return new Arithmetic<>(Operator.RIGHT_OF, bits, Sql.value(Types.INTEGER, places), result(bits));
    }

    /** The number of bits of a bit string. */
    public static Expression<Integer> length(Expression<String> bits) {
        return Sql.function("length", Types.INTEGER, bits);
    }

    /** How many bits of a bit string are 1. */
    public static Expression<Long> count(Expression<String> bits) {
        return Sql.function("bit_count", Types.BIGINT, bits);
    }

    /** The bit in this place of a bit string, counted from 0 on the left. */
    public static Expression<Integer> get(Expression<String> bits, int place) {
        return Sql.function("get_bit", Types.INTEGER, bits, Sql.value(Types.INTEGER, place));
    }

    /** The bit string with a bit set or taken away. */
    public static Expression<String> set(Expression<String> bits, int place, boolean on) {
        return Sql.function(
                "set_bit", BIT, bits, Sql.value(Types.INTEGER, place), Sql.value(Types.INTEGER, on ? 1 : 0));
    }

    /** PostgreSQL computes with bit strings of any length as with such of a fixed one. */
    @SuppressWarnings("unchecked") // both are texts
    private static <T> SqlType<T> result(Expression<T> bits) {
        return bits.type().javaType() == String.class ? (SqlType<T>) BIT : bits.type();
    }

    private static <T> Expression<T> value(Expression<T> bits, T other) {
        return Sql.value(bits.type(), Arguments.required(other));
    }
}

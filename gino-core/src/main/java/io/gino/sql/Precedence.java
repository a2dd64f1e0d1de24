/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * How tightly PostgreSQL binds what stands around an operand, loosest first.
 *
 * @since 0.1.0
 */
public enum Precedence {
    OR,
    AND,
    NOT,
    IS,
    COMPARISON,
    MEMBERSHIP,
    OTHER,
    ADDITIVE,
    MULTIPLICATIVE,
    /** A number with its sign, or a value with its cast. */
    UNARY,
    /** Operands that never need parentheses. */
    ATOM;

    /** Whether {@code a op b op c} is read as {@code (a op b) op c}; PostgreSQL refuses it for the others. */
    public boolean associative() {
        return this != COMPARISON && this != MEMBERSHIP && this != IS;
    }

    public boolean looserThan(Precedence other) {
        return compareTo(other) < 0;
    }
}

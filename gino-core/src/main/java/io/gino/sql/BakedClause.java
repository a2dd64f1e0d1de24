/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * A statement that was compiled before: the door for the compiler's own kind of statement.
 *
 * @param <R> what each row that it returns is read as
 * @since 0.1.0
 */
public abstract non-sealed class BakedClause<R> implements Statement<R> {}

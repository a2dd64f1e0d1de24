package io.gino.sql;

/**
 * A statement that was compiled before: the door for the compiler's own kind of statement.
 *
 * @param <R> what each row that it returns is read as
 */
public abstract non-sealed class BakedClause<R> implements Statement<R> {}

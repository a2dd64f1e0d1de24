package io.gino.sql;

/** What rows can be ordered by: an expression, or one with a direction. */
public sealed interface OrderTerm permits Expression, Ordering {}

package io.gino.sql;

/** What rows can be grouped by: an expression, or several sets of them side by side. */
public sealed interface GroupTerm permits Expression, GroupingSets {}

package io.gino.schema;

/** What a table is declared with: columns, constraints and indexes. */
public sealed interface TableItem permits Column, Constraint, Index {}

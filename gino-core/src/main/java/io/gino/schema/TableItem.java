package io.gino.schema;

/** What a table is declared with: columns, constraints, indexes and partitioning. */
public sealed interface TableItem permits Column, Constraint, Index, PartitionBy, PartitionOf {}

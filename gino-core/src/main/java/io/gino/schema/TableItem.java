/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

/**
 * What a table is declared with: columns, constraints, indexes and partitioning.
 *
 * @since 0.1.0
 */
public sealed interface TableItem permits Column, Constraint, Index, PartitionBy, PartitionOf {}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * What rows can be ordered by: an expression, or one with a direction.
 *
 * @since 0.1.0
 */
public sealed interface OrderTerm permits Expression, Ordering {}

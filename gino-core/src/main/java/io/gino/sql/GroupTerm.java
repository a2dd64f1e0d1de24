/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * What rows can be grouped by: an expression, or several sets of them side by side.
 *
 * @since 0.1.0
 */
public sealed interface GroupTerm permits Expression, GroupingSets {}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import io.gino.type.SqlType;

/**
 * A column of a result of raw SQL: known by its name only.
 *
 * @since 0.1.0
 */
public record NamedColumn<T>(String resultName, SqlType<T> type) implements Selectable<T> {}

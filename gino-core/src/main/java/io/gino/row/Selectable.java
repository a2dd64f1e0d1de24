/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import io.gino.type.SqlType;

/**
 * Something that a statement can return as a column, and that finds its value again in a {@link Row}.
 *
 * @since 0.1.0
 */
public interface Selectable<T> {

    SqlType<T> type();

    /** The name that PostgreSQL gives the column in a result. */
    String resultName();
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import io.gino.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The values of the row that is being read. Single-use: valid only while that row is read.
 *
 * @since 0.1.0
 */
public interface Cells {

    /** The value at {@code index}, counted from 0; null for NULL. */
    <T> @Nullable T get(int index, SqlType<T> type);
}

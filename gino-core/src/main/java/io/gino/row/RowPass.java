/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one result, first row to last. Single-use and not thread-safe: it may hold what it has read so far.
 *
 * @param <R> what it makes of the rows
 * @since 0.1.0
 */
@FunctionalInterface
public interface RowPass<R> {

    /** Takes the next row; gives what is complete with it, or null when nothing is yet. */
    @Nullable
    R read(Cells cells);

    /** What is complete now that the last row has been read. */
    default List<R> end() {
        return List.of();
    }
}

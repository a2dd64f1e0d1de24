/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.row.Cells;
import org.jspecify.annotations.Nullable;

/** The reading of a part of each row. Single-use. */
@FunctionalInterface
interface PartPass<T> {

    /** What the row has of it; null when it has none. */
    @Nullable
    T value(Cells cells);

    /** Whether several rows can give the same instance. */
    default boolean repeats() {
        return false;
    }

    /** Forgets the instances that it has read. */
    default void forget() {}
}

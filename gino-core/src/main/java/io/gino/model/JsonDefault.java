/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute is where its document has no such key.
 *
 * @param isStored whether an INSERT stores it
 */
record JsonDefault<T>(Optional<Supplier<T>> supplier, boolean isStored) {

    boolean isDeclared() {
        return supplier.isPresent();
    }

    @Nullable
    T value() {
        return supplier.map(Supplier::get).orElse(null);
    }
}

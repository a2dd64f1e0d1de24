/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import org.jspecify.annotations.Nullable;

/** How one attribute of an instance is read and written. */
sealed interface Accessor permits FieldAccessor, GetterAccessor, EmbeddedAccessor, StoreAccessor {

    @Nullable
    Object get(Object instance);

    /**
     * Puts a value into the instance.
     *
     * @throws io.gino.error.LoadException when the attribute is final
     */
    void set(Object instance, @Nullable Object value);
}

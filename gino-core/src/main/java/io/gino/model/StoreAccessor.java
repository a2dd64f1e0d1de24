/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import org.jspecify.annotations.Nullable;

/** An attribute without a field, in the value store of its instance. */
record StoreAccessor(String attribute) implements Accessor {

    @Override
    public @Nullable Object get(Object instance) {
        return ((DynamicModel) instance).store().get(attribute);
    }

    @Override
    public void set(Object instance, @Nullable Object value) {
        ((DynamicModel) instance).store().put(attribute, value);
    }
}

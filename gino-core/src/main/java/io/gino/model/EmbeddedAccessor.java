/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a value object that an instance holds.
 *
 * @param holder where the instance holds the value object
 * @param position the column's in the model
 */
record EmbeddedAccessor(Accessor holder, Embeddable embeddable, int position) implements Accessor {

    @Override
    public @Nullable Object get(Object instance) {
        Object embedded = holder.get(instance);
        return embedded == null ? null : embeddable.get(embedded, position);
    }

    /** Changes the value object, or puts another in its place where it cannot change or is not there. */
    @Override
    public void set(Object instance, @Nullable Object value) {
        Object embedded = holder.get(instance);
        if (embedded == null && value == null) {
            return;
        }
        Object changed = embeddable.with(embedded, position, value);
        if (changed != embedded) {
            holder.set(instance, changed);
        }
    }
}

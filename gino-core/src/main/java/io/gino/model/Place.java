/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import org.jspecify.annotations.Nullable;

/**
 * Where an attribute stands: in the instance itself, or in a value object that it holds.
 *
 * @param attributes what the attributes' names begin with
 * @param columns what the columns' names begin with
 * @param isOptional whether there may be no value object
 * @param isKey whether all of it belongs to the primary key
 */
record Place(
        String attributes,
        String columns,
        boolean isOptional,
        boolean isKey,
        @Nullable Holder holder) {

    static final Place INSTANCE = new Place("", "", false, false, null);

    /** @param accessor where the value object is held, from what stands around it */
    record Holder(Place around, Accessor accessor, Embeddable embeddable) {}

    /** The accessor from the instance itself, known from now on to each value object on the way. */
    Accessor fromInstance(int position, Accessor accessor) {
        if (holder == null) {
            return accessor;
        }
        holder.embeddable().add(position, accessor);
        return holder.around()
                .fromInstance(position, new EmbeddedAccessor(holder.accessor(), holder.embeddable(), position));
    }
}

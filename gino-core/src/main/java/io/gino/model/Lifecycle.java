/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import org.jspecify.annotations.Nullable;

/**
 * What a model does around reads and writes of its instances; a model that wants it implements this. Statements over many
 * rows by condition know no instances and call nothing.
 *
 * @param <M> the model itself
 * @since 0.1.0
 */
public interface Lifecycle<M> {

    /** Before it is inserted, or upserted; gives what is to be stored: this, or for a record another. */
    @SuppressWarnings("unchecked") // the model itself
    default M beforeCreate() {
        return (M) this;
    }

    /** After it has been inserted, or upserted, as the database stored it. */
    default void afterCreate() {}

    /** Before it is updated; more changes can be added. */
    default void beforeUpdate(Changes<M> changes) {}

    /** After it has been updated, as the database stored it. */
    default void afterUpdate() {}

    /** Before its row is deleted. */
    default void beforeDelete() {}

    /** After its row has been deleted, be it that there was none. */
    default void afterDelete() {}

    /** After it has been read, and before anything related is handed over; gives what to go on with. */
    @SuppressWarnings("unchecked") // the model itself
    default M afterLoad() {
        return (M) this;
    }

    /** What an update is about to set. */
    interface Changes<M> {

        /** One more value to set. */
        <T> Changes<M> set(ColumnAttribute<M, T> column, @Nullable T value);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.sql.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a {@link JsonAttribute} go through, where the annotation names it. It needs a constructor without
 * arguments. Code that uses a field of its own class directly passes it by, as does what is read from the database.
 *
 * @param <M> the model
 * @param <T> the Java type of the attribute
 * @since 0.1.0
 */
public interface JsonHooks<M, T> {

    /** The value to put into memory, and to store, for one that is set by the attribute or by an update of an instance. */
    default @Nullable T beforeSet(M instance, @Nullable T value) {
        return value;
    }

    /**
     * The value that the attribute gives for one that is in memory. Where this is overridden, declared defaults are
     * computed when they are asked for, and not stored.
     */
    default @Nullable T afterGet(M instance, @Nullable T value) {
        return value;
    }

    /** What stands for the attribute in conditions, orders and selects, made of the value in the document. */
    default Expression<T> expression(Expression<T> value) {
        return value;
    }

    /** Says that there are no hooks. */
    final class None implements JsonHooks<Object, Object> {}
}

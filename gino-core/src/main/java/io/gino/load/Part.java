/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.sql.FromItem;

/**
 * Something to load beside, or below, something else: an instance, a collection, a column.
 *
 * @param <T> what it is in one place
 * @since 0.1.0
 */
public abstract sealed class Part<T> permits Loader, Many {

    Part() {}

    /** This below rows of the parent, to which it is joined or correlated. */
    abstract Branch<T> under(FromItem parent);
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.sql.Expression;

/**
 * A model that says itself which row is that of an instance, in place of its primary key or for want of one. Updates,
 * deletes and reads of an instance go by it.
 *
 * @since 0.1.0
 */
public interface Lookup {

    /** The condition that the row of this instance meets, and no other. */
    Expression<Boolean> lookup();
}

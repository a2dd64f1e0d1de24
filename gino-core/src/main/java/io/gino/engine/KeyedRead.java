/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.sql.Statement;
import java.util.List;

/**
 * A read of one thing by its key, which may be gathered with others of its kind into one statement.
 *
 * @param <R> what is read
 * @since 0.1.0
 */
public interface KeyedRead<R> {

    /** What reads that may be gathered have in common. */
    Object kind();

    /** The key, in the form in which {@link #together} takes it. */
    Object key();

    /** What reads this alone. */
    Statement<R> alone();

    /** What reads all of these keys; what is not there is left out. */
    Statement<Placed<R>> together(List<?> keys);

    /**
     * What was read for one of several keys.
     *
     * @param place that of the key among them, counted from 1
     */
    record Placed<R>(long place, R value) {}
}

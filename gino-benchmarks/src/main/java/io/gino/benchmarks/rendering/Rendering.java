/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.rendering;

import java.util.List;

/**
 * One way to make this statement from its values: ten columns of {@code users} where the name is like a pattern, the age
 * at least so much, the user active, the city or the country a certain one; by name and then by id, the last id first.
 *
 * @param <S> what the library hands to its driver
 */
public interface Rendering<S> {

    /** Makes the statement and its SQL, nothing of it kept from one call to the next. */
    S render(Search search);

    /** Its SQL, parameters written {@code $1} or {@code ?}. */
    String sql(S rendered);

    /** The values of its parameters, in order. */
    List<Object> binds(S rendered);

    /** Runs work in which {@link #render} can be called; what this itself costs belongs to no statement. */
    default void within(Runnable work) {
        work.run();
    }
}

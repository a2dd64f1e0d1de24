/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.data.Data;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** Something to be measured. Immutable. */
public interface Workload {

    /** As the command line spells it. */
    String name();

    /** What one operation does, for the table of results. */
    String description();

    /** How this contender does it; empty when it cannot. */
    Optional<Operation> by(Contender contender);

    /** Makes the database ready for the next operations of one contender. */
    default void prepare(Data data) {
        data.requireFull();
    }

    /** How many operations are on their way at once. */
    default int concurrency() {
        return 1;
    }

    /**
     * How many statements an operation runs one after another. It warms up as many times as long, since the JVM compiles
     * what has often run, and not what has run for long.
     */
    default int statements() {
        return 1;
    }

    /** How many operations differ in what they ask for; after so many the first comes again. */
    default int kinds() {
        return 1;
    }

    /** Whether so many rows come that what they hold of the heap is worth knowing. */
    default boolean isStream() {
        return false;
    }

    /** What is measured. */
    @FunctionalInterface
    interface Operation {

        /**
         * Does it once more.
         *
         * @param number which time this is, from 0 on; the same work for each contender
         */
        Flux<?> run(long number);
    }
}

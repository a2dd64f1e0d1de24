/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import reactor.core.publisher.Mono;

/**
 * A library connected to the database by a pool of {@value #CONNECTIONS} connections, doing what it is asked as its own
 * documentation would. What it can do says which of the interfaces beside this one it implements. Thread-safe.
 */
public interface Contender {

    /** How many connections each contender has. */
    int CONNECTIONS = 10;

    /** The name of the one that all others are compared with. */
    String BASE = "driver";

    String name();

    Mono<Void> close();
}

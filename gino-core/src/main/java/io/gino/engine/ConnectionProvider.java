/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.spi.Connection;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Where an engine gets its connections: a pool of its own, or something that shares them with others. A service.
 *
 * @since 0.1.0
 */
public interface ConnectionProvider {

    /** A connection for the caller alone until it is released. */
    Mono<Connection> acquire();

    /**
     * A connection that is kept for a long time, such as one that listens: outside of any limit to their number, where
     * that can be had. It is released as the others are.
     */
    default Mono<Connection> dedicated() {
        return acquire();
    }

    /** Gives a connection back, whatever became of the work on it. */
    Mono<Void> release(Connection connection);

    /**
     * Lets others join a transaction that has begun.
     *
     * @param connection what it runs on
     * @param context Reactor's context in which it began
     */
    default SharedTransaction share(Connection connection, Transaction transaction, ContextView context) {
        return SharedTransaction.ALONE;
    }

    /**
     * What tells the innermost transaction that this knows of, gino's or someone else's, from all others: when it is
     * not the one in which gino's scope was entered, then another has begun inside, and statements belong to that.
     */
    default Optional<Object> innermost(ContextView context) {
        return Optional.empty();
    }

    /** Closes what this opened. */
    default Mono<Void> close() {
        return Mono.empty();
    }
}

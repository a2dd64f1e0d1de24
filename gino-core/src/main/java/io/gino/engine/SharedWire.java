/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A connection that shares the driver's with others, as those of a test do that is rolled back. What does not go by its
 * statements but straight to the driver, as COPY does, asks it for its turn.
 *
 * @since 0.1.0
 */
public interface SharedWire {

    /** The work, once none of the others uses the driver's connection; until it ends, none does. */
    <T> Flux<T> inTurn(Supplier<? extends Publisher<T>> work);

    /** The work, in its turn if the connection is one of these, or wraps one. */
    static <T> Flux<T> onWire(Connection connection, Flux<T> work) {
        Object found = connection;
        while (!(found instanceof SharedWire) && found instanceof Wrapped<?> wrapped && wrapped.unwrap() != null) {
            found = wrapped.unwrap();
        }
        return found instanceof SharedWire shared ? shared.inTurn(() -> work) : work;
    }
}

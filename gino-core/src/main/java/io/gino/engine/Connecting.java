/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.gino.error.Wording;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The first connection of an engine, tried again while the database is not there yet. */
record Connecting(GinoEngine engine, int attempts, Duration interval) {

    private static final Logger LOG = LoggerFactory.getLogger(GinoEngine.class);

    Connecting {
        if (attempts < 1 || interval.isNegative()) {
            throw new ConnectionException("Cannot connect in " + attempts + " attempts, " + Wording.time(interval)
                    + " apart. Give at least one attempt.");
        }
    }

    Mono<GinoEngine> connect() {
        return attempt(1);
    }

    private Mono<GinoEngine> attempt(int number) {
        return engine.acquire(connection -> Mono.just(engine))
                .doOnNext(connected -> LOG.info("Connected to the database: {}", engine))
                .onErrorResume(failure -> number < attempts && isWorthAnother(failure), failure -> {
                    LOG.warn(
                            "Attempt {} of {} to connect failed, next in {}: {}",
                            number,
                            attempts,
                            Wording.time(interval),
                            failure.getMessage());
                    return Mono.delay(interval).then(Mono.defer(() -> attempt(number + 1)));
                });
    }

    /** Who is refused by name or password will be refused again. */
    private static boolean isWorthAnother(Throwable failure) {
        boolean isRefused = failure.getCause() instanceof R2dbcException driver
                && driver.getSqlState() != null
                && driver.getSqlState().startsWith("28");
        return failure instanceof ConnectionException && !isRefused;
    }
}

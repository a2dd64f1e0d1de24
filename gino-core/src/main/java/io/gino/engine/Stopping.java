/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings a statement to its end that nobody waits for any more, if need be by a cancel request. */
record Stopping(Connection connection, Settings settings) {

    /** How long a cancelled statement may take to end by itself before the server is asked to stop it. */
    private static final Duration GRACE = Duration.ofMillis(10);

    /** @param isSpared whether a result that is on its way may come to its end, for a while */
    Mono<Void> stop(boolean isSpared) {
        Mono<Void> ended = barrier().cache();
        return ended.timeout(isSpared ? settings.cancelTimeout().dividedBy(2) : GRACE)
                .onErrorResume(
                        TimeoutException.class,
                        // A request that comes too late would hit the next statement, so one more is let through.
                        running -> cancelRequest().then(ended).then(barrier()))
                .timeout(settings.cancelTimeout());
    }

    /** Answers when all that was sent before has ended. */
    private Mono<Void> barrier() {
        return Flux.defer(() -> connection.createStatement("").execute())
                .concatMap(Result::getRowsUpdated)
                .then()
                .onErrorResume(this::unlessConnected);
    }

    /** Nothing when the connection is still there, else the failure. */
    private Mono<Void> unlessConnected(Throwable failure) {
        return Mono.from(connection.validate(ValidationDepth.LOCAL))
                .flatMap(isConnected -> isConnected ? Mono.empty() : Mono.error(failure));
    }

    private Mono<Void> cancelRequest() {
        return Mono.defer(() -> DriverConnection.find(connection)
                        .map(PostgresqlConnection::cancelRequest)
                        .orElse(Mono.empty()))
                .onErrorComplete();
    }
}

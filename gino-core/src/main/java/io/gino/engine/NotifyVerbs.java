/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.StatementException;
import io.gino.sql.Identifier;
import io.gino.sql.Sql;
import io.gino.sql.Statement;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/**
 * Sends what {@link GinoEngine#listen} receives.
 *
 * @since 0.1.0
 */
public interface NotifyVerbs {

    /** PostgreSQL takes payloads of fewer than 8000 bytes. */
    int MAX_PAYLOAD_BYTES = 7999;

    /** Runs a statement. */
    Mono<Status> status(Statement<?> statement);

    /**
     * Sends a payload to all that listen on a channel; in a transaction, when that commits.
     *
     * @param channel any name, exactly as those who listen spell it
     * @param payload at most {@value #MAX_PAYLOAD_BYTES} bytes
     */
    default Mono<Void> notify(String channel, String payload) {
        return Mono.defer(() -> {
            int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_PAYLOAD_BYTES) {
                throw new StatementException("A notification carries at most " + MAX_PAYLOAD_BYTES
                        + " bytes; the payload for channel '" + channel + "' has " + bytes
                        + ". Store it in a table, and send its key.");
            }
            return status(Sql.text("SELECT pg_notify(:channel, :payload)")
                            .bind("channel", Identifier.of(channel).name())
                            .bind("payload", payload))
                    .then();
        });
    }
}

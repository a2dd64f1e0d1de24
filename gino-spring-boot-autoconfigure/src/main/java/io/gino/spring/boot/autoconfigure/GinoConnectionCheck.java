/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.engine.GinoEngine;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.InitializingBean;
import reactor.core.publisher.Mono;

/** Takes one connection at start, so that a wrong URL is found then and not by the first request. */
final class GinoConnectionCheck implements InitializingBean {

    /** How long one attempt may take. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final GinoEngine engine;
    private final DatabaseAddress address;
    private final GinoDatabaseProperties.Retry retry;

    GinoConnectionCheck(GinoEngine engine, DatabaseAddress address, GinoDatabaseProperties.Retry retry) {
        this.engine = engine;
        this.address = address;
        this.retry = retry;
        if (retry.attempts() < 1) {
            throw new GinoStartupException(
                    "spring.gino.retry.attempts is %d, and the first attempt counts.".formatted(retry.attempts()),
                    "Set it to 1 or more.");
        }
    }

    @Override
    public void afterPropertiesSet() {
        engine.connect(retry.attempts(), retry.interval())
                .timeout(
                        limit(),
                        Mono.error(() -> new TimeoutException("no answer within " + limit().toSeconds() + " seconds")))
                .onErrorMap(failure -> ConnectionFailures.explain(address, failure))
                .block();
    }

    private Duration limit() {
        return TIMEOUT.multipliedBy(retry.attempts()).plus(retry.interval().multipliedBy(retry.attempts() - 1L));
    }
}

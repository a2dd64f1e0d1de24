package io.gino.spring.boot.autoconfigure;

import io.gino.engine.GinoEngine;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.InitializingBean;
import reactor.core.publisher.Mono;

/** Takes one connection at start, so that a wrong URL is found then and not by the first request. */
final class GinoConnectionCheck implements InitializingBean {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final GinoEngine engine;
    private final DatabaseAddress address;

    GinoConnectionCheck(GinoEngine engine, DatabaseAddress address) {
        this.engine = engine;
        this.address = address;
    }

    @Override
    public void afterPropertiesSet() {
        engine.acquire(connection -> Mono.empty())
                .timeout(
                        TIMEOUT,
                        Mono.error(() -> new TimeoutException("no answer within " + TIMEOUT.toSeconds() + " seconds")))
                .onErrorMap(failure -> ConnectionFailures.explain(address, failure))
                .block();
    }
}

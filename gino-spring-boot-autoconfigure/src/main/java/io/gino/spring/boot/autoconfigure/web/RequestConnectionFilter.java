/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import io.gino.Gino;
import io.gino.engine.AcquireOptions;
import io.gino.engine.GinoEngine;
import io.gino.error.UninitializedException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives each HTTP request one connection of each database: borrowed by the first statement, if there is one, and given
 * back when the request is answered, fails, or its client has gone. Not of a WebSocket, which lives long.
 */
final class RequestConnectionFilter implements WebFilter, Ordered {

    /** Before all filters that may use the database; until they do this costs nothing. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final AcquireOptions LAZY = AcquireOptions.options().lazy(true);

    private final List<Gino> databases;

    RequestConnectionFilter(Collection<Gino> databases) {
        this.databases = List.copyOf(databases);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> request = chain.filter(exchange);
        return isWebSocket(exchange.getRequest()) ? request : onConnections(request);
    }

    private static boolean isWebSocket(ServerHttpRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.UPGRADE));
    }

    private Mono<Void> onConnections(Mono<Void> request) {
        return databases.stream()
                .map(RequestConnectionFilter::engine)
                .flatMap(Optional::stream)
                .distinct()
                .reduce(request, (work, engine) -> engine.acquire(LAZY, connection -> work), (one, other) -> other);
    }

    /** One that is not bound yet has no connections. */
    private static Optional<GinoEngine> engine(Gino database) {
        try {
            return Optional.of(database.engine());
        } catch (UninitializedException e) {
            return Optional.empty();
        }
    }
}

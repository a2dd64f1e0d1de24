/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers with a problem (RFC 9457) where an error of gino's leaves a controller, a route or a filter unhandled. It
 * comes after the application's own handlers and before Boot's error page.
 */
final class ProblemWebExceptionHandler implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWebExceptionHandler.class);

    /** Boot's own is at -1. */
    private static final int ORDER = -2;

    private final ServerResponse.Context writing;

    ProblemWebExceptionHandler(ServerCodecConfigurer codecs) {
        this.writing = new Writing(codecs.getWriters());
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return Problem.of(failure)
                .map(problem -> answered(exchange, problem, failure))
                .orElseGet(() -> Mono.error(failure));
    }

    private Mono<Void> answered(ServerWebExchange exchange, ProblemDetail problem, Throwable failure) {
        if (HttpStatusCode.valueOf(problem.getStatus()).is5xxServerError()) {
            LOG.error("{} answered with {}", exchange.getLogPrefix(), problem.getStatus(), failure);
        }
        problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
        return ServerResponse.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem)
                .flatMap(response -> response.writeTo(exchange, writing));
    }

    private record Writing(List<HttpMessageWriter<?>> messageWriters) implements ServerResponse.Context {

        @Override
        public List<ViewResolver> viewResolvers() {
            return List.of();
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.sql.Sql;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One connection for each HTTP request, on a real server; after each test every connection is back. */
@ExtendWith(PostgresExtension.class)
class RequestConnectionIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<List<Integer>> NUMBERS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Boolean>> ANSWERS = new ParameterizedTypeReference<>() {};

    private static ConfigurableApplicationContext context;
    private static String address;
    private static WebClient http;
    private static Gino db;

    @BeforeAll
    static void start(TestDatabase database) {
        context = RequestsApplication.start(database.url(), "--spring.gino.use-connection-for-request=true");
        address = "localhost:" + context.getEnvironment().getProperty("local.server.port");
        http = WebClient.create("http://" + address);
        db = context.getBean("gino", Gino.class);
    }

    @AfterAll
    static void stop() {
        context.getBean("second", Gino.class).engine().close().block(LIMIT);
        context.close();
    }

    @AfterEach
    void everyConnectionIsBack() {
        PoolMetrics pool = context.getBean(ConnectionPool.class).getMetrics().orElseThrow();
        Awaitility.await("connections in use").until(pool::acquiredSize, acquired -> acquired == 0);
    }

    @Test
    void statementsOfARequestShareOne() {
        assertThat(numbers("/backends"))
                .hasSize(3)
                .containsOnly(numbers("/backends").get(0));
    }

    @Test
    void soDoThoseOnAnotherDatabase() {
        List<Integer> second = numbers("/second-backends");

        assertThat(second).hasSize(3).containsOnly(second.get(0)).doesNotContainAnyElementsOf(numbers("/backends"));
    }

    @Test
    void itIsBorrowedByTheFirstStatement() {
        List<Boolean> borrowed =
                http.get().uri("/borrowed").retrieve().bodyToMono(ANSWERS).block(LIMIT);

        assertThat(borrowed).containsExactly(false, true);
    }

    @Test
    void failureGivesItBack() {
        assertThat(status("/fails")).isEqualTo(500);
    }

    @Test
    void clientThatGoesCancelsTheStatementAndGivesItBack() {
        Mono<Void> request = http.get().uri("/sleeps").retrieve().bodyToMono(Void.class);

        var running = request.subscribe();
        Awaitility.await().until(RequestConnectionIT::sleeping, count -> count == 1);
        running.dispose();

        Awaitility.await().until(RequestConnectionIT::sleeping, count -> count == 0);
    }

    private static long sleeping() {
        return db.scalar(Sql.text("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                                + " AND query LIKE 'SELECT pg_sleep(60) /* of%'")
                        .read(Types.BIGINT))
                .block(LIMIT);
    }

    @Test
    void clientThatGoesInTheMiddleOfAStreamGivesItBack() {
        String first =
                http.get().uri("/streams").retrieve().bodyToFlux(String.class).blockFirst(LIMIT);

        assertThat(first).startsWith("tick 0");
    }

    @Test
    void transactionOfSpringsInARequestIsRolledBack() {
        int status = http.post()
                .uri("/transaction")
                .exchangeToMono(response -> response.releaseBody().thenReturn(response.statusCode()))
                .map(HttpStatusCode::value)
                .block(LIMIT);

        assertThat(status).isEqualTo(409);
        assertThat(db.query(City.class).all().map(City::name).collectList().block(LIMIT))
                .doesNotContain("Paris");
    }

    @Test
    void webSocketHasNone() {
        assertThat(http.get().uri("/scope").retrieve().bodyToMono(String.class).block(LIMIT))
                .isEqualTo("a connection");
        Sinks.One<String> answer = Sinks.one();

        new ReactorNettyWebSocketClient()
                .execute(
                        URI.create("ws://" + address + "/socket"),
                        session -> session.receive()
                                .map(WebSocketMessage::getPayloadAsText)
                                .next()
                                .doOnNext(answer::tryEmitValue)
                                .then())
                .block(LIMIT);

        assertThat(answer.asMono().block(LIMIT)).isEqualTo("none");
    }

    private static List<Integer> numbers(String path) {
        return http.get().uri(path).retrieve().bodyToMono(NUMBERS).block(LIMIT);
    }

    private static int status(String path) {
        return http.get()
                .uri(path)
                .exchangeToMono(response -> response.releaseBody().thenReturn(response.statusCode()))
                .map(HttpStatusCode::value)
                .block(LIMIT);
    }
}

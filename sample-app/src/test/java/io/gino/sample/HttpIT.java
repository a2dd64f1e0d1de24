/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import io.gino.Gino;
import io.gino.spring.boot.test.autoconfigure.AutoConfigureGino;
import java.math.BigDecimal;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * The application on a random port and a real PostgreSQL, both the same for all tests. What a test does to the database is
 * undone after it.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Some URL, so that the application starts no database of its own; the test has another.
        properties = "spring.gino.url=postgresql://localhost/replaced")
@AutoConfigureGino
@AutoConfigureWebTestClient(timeout = "PT60S")
abstract class HttpIT {

    @Autowired
    WebTestClient web;

    @Autowired
    Gino db;

    @LocalServerPort
    int port;

    /** For tests that are not undone. */
    void deleteUsers() {
        db.delete(User.class).everyRow().as(db::status).block();
    }

    /** The id of a new user. */
    long stored(String name, String email, String balance) {
        User user = db.create(new User(name, email, new BigDecimal(balance))).block();
        return Objects.requireNonNull(Objects.requireNonNull(user).getId());
    }

    ResponseSpec get(String uri, Object... variables) {
        return web.get().uri(uri, variables).exchange();
    }

    ResponseSpec send(HttpMethod method, String uri, String json) {
        return web.method(method)
                .uri(uri)
                .contentType(APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    ResponseSpec post(String uri, String json) {
        return send(HttpMethod.POST, uri, json);
    }

    static void assertProblem(ResponseSpec response, HttpStatus status, String detail) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status.value())
                .jsonPath("$.detail")
                .isEqualTo(detail);
    }
}

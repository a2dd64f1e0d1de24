/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(PostgresExtension.class)
class ProblemDetailsIT {

    private static ConfigurableApplicationContext context;
    private static WebTestClient http;

    @BeforeAll
    static void start(TestDatabase database) {
        context = RequestsApplication.start(database.url());
        http = RequestsApplication.client(context);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /cities/4711              | 404 | Not Found           | City is not found
                    /route/cities/4711        | 404 | Not Found           | City is not found
                    /cities/first?name=none   | 404 | Not Found           | No such data
                    /cities/only?name=none    | 404 | Not Found           | No city none
                    /one                      | 404 | Not Found           | No such data
                    /route/twice              | 409 | Conflict            | Something with the same key exists already.
                    /country                  | 409 | Conflict            | This refers to something that does not exist, or is still referred to.
                    /stale                    | 409 | Conflict            | This was changed or deleted in the meantime. Read it again.
                    /changed                  | 409 | Conflict            | This was changed or deleted in the meantime. Read it again.
                    /nameless                 | 400 | Bad Request         | A required value is missing.
                    /data                     | 400 | Bad Request         | A value is malformed, too long or out of range.
                    /sorted?by=-secret        | 400 | Bad Request         | The order or the page that was asked for does not exist.
                    /late                     | 504 | Gateway Timeout     | The database did not answer in time. Try again.
                    /away                     | 503 | Service Unavailable | The database is not available.
                    /lost                     | 503 | Service Unavailable | The database is not available.
                    """)
    void errorIsAProblemInWordsOfItsOwn(String uri, int status, String title, String detail) {
        http.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .json("""
                        {"status": %d, "title": "%s", "detail": "%s", "instance": "%s"}
                        """.formatted(status, title, detail, uri.replaceAll("\\?.*", "")), JsonCompareMode.STRICT);
    }

    @Test
    void faultOfTheApplicationIsNone() {
        http.get()
                .uri("/fault")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void handlerOfTheApplicationComesFirst() {
        http.get()
                .uri("/own")
                .exchange()
                .expectStatus()
                .isEqualTo(410)
                .expectBody(String.class)
                .isEqualTo("handled by the controller");
    }

    @Test
    void requestsHaveNoConnectionUnlessAskedFor() {
        http.get().uri("/scope").exchange().expectBody(String.class).isEqualTo("none");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Switched off, errors are Boot's affair. */
@ExtendWith(PostgresExtension.class)
class ProblemDetailsOffIT {

    private static ConfigurableApplicationContext context;
    private static WebTestClient http;

    @BeforeAll
    static void start(TestDatabase database) {
        context = RequestsApplication.start(database.url(), "--spring.gino.problem-details=false");
        http = RequestsApplication.client(context);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void errorsAreAnsweredAsBootDoes() {
        http.get()
                .uri("/nameless")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void whatIsNotThereIsStillA404() {
        http.get()
                .uri("/cities/4711")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }
}

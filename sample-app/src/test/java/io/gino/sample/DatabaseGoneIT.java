/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The database goes away while the application runs. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT60S")
@DirtiesContext
class DatabaseGoneIT {

    private static final TestDatabase DATABASE = TestPostgres.createDatabase();

    @Autowired
    WebTestClient web;

    @DynamicPropertySource
    static void useDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.gino.url", DATABASE::url);
    }

    @Test
    void isAnsweredWithServiceUnavailable() {
        web.get().uri("/users").exchange().expectStatus().isOk();
        DATABASE.close();
        for (String uri :
                new String[] {"/users", "/users/1", "/users?with=addresses", "/users/1/addresses", "/users/export"}) {
            HttpIT.assertProblem(
                    web.get().uri(uri).exchange(),
                    SERVICE_UNAVAILABLE,
                    "The database does not answer; try again later.");
        }
        web.get().uri("/actuator/health").exchange().expectStatus().isEqualTo(SERVICE_UNAVAILABLE);
    }
}

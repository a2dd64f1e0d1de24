/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The application as it starts when nothing is configured; a blank URL is none. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.gino.url=")
@AutoConfigureWebTestClient(timeout = "PT60S")
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
@DisabledIfEnvironmentVariable(
        named = "GINO_TEST_URL",
        matches = ".+",
        disabledReason = "GINO_TEST_URL names another PostgreSQL; this machine may not be able to run the embedded one")
class EmbeddedDatabaseIT {

    @Autowired
    WebTestClient web;

    @Test
    void startsItsOwnDatabaseAndSaysSoInOneLine(CapturedOutput output) {
        assertThat(output.getAll().lines().filter(line -> line.contains("PostgreSQL 18") || line.contains("io.zonky")))
                .singleElement()
                .asString()
                .contains("No spring.gino.url is set: running on an embedded PostgreSQL 18 at localhost:");
        web.get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.r2dbc.details.database")
                .isEqualTo("PostgreSQL");
    }

    @Test
    void findsNamesInEveryScriptLetterCaseApart() {
        web.post()
                .uri("/users")
                .bodyValue(new NewUser("Όμηρος", "homer@example.org", Optional.empty()))
                .exchange()
                .expectStatus()
                .isCreated();
        web.get()
                .uri("/users?q=όμη")
                .exchange()
                .expectBody()
                .jsonPath("$[0].name")
                .isEqualTo("Όμηρος");
        web.get()
                .uri("/users?q=ΌΜΗ")
                .exchange()
                .expectBody()
                .jsonPath("$[0].name")
                .isEqualTo("Όμηρος");
    }
}

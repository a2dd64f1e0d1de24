/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** With the profile {@code compose} the database is that of compose.yaml, which Spring Boot looks for in this folder. */
class ComposeTest {

    @Test
    void thereIsNoEmbeddedDatabaseBesideThatOfCompose() {
        new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues("spring.profiles.active=compose")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(R2dbcConnectionDetails.class));
    }

    @Test
    void thereIsAFileForIt() {
        assertThat(Path.of("compose.yaml"))
                .satisfies(file -> assertThat(Files.readString(file)).contains("image: postgres:"));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(EmbeddedDatabase.class)
    static class Application {}
}

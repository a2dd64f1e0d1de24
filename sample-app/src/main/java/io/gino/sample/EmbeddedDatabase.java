/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * A PostgreSQL of the application's own, for as long as neither a URL nor compose.yaml names another. It starts empty and leaves nothing behind.
 * What is built ahead of time does not have it, and takes its URL at run time.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!compose")
@ConditionalOnExpression("environment.getProperty('spring.gino.url', '').isBlank()"
        + " and !T(org.springframework.core.SpringProperties).getFlag('spring.aot.processing')")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        // The next start of this user cleans up in this directory, should this process be killed.
        Path directory =
                Path.of(System.getProperty("java.io.tmpdir"), "gino-sample-" + System.getProperty("user.name"));
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(directory.toFile())
                .setDataDirectory(directory.resolve(UUID.randomUUID().toString()))
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start();
        LOG.info("No spring.gino.url is set: running on an embedded PostgreSQL 18 at localhost:{}", postgres.getPort());
        return postgres;
    }

    @Bean
    R2dbcConnectionDetails connectionDetails(EmbeddedPostgres postgres) {
        return () -> ConnectionFactoryOptions.parse(
                "r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(postgres.getPort()));
    }
}

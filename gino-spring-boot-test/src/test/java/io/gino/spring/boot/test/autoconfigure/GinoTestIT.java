/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.test.autoconfigure.app.Mailer;
import io.gino.spring.boot.test.autoconfigure.app.Note;
import io.gino.spring.boot.test.autoconfigure.app.Notes;
import io.gino.spring.boot.test.autoconfigure.app.NotesApplication;
import io.gino.sql.Sql;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import io.gino.type.Types;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.WebServerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class GinoTestIT {

    private static final String NOWHERE = "spring.gino.url=postgresql://localhost:1/nowhere";

    @Nested
    @GinoTest(properties = {NOWHERE, "spring.gino.schema.mode=validate"})
    @ContextConfiguration(classes = NotesApplication.class)
    class OfAnApplicationThatValidates {

        @Test
        void hasTheTablesAllTheSame(@Autowired Gino db) {
            assertThat(db.query(Note.class).all().collectList().block()).isEmpty();
        }
    }

    @Nested
    @GinoTest(properties = NOWHERE)
    @ContextConfiguration(classes = NotesApplication.class)
    class ByItself {

        @Autowired
        private ApplicationContext context;

        @Autowired
        private Gino db;

        @Autowired
        private TestDatabase database;

        @Autowired
        private DatabaseClient client;

        @Autowired
        private TransactionalOperator transaction;

        @Test
        void hasTheModelsOnAnEmptyDatabaseOfItsOwn() {
            assertThat(name(db)).isEqualTo(database.name()).startsWith("gino_test_");
            assertThat(db.query(Note.class).all().collectList().block()).isEmpty();
        }

        @Test
        void hasNoneOfTheApplicationsComponents() {
            assertThat(context.getBeansOfType(Notes.class)).isEmpty();
            assertThat(context.getBeansOfType(Mailer.class)).isEmpty();
            assertThat(context.getBeanNamesForAnnotation(RestController.class)).isEmpty();
            assertThat(context.getBeansOfType(WebServerFactory.class)).isEmpty();
        }

        @Test
        void hasSpringsClientOnTheSameDatabase() {
            assertThat(client.sql("SELECT current_database()::text")
                            .mapValue(String.class)
                            .one()
                            .block())
                    .isEqualTo(database.name());
        }

        @Test
        void hasTransactions() {
            db.create(new Note(null, "not kept"))
                    .then(Mono.error(new IllegalStateException("rolled back")))
                    .as(transaction::transactional)
                    .as(StepVerifier::create)
                    .verifyErrorMessage("rolled back");
            assertThat(db.query(Note.class).count().block()).isZero();
        }
    }

    @Nested
    @GinoTest(includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Notes.class))
    @ContextConfiguration(classes = NotesApplication.class)
    class WithAFilter {

        @Autowired
        private Notes notes;

        @Autowired
        private ApplicationContext context;

        @Test
        void hasWhatItIncludes() {
            assertThat(notes.add("Καλημέρα").block().id()).isPositive();
            assertThat(context.getBeansOfType(Mailer.class)).isEmpty();
        }
    }

    @Nested
    @GinoTest
    @Import(Notes.class)
    @ContextConfiguration(classes = NotesApplication.class)
    class WithAnImport {

        @Autowired
        private Notes notes;

        @Test
        void hasWhatItImports() {
            assertThat(notes.add("Hello").block().id()).isPositive();
        }
    }

    @Nested
    @GinoTest(createAll = false)
    @ContextConfiguration(classes = NotesApplication.class)
    class WithoutTables {

        @Autowired
        private Gino db;

        @Test
        void findsTheDatabaseEmpty() {
            assertThat(tables(db)).isZero();
        }
    }

    @Nested
    @GinoTest(replaceDatabase = false)
    @ContextConfiguration(classes = NotesApplication.class)
    class OnTheConfiguredDatabase {

        private static final TestDatabase CONFIGURED = TestPostgres.createDatabase();

        @Autowired
        private Gino db;

        @DynamicPropertySource
        static void url(DynamicPropertyRegistry registry) {
            registry.add("spring.gino.url", CONFIGURED::url);
        }

        @AfterAll
        static void drop() {
            CONFIGURED.close();
        }

        @Test
        void staysThere() {
            assertThat(name(db)).isEqualTo(CONFIGURED.name());
            assertThat(tables(db)).isEqualTo(1);
        }
    }

    @Nested
    @GinoTest(
            createAll = false,
            properties = {NOWHERE, "spring.gino.test.database.replace=false", "spring.gino.fail-fast=false"})
    @ContextConfiguration(classes = NotesApplication.class)
    class OnTheConfiguredDatabaseByProperty {

        @Autowired
        private ApplicationContext context;

        @Test
        void hasNoOther() {
            assertThat(context.getBeansOfType(TestDatabase.class)).isEmpty();
            assertThat(context.getBeansOfType(ConnectionFactory.class)).hasSize(1);
        }
    }

    @Nested
    @GinoTest(properties = NOWHERE)
    @ContextConfiguration(classes = {NotesApplication.class, WithConnectionDetails.Details.class})
    class WithConnectionDetails {

        @Autowired
        private Gino db;

        @Autowired
        private TestDatabase brought;

        @Test
        void usesThem() {
            assertThat(name(db)).isEqualTo(brought.name());
        }

        @TestConfiguration(proxyBeanMethods = false)
        static class Details {

            @Bean
            TestDatabase brought() {
                return TestPostgres.createDatabase();
            }

            @Bean
            R2dbcConnectionDetails details(TestDatabase brought) {
                return () -> ConnectionFactoryOptions.parse("r2dbc:" + brought.url());
            }
        }
    }

    @Nested
    @SpringBootTest(classes = NotesApplication.class, properties = NOWHERE)
    @AutoConfigureGino
    class BesideTheWholeApplication {

        @Autowired
        private Notes notes;

        @Autowired
        private Mailer mailer;

        @Autowired
        private TestDatabase database;

        @Autowired
        private Gino db;

        @Test
        void replacesOnlyTheDatabase() {
            assertThat(mailer).isNotNull();
            assertThat(notes.add("Hello").block().id()).isPositive();
            assertThat(name(db)).isEqualTo(database.name());
        }
    }

    private static String name(Gino db) {
        return db.scalar(Sql.text("SELECT current_database()::text").read(Types.TEXT))
                .block();
    }

    private static long tables(Gino db) {
        return db.scalar(Sql.text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .read(Types.BIGINT))
                .block();
    }
}

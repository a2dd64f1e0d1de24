/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.sql.Sql;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import io.gino.type.Types;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class GinoSchemaInitializerIT {

    private static final String[] SCRIPT = {
        "spring.sql.init.mode=always", "spring.sql.init.schema-locations=classpath:geo/schema.sql"
    };

    private final TestDatabase database = TestPostgres.createDatabase();
    private final GinoEngine engine = GinoEngine.create(database.url());

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(GeoApplication.class)
            .withPropertyValues(
                    "spring.gino.url=" + database.url(),
                    "spring.gino.create-all=true",
                    "spring.r2dbc.pool.initial-size=0");

    private final ApplicationContextRunner withFlyway = runner.withConfiguration(
                    AutoConfigurations.of(FlywayAutoConfiguration.class))
            .withPropertyValues(
                    "spring.flyway.url=jdbc:postgresql://%s:%d/%s"
                            .formatted(database.host(), database.port(), database.name()),
                    "spring.flyway.user=" + database.username(),
                    "spring.flyway.password=" + database.password(),
                    "spring.flyway.locations=classpath:geo/migrations",
                    "spring.flyway.baseline-on-migrate=true",
                    "spring.flyway.baseline-version=0");

    @AfterEach
    void drop() {
        engine.close().block();
        database.close();
    }

    @Test
    void createsNothingUnlessAskedTo() {
        runner.withPropertyValues("spring.gino.create-all=false").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(GinoSchemaInitializer.class);
            assertThat(tables()).isEmpty();
        });
    }

    @Test
    void createsTheTablesOfTheModelsAndLeavesThemAtTheNextStart() {
        runner.run(context ->
                context.getBean(Gino.class).create(new City("Athens")).block());
        assertThat(tables()).containsExactly("cities", "countries");

        runner.run(context -> assertThat(
                        context.getBean(Gino.class).query(City.class).count().block())
                .isEqualTo(1));
    }

    @Test
    void applicationsThatStartTogetherDoNotDisturbEachOther() {
        assertThat(IntStream.range(0, 4).parallel().mapToObj(i -> start()))
                .hasSize(4)
                .allSatisfy(failure -> assertThat(failure).isEqualTo("none"));
        assertThat(tables()).containsExactly("cities", "countries");
    }

    private String start() {
        String[] failure = {"none"};
        runner.run(context -> {
            if (context.getStartupFailure() != null) {
                failure[0] = context.getStartupFailure().toString();
            }
        });
        return failure[0];
    }

    @Test
    void whoeverGetsGinoFindsTheTables() {
        runner.withUserConfiguration(AsksAtOnce.class)
                .run(context ->
                        assertThat(context.getBean(AsksAtOnce.class).cities).isZero());
    }

    @Test
    void comesAfterScripts() {
        runner.withPropertyValues(SCRIPT).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(tables()).containsExactly("cities", "countries");
            assertThat(defaultOfMadeBy()).isEqualTo("'a script'::text");
        });
    }

    @Test
    void comesAfterFlyway() {
        withFlyway.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(tables()).containsExactly("cities", "countries", "flyway_schema_history");
            assertThat(defaultOfMadeBy()).isEqualTo("'a migration'::text");
        });
    }

    @Test
    void standsLastInTheRowOfWhatUsesTheDatabaseAtStart() {
        withFlyway.withPropertyValues(SCRIPT).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(dependencies(context, "r2dbcScriptDatabaseInitializer")).containsExactly("ginoConnectionCheck");
            assertThat(dependencies(context, "flyway")).containsExactly("r2dbcScriptDatabaseInitializer");
            assertThat(dependencies(context, "flywayInitializer")).containsExactly("flyway");
            assertThat(dependencies(context, "ginoSchemaInitializer")).containsExactly("flywayInitializer");
            assertThat(dependencies(context, "gino")).contains("ginoSchemaInitializer");
        });
    }

    @Test
    void waitsForAnotherProgramOnlySoLong() {
        Mono<Void> start = Mono.<Void>fromRunnable(() -> assertFails(
                        runner.withPropertyValues("spring.gino.schema.timeout=2s"),
                        "Creating the tables of the models took longer than 2 seconds. Look for another program that holds locks"
                                + " in this database, or raise spring.gino.schema.timeout."))
                .subscribeOn(Schedulers.boundedElastic());

        engine.transaction(other -> engine.status(Sql.text("SELECT pg_advisory_xact_lock(x'67696E6F'::bigint)"))
                        .then(start))
                .block();
    }

    @Test
    void saysWhatItCannotCreate() {
        assertFails(
                runner.withUserConfiguration(WithOrphan.class),
                "Cannot create the tables of the models: The foreign key of 'orphans' (parent_id), attribute"
                        + " 'parentId' of model Orphan, leads to table 'parents', which is"
                        + " not declared. It has: orphans. Declare it in the same metadata, or name another. Correct the model or the"
                        + " database; spring.gino.create-all=false starts without creating tables.");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        assertFails(
                runner.withPropertyValues("spring.gino.url=" + database.url() + "_not"),
                "PostgreSQL at %s:%d has no database '%s_not'. Create it, for example by: createdb %s_not. Or name another one in spring.gino.url."
                        .formatted(database.host(), database.port(), database.name(), database.name()));
    }

    private static void assertFails(ApplicationContextRunner application, String message) {
        application.run(context -> assertThat(context)
                .getFailure()
                .isInstanceOf(BeanCreationException.class)
                .cause()
                .isInstanceOf(GinoStartupException.class)
                .hasMessage(message));
    }

    private List<String> tables() {
        return engine.all(
                        Sql.text("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                                .read(Types.TEXT))
                .collectList()
                .block();
    }

    private String defaultOfMadeBy() {
        return engine.scalar(Sql.text(
                                "SELECT column_default::text FROM information_schema.columns WHERE column_name = 'made_by'")
                        .read(Types.TEXT))
                .block();
    }

    private static String[] dependencies(AssertableApplicationContext context, String bean) {
        return ((AbstractBeanDefinition) context.getBeanFactory().getBeanDefinition(bean)).getDependsOn();
    }

    @GinoModel("orphans")
    record Orphan(
            @PrimaryKey Long id, @ForeignKey("parents.id") Long parentId) {}

    @Configuration(proxyBeanMethods = false)
    static class WithOrphan {

        @Bean
        static GinoManagedTypes models() {
            return GinoManagedTypes.of(Orphan.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class AsksAtOnce {

        private final Gino db;
        private long cities = -1;

        AsksAtOnce(Gino db) {
            this.db = db;
        }

        @PostConstruct
        void ask() {
            cities = db.query(City.class).count().block();
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.sql.Sql;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import io.gino.type.Types;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Liquibase works over JDBC, and is told its own URL. */
class LiquibaseIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final TestDatabase database = TestPostgres.createDatabase();
    private final GinoEngine engine = GinoEngine.create(database.url());

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(GeoApplication.class)
            .withConfiguration(AutoConfigurations.of(LiquibaseAutoConfiguration.class))
            .withPropertyValues(
                    "spring.gino.url=" + database.url(),
                    "spring.r2dbc.pool.initial-size=0",
                    "spring.liquibase.url=jdbc:postgresql://%s:%d/%s"
                            .formatted(database.host(), database.port(), database.name()),
                    "spring.liquibase.user=" + database.username(),
                    "spring.liquibase.password=" + database.password());

    @AfterEach
    void drop() {
        engine.close().block(TIMEOUT);
        database.close();
    }

    @Test
    void createAllAddsWhatTheChangesLeftOut() {
        runner.withPropertyValues(
                        "spring.gino.create-all=true",
                        "spring.liquibase.change-log=classpath:geo/changes/countries.sql")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(tables())
                            .containsExactly("cities", "countries", "databasechangelog", "databasechangeloglock");
                    assertThat(defaultOfMadeBy()).isEqualTo("'a changeset'::text");
                });
    }

    @Test
    void validateComparesWhatTheChangesHaveMade() {
        runner.withPropertyValues(
                        "spring.gino.schema.mode=validate", "spring.liquibase.change-log=classpath:geo/changes/all.sql")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(GinoSchemaInitializer.class);
                    assertThat(context.getBean(Gino.class)
                                    .query(City.class)
                                    .count()
                                    .block(TIMEOUT))
                            .isZero();
                });
    }

    @Test
    void validateSaysWhatTheChangesLeftOut() {
        runner.withPropertyValues(
                        "spring.gino.schema.mode=validate",
                        "spring.liquibase.change-log=classpath:geo/changes/countries.sql")
                .run(
                        context -> assertThat(context)
                                .getFailure()
                                .cause()
                                .isInstanceOf(GinoStartupException.class)
                                .hasMessage(
                                        "The database differs from the models:\n"
                                                + "  - Table 'cities' is missing. Correct the models, or the database by a migration."));
    }

    @Test
    void standsBetweenTheScriptsAndTheTablesOfTheModels() {
        runner.withPropertyValues(
                        "spring.gino.create-all=true",
                        "spring.sql.init.mode=always",
                        "spring.sql.init.schema-locations=optional:classpath:no-such.sql",
                        "spring.liquibase.change-log=classpath:geo/changes/countries.sql")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(dependencies(context, "liquibase")).containsExactly("r2dbcScriptDatabaseInitializer");
                    assertThat(dependencies(context, "ginoSchemaInitializer")).containsExactly("liquibase");
                    assertThat(dependencies(context, "gino")).contains("ginoSchemaInitializer");
                });
    }

    private List<String> tables() {
        return engine.all(
                        Sql.text("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                                .read(Types.TEXT))
                .collectList()
                .block(TIMEOUT);
    }

    private String defaultOfMadeBy() {
        return engine.scalar(Sql.text(
                                "SELECT column_default::text FROM information_schema.columns WHERE column_name = 'made_by'")
                        .read(Types.TEXT))
                .block(TIMEOUT);
    }

    private static String[] dependencies(AssertableApplicationContext context, String bean) {
        return ((AbstractBeanDefinition) context.getBeanFactory().getBeanDefinition(bean)).getDependsOn();
    }
}

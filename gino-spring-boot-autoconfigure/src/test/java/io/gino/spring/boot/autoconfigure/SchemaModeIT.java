/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SchemaModeIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final TestDatabase database = TestPostgres.createDatabase();
    private final GinoEngine engine = GinoEngine.create(database.url());
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(GeoApplication.class)
            .withPropertyValues("spring.gino.url=" + database.url(), "spring.r2dbc.pool.initial-size=0");

    @AfterEach
    void drop() {
        engine.close().block(TIMEOUT);
        database.close();
    }

    private void run(String... statements) {
        for (String statement : statements) {
            engine.status(Sql.text(statement)).block(TIMEOUT);
        }
    }

    private List<String> tables() {
        return engine.all(
                        Sql.text("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                                .read(Types.TEXT))
                .collectList()
                .block(TIMEOUT);
    }

    @Test
    void noneIsNothing() {
        runner.withPropertyValues("spring.gino.schema.mode=none").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(GinoSchemaInitializer.class);
            assertThat(tables()).isEmpty();
        });
    }

    @Test
    void createIsWhatCreateAllIs() {
        runner.withPropertyValues("spring.gino.schema.mode=create")
                .run(context -> assertThat(tables()).containsExactly("cities", "countries"));
        assertThat(tables()).containsExactly("cities", "countries");
    }

    @Test
    void createDropDropsAtTheEndWhatIsDeclaredAndNothingElse() {
        run("CREATE TABLE others (id bigint)");
        runner.withPropertyValues("spring.gino.schema.mode=create-drop")
                .run(context -> assertThat(tables()).containsExactly("cities", "countries", "others"));
        assertThat(tables()).containsExactly("others");
    }

    @Test
    void withoutLookingFirstCreatingTwiceFails() {
        run("CREATE TABLE cities (id bigint)");
        runner.withPropertyValues("spring.gino.schema.mode=create", "spring.gino.schema.check-first=false")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("relation \"cities\" already exists"));
        assertThat(tables()).containsExactly("cities");
    }

    @Test
    void validateLetsTheApplicationStartWhereTheTablesAreThoseOfTheModels() {
        runner.withPropertyValues("spring.gino.create-all=true")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("spring.gino.schema.mode=validate")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(GinoSchemaInitializer.class));
    }

    @Test
    void validateSaysAllDifferencesAtOnceAndChangesNothing() {
        run("CREATE TABLE cities (id integer PRIMARY KEY, name text NOT NULL, country_id bigint)");
        runner.withPropertyValues("spring.gino.schema.mode=validate")
                .run(context -> assertThat(context)
                        .getFailure()
                        .cause()
                        .isInstanceOf(GinoStartupException.class)
                        .hasMessage("The database differs from the models:\n"
                                + "  - Column 'cities.id' is integer in the database, and bigint as declared.\n"
                                + "  - Table 'cities' lacks the unique constraint over (name).\n"
                                + "  - Table 'cities' lacks the foreign key from (country_id) to 'countries' (id).\n"
                                + "  - Table 'countries' is missing."
                                + " Correct the models, or the database by a migration."));
        assertThat(tables()).containsExactly("cities");
    }

    @Test
    void aTableThatIsMissingAtStartIsReportedWithWhatCreatesIt(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(GeoApplication.class, AsksAtStart.class)
                        .web(WebApplicationType.NONE)
                        .run("--spring.gino.url=" + database.url()))
                .isNotNull();
        assertThat(output)
                .contains(
                        "\nDescription:\n\nWhat runs at start needs a table that the database does not have. PostgreSQL"
                                + " refused the statement: relation \"cities\" does not exist (42P01). What is declared is created by"
                                + " createAll(), or by a migration. SQL: SELECT count(*) FROM cities LIMIT $1\n\nAction:\n\n"
                                + "Set spring.gino.create-all=true to have the tables of the models created before, or create it by a"
                                + " migration.\n");
    }

    static class AsksAtStart {

        AsksAtStart(Gino db) {
            db.query(City.class).count().block(TIMEOUT);
        }
    }

    @Test
    void scriptsRunFirstUnlessTheyAreDeferred() {
        ApplicationContextRunner scripted = runner.withPropertyValues(
                "spring.gino.create-all=true",
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=optional:classpath:no-such.sql",
                "spring.sql.init.data-locations=classpath:geo/data.sql");
        scripted.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("relation \"countries\" does not exist"));
        scripted.withPropertyValues("spring.gino.schema.defer-script-initialization=true")
                .run(context -> assertThat(context.getBean(Gino.class)
                                .query(City.class)
                                .count()
                                .block(TIMEOUT))
                        .isEqualTo(1));
    }
}

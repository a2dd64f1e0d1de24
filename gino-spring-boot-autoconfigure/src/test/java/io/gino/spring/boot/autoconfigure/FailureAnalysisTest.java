/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a person reads when the application does not start, word for word and as Boot prints it. */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTest {

    private CapturedOutput output;

    @BeforeEach
    void capture(CapturedOutput captured) {
        this.output = captured;
    }

    @Test
    void noUrl() {
        assertReport(
                Application.class,
                "GINO has no database: spring.gino.url is not set.",
                "Set it in application.properties, for example spring.gino.url=postgresql://user:password@localhost:5432/app."
                        + " If a profile sets it, activate that one (none is active).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void blankUrl(String blank) {
        assertReport(
                Application.class,
                "GINO has no database: spring.gino.url is blank.",
                "Set it in application.properties, for example spring.gino.url=postgresql://user:password@localhost:5432/app."
                        + " If a profile sets it, activate that one (active: night, test).",
                "spring.gino.url=" + blank,
                "spring.profiles.active=night,test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://jack:secret@localhost:many/app| A port in the database URL is a whole number from 1 to 65535; got"
                        + " 'many'.",
                "mysql://jack:secret@localhost/app| The database URL 'mysql://***@localhost/app' begins with none of"
                        + " postgresql://, postgres:// and r2dbc:postgresql://. Write one such as"
                        + " postgresql://localhost:5432/app.",
                "postgresql://jack:secret%@localhost/app| The password in the database URL has a % that does not begin the code"
                        + " of a character of UTF-8. Write the percent sign itself as %25."
            })
    void malformedUrl(String url, String reason) {
        assertReport(
                Application.class,
                "spring.gino.url cannot be used: " + reason,
                "Write it as spring.gino.url=postgresql://user:password@localhost:5432/app, with special characters in user and"
                        + " password escaped: % as %25, ? as %3F, / as %2F.",
                "spring.gino.url=" + url);
        assertThat(output).doesNotContain("secret");
    }

    @Test
    void unknownOption() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .run(arguments("spring.gino.url=postgresql://localhost/app?maxSiz=3")))
                .isNotNull();
        assertThat(output)
                .contains(
                        "\nDescription:\n\nspring.gino.url cannot be used: A database URL has no option 'maxSiz'. Did you"
                                + " mean 'maxSize'? It has: applicationName, ");
    }

    @Test
    void partsThatCannotBeUsed() {
        assertReport(
                Application.class,
                "spring.gino.ssl cannot be used: Option 'sslmode' of a database URL is one of disable, allow, prefer, require,"
                        + " verify-ca, verify-full, tunnel; got 'often'.",
                "Correct spring.gino.ssl.",
                "spring.gino.host=localhost",
                "spring.gino.ssl=often");
        assertReport(
                Application.class,
                "spring.gino.properties.maxLifeTime cannot be used: Option 'maxLifeTime' of a database URL is a time with its"
                        + " unit, such as 500ms, 30s, 5m or PT30S, or -1 for no limit; got 'long'.",
                "Correct spring.gino.properties.maxLifeTime.",
                "spring.gino.host=localhost",
                "spring.gino.properties.maxLifeTime=long");
    }

    @Test
    void settingsThatBootsPoolDoesNotHave() {
        assertReport(
                Application.class,
                "Option 'poolName' is set, and the pool that Spring Boot builds has no such setting.",
                "Leave it out, or declare a ConnectionFactory bean with a pool of your own.",
                "spring.gino.url=postgresql://localhost:1/app?poolName=mine");
    }

    @Test
    void poolThatIsSmallerThanItsMinimum() {
        assertReport(
                Application.class,
                "The pool cannot keep 5 connections open and have at most 3.",
                "Lower spring.gino.pool.min-size, or raise spring.gino.pool.max-size.",
                "spring.gino.url=postgresql://localhost:1/app",
                "spring.gino.pool.min-size=5",
                "spring.gino.pool.max-size=3");
    }

    @Test
    void jdbcUrl() {
        assertReport(
                Application.class,
                "spring.gino.url cannot be used: The database URL 'jdbc:postgresql://localhost/app?user=jack&password=***' begins"
                        + " with none of postgresql://, postgres:// and r2dbc:postgresql://. Leave the leading 'jdbc:' out.",
                "Write spring.gino.url=postgresql://localhost:5432/app, with spring.gino.username and spring.gino.password"
                        + " beside it.",
                "spring.gino.url=jdbc:postgresql://localhost/app?user=jack&password=secret");
        assertThat(output).doesNotContain("secret");
    }

    @Test
    void contradictingModes() {
        assertReport(
                Application.class,
                "spring.gino.create-all is true, and spring.gino.schema.mode is validate.",
                "Remove one of them.",
                "spring.gino.url=postgresql://localhost:1/app",
                "spring.gino.create-all=true",
                "spring.gino.schema.mode=validate");
    }

    @Test
    void attemptsAreCountedFromTheFirst() {
        assertReport(
                Application.class,
                "No PostgreSQL answers at localhost:1/app.",
                "Start it, or correct the host and the port in spring.gino.url.",
                "spring.gino.url=postgresql://localhost:1/app",
                "spring.gino.retry.attempts=3",
                "spring.gino.retry.interval=10ms");
        assertThat(output.getOut().lines().filter(line -> line.contains("to connect failed")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("Attempt 1 of 3 to connect failed, next in 10 ms: "),
                        second -> assertThat(second).contains("Attempt 2 of 3 to connect failed, next in 10 ms: "));
        assertReport(
                Application.class,
                "spring.gino.retry.attempts is 0, and the first attempt counts.",
                "Set it to 1 or more.",
                "spring.gino.url=postgresql://localhost:1/app",
                "spring.gino.retry.attempts=0");
    }

    @Test
    void nothingAnswers() {
        assertReport(
                Application.class,
                "No PostgreSQL answers at localhost:1/app.",
                "Start it, or correct the host and the port in spring.gino.url.",
                "spring.gino.url=postgresql://localhost:1/app");
    }

    @Test
    void nothingAnswersAtTheUrlOfBoot() {
        assertReport(
                Application.class,
                "No PostgreSQL answers at localhost:1/app.",
                "Start it, or correct the host and the port in spring.r2dbc.url.",
                "spring.r2dbc.url=r2dbc:postgresql://jack@localhost:1/app");
    }

    @Test
    void noSuchHost() {
        assertReport(
                Application.class,
                "There is no host for PostgreSQL at no-such-host.invalid:5432/app.",
                "Correct the host in spring.gino.url.",
                "spring.gino.url=postgresql://no-such-host.invalid/app");
    }

    @Test
    void wrongPassword() throws Exception {
        try (RefusingServer server = new RefusingServer("28P01", "password authentication failed for user \"jack\"")) {
            assertReport(
                    Application.class,
                    "PostgreSQL at localhost:%d/app refused the user 'jack': password authentication failed for user \"jack\"."
                            .formatted(server.port()),
                    "Correct the user and the password in spring.gino.url, or leave them out there and set"
                            + " spring.gino.username=jack and spring.gino.password=….",
                    "spring.gino.url=postgresql://jack:secret@localhost:%d/app".formatted(server.port()));
            assertThat(output).doesNotContain("secret");
        }
    }

    @Test
    void noSuchDatabase() throws Exception {
        try (RefusingServer server = new RefusingServer("3D000", "database \"app\" does not exist")) {
            assertReport(
                    Application.class,
                    "PostgreSQL at localhost:%d has no database 'app'.".formatted(server.port()),
                    "Create it, for example by: createdb app. Or name another one in spring.gino.url.",
                    "spring.gino.url=postgresql://jack@localhost:%d/app".formatted(server.port()));
        }
    }

    @Test
    void whateverElseTheServerSays() throws Exception {
        try (RefusingServer server = new RefusingServer("53300", "sorry, too many clients already")) {
            assertReport(
                    Application.class,
                    "Cannot connect to PostgreSQL at localhost:%d/app: sorry, too many clients already."
                            .formatted(server.port()),
                    "Correct spring.gino.url, or set spring.gino.fail-fast=false to start without the database.",
                    "spring.gino.url=postgresql://jack@localhost:%d/app".formatted(server.port()));
        }
    }

    @Test
    void connectionFactoryThatSaysNothingOfItself() {
        assertReport(
                OwnFactory.class,
                "No PostgreSQL answers at the address of the ConnectionFactory bean.",
                "Start it, or correct the host and the port in that bean.");
    }

    @Test
    void twoConnectionFactories() {
        assertReport(
                TwoFactories.class,
                "Parameter 0 of constructor in " + NeedsGino.class.getName()
                        + " needs a Gino, and there is none: the application"
                        + " has several ConnectionFactory beans ('main', 'reports') and none is marked.",
                "Annotate the @Bean method of the one that GINO shall use with @GinoConnectionFactory, or that of the application's"
                        + " main one with @Primary.");
    }

    @Test
    void severalGinosAndNoneNamed() {
        assertReport(
                NeedsGinoOfDatabases.class,
                "Parameter 0 of constructor in " + NeedsGino.class.getName()
                        + " needs a Gino, and does not say which: there are 'orders', 'users'.",
                "Name one at the place where it is injected: @Qualifier(\"orders\"). Where there is no main database,"
                        + " spring.gino.primary=orders makes that one the usual.",
                "spring.gino.databases.users.url=postgresql://localhost:1/users",
                "spring.gino.databases.users.fail-fast=false",
                "spring.gino.databases.orders.url=postgresql://localhost:1/orders",
                "spring.gino.databases.orders.fail-fast=false");
    }

    @Test
    void databaseWithANameAndNoUrl() {
        assertReport(
                NeedsGinoOfDatabases.class,
                "spring.gino.databases.orders.url is not set.",
                "Set it, for example spring.gino.databases.orders.url=postgresql://user:password@localhost:5432/app.",
                "spring.gino.databases.orders.create-all=true");
    }

    @Test
    void databaseWithANameThatDoesNotAnswer() {
        assertReport(
                NeedsGinoOfDatabases.class,
                "No PostgreSQL answers at localhost:1/orders.",
                "Start it, or correct the host and the port in spring.gino.databases.orders.url.",
                "spring.gino.databases.orders.url=postgresql://localhost:1/orders");
    }

    @Test
    void modelOfAnUnknownDatabase() {
        assertReport(
                WithStrayModel.class,
                "Model " + Stray.class.getName()
                        + " is of database 'ordes', which spring.gino.databases does not have. Did you"
                        + " mean 'orders'? It has: orders.",
                "Correct @GinoDatabase, or set spring.gino.databases.ordes.url=postgresql://user:password@localhost:5432/app.",
                "spring.gino.url=postgresql://localhost:1/app",
                "spring.gino.fail-fast=false",
                "spring.gino.databases.orders.url=postgresql://localhost:1/orders",
                "spring.gino.databases.orders.fail-fast=false");
    }

    @Test
    void modelWithoutADatabase() {
        assertReport(
                WithLostModel.class,
                "These models belong to none of spring.gino.databases: " + Lost.class.getName() + ".",
                "Annotate them with @GinoDatabase, name their packages in spring.gino.databases.orders.packages, or set"
                        + " spring.gino.primary.",
                "spring.gino.databases.orders.url=postgresql://localhost:1/orders",
                "spring.gino.databases.orders.fail-fast=false",
                "spring.gino.databases.users.url=postgresql://localhost:1/users",
                "spring.gino.databases.users.fail-fast=false");
    }

    @Test
    void switchedOff() {
        assertReport(
                NeedsGino.class,
                "Parameter 0 of constructor in " + NeedsGino.class.getName()
                        + " needs a Gino, and there is none: spring.gino.enabled is false.",
                "Remove that setting, or set it to true.",
                "spring.gino.enabled=false");
    }

    @Test
    void noConnectionFactory() {
        assertReport(
                NeedsGino.class,
                "Parameter 0 of constructor in " + NeedsGino.class.getName()
                        + " needs a Gino, and there is none: the application has no ConnectionFactory.",
                "Let R2dbcAutoConfiguration and GinoAutoConfiguration take part, with spring.gino.url set, or declare a"
                        + " ConnectionFactory bean.");
    }

    @Test
    void modelThatCannotBeDeclared() {
        assertReport(
                WithEmptyModel.class,
                "A model cannot be declared: Model " + Empty.class.getName()
                        + " has no attributes that could be columns.",
                "Correct it, or leave it out by a GinoManagedTypes bean.",
                "spring.gino.url=postgresql://localhost:1/app",
                "spring.gino.fail-fast=false");
    }

    @Test
    void whatIsNotOursIsLeftToBoot() {
        assertReport(
                NeedsEngine.class,
                "Parameter 0 of constructor in %s required a bean of type '%s' that could not be found.\n"
                        .formatted(NeedsEngine.class.getName(), GinoEngine.class.getName()),
                "Consider defining a bean of type '%s' in your configuration.".formatted(GinoEngine.class.getName()));
    }

    private void assertReport(Class<?> application, String description, String action, String... properties) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(application)
                        .web(WebApplicationType.NONE)
                        .properties("spring.main.banner-mode=off")
                        .run(arguments(properties)))
                .isNotNull();
        assertThat(output.getOut().replace("\r", ""))
                .contains("\nDescription:\n\n" + description + "\n\nAction:\n\n" + action + "\n\n");
    }

    private static String[] arguments(String... properties) {
        return Arrays.stream(properties).map(property -> "--" + property).toArray(String[]::new);
    }

    private static ConnectionFactory factory() {
        return ConnectionFactories.get("r2dbc:postgresql://jack@localhost:1/app");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        GinoAutoConfiguration.class,
        GinoConnectionAutoConfiguration.class,
        R2dbcAutoConfiguration.class
    })
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(GinoAutoConfiguration.class)
    static class OwnFactory {

        @Bean
        ConnectionFactory main() {
            return factory();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(NeedsGino.class)
    @ImportAutoConfiguration(GinoAutoConfiguration.class)
    static class TwoFactories {

        @Bean
        ConnectionFactory main() {
            return factory();
        }

        @Bean
        ConnectionFactory reports() {
            return factory();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(NeedsGino.class)
    @ImportAutoConfiguration({GinoDatabasesAutoConfiguration.class, GinoAutoConfiguration.class})
    static class NeedsGinoOfDatabases {}

    @GinoModel("strays")
    @GinoDatabase("ordes")
    record Stray(@PrimaryKey Long id) {}

    @GinoModel("lost")
    record Lost(@PrimaryKey Long id) {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(GinoDatabasesAutoConfiguration.class)
    static class WithStrayModel extends Application {

        @Bean
        static GinoManagedTypes models() {
            return GinoManagedTypes.of(Stray.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(GinoDatabasesAutoConfiguration.class)
    static class WithLostModel {

        @Bean
        static GinoManagedTypes models() {
            return GinoManagedTypes.of(Lost.class);
        }
    }

    static class NeedsGino {

        NeedsGino(Gino gino) {}
    }

    static class NeedsEngine {

        NeedsEngine(GinoEngine engine) {}
    }

    @GinoModel("nothing")
    static class Empty {}

    @Configuration(proxyBeanMethods = false)
    static class WithEmptyModel extends Application {

        @Bean
        static GinoManagedTypes models() {
            return GinoManagedTypes.of(Empty.class);
        }
    }
}

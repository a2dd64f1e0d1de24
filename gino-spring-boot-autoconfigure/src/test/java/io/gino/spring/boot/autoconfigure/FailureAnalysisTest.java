package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.GinoModel;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void malformedUrl() {
        assertReport(
                Application.class,
                "spring.gino.url 'postgresql://***@localhost:many/app' cannot be read: what follows the host's colon is not a port.",
                "Write it as postgresql://user:password@localhost:5432/app, with special characters in user and password escaped:"
                        + " @ as %40, / as %2F, # as %23.",
                "spring.gino.url=postgresql://jack:secret@localhost:many/app");
        assertThat(output).doesNotContain("secret");
    }

    @Test
    void urlOfAnotherDatabase() {
        assertReport(
                Application.class,
                "spring.gino.url is 'mysql://localhost/app', which is not the URL of a PostgreSQL database.",
                "Write it as postgresql://user:password@localhost:5432/app; r2dbc:postgresql:// and postgres:// will do too.",
                "spring.gino.url=mysql://localhost/app");
    }

    @Test
    void jdbcUrl() {
        assertReport(
                Application.class,
                "spring.gino.url is 'jdbc:postgresql://localhost/app', a JDBC URL, and GINO talks R2DBC.",
                "Replace the leading 'jdbc:' with 'r2dbc:', or leave it out.",
                "spring.gino.url=jdbc:postgresql://localhost/app");
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
                    "Correct the user and the password in spring.gino.url.",
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
                    "Create it, or name another one in spring.gino.url.",
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

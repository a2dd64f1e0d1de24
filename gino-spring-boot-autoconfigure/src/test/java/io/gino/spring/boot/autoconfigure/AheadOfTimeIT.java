/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.aot.hint.MemberCategory.ACCESS_DECLARED_FIELDS;
import static org.springframework.aot.hint.MemberCategory.INVOKE_DECLARED_CONSTRUCTORS;
import static org.springframework.aot.hint.MemberCategory.INVOKE_DECLARED_METHODS;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.Compiled;
import org.springframework.core.test.tools.TestCompiler;

/**
 * What is generated ahead of time, compiled and run on the JVM. Each test runs in a class loader of its own, in which that
 * may use what is not public; the database, which is that of all, is made outside of them.
 */
@CompileWithForkedClassLoader
class AheadOfTimeIT {

    private static final String CREATE = "spring.gino.create-all=true";
    private static final String PLACE = "io.gino.spring.boot.autoconfigure.aot.Shop$";

    private static final String URL = AheadOfTimeIT.class.getName() + ".url";

    private static Optional<TestDatabase> database = Optional.empty();

    @BeforeAll
    static void createDatabase() {
        if (System.getProperty(URL) == null) {
            database = Optional.of(TestPostgres.createDatabase());
            database.ifPresent(created -> System.setProperty(URL, created.url()));
        }
    }

    @AfterAll
    static void dropDatabase() {
        database.ifPresent(created -> {
            System.clearProperty(URL);
            created.close();
        });
    }

    private static String url() {
        return System.getProperty(URL);
    }

    @BeforeEach
    void asTheProcessorDoes() {
        System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
    }

    @AfterEach
    void clear() {
        System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackages = "io.gino.spring.boot.autoconfigure.aot")
    @Import(GeoApplication.class)
    static class ShopApplication {}

    private static void generate(Class<?> application, BiConsumer<RuntimeHints, Compiled> use, String... properties) {
        TestGenerationContext generation = new TestGenerationContext(application);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of(properties).applyTo(context);
            context.register(application);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        generation.writeGeneratedContent();
        System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
        TestCompiler.forSystem()
                .with(generation)
                .compile(compiled -> use.accept(generation.getRuntimeHints(), compiled));
    }

    private static void run(Compiled compiled, Consumer<GenericApplicationContext> use, String... properties) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            TestPropertyValues.of(properties).applyTo(context);
            start(compiled, context);
            use.accept(context);
        }
    }

    @SuppressWarnings("unchecked") // what is generated is one of these
    private static void start(Compiled compiled, GenericApplicationContext context) {
        compiled.getInstance(ApplicationContextInitializer.class).initialize(context);
        context.refresh();
    }

    @Test
    void theUrlIsTakenAtRunTime() {
        generate(
                GeoApplication.class,
                (hints, compiled) -> run(
                        compiled,
                        context -> {
                            Gino db = context.getBean(Gino.class);
                            assertThat(db.create(new City("Rome")).block().id()).isPositive();
                            assertThat(context.getBean(GinoManagedTypes.class))
                                    .hasToString("GinoManagedTypes[io.gino.spring.boot.autoconfigure.geo.City,"
                                            + " io.gino.spring.boot.autoconfigure.geo.Geography$Country]");
                        },
                        "spring.gino.url=" + url(),
                        CREATE),
                CREATE);
    }

    @Test
    void withoutAnyUrlAtRunTimeItSaysSo() {
        generate(
                GeoApplication.class,
                (hints, compiled) -> assertThatThrownBy(() -> run(compiled, context -> {}))
                        .hasRootCauseInstanceOf(GinoStartupException.class)
                        .hasRootCauseMessage(
                                "spring.gino.url is not set."
                                        + " Set it, for example spring.gino.url=postgresql://user:password@localhost:5432/app."),
                CREATE);
    }

    @Test
    void aUrlOfBootsAtBuildTimeStaysBoots() {
        generate(
                GeoApplication.class,
                (hints, compiled) -> run(
                        compiled,
                        context -> {
                            assertThat(context.getBean(R2dbcConnectionDetails.class))
                                    .isNotInstanceOf(GinoConnectionDetails.class);
                            assertThat(context.getBean(Gino.class)
                                            .query(City.class)
                                            .count()
                                            .block())
                                    .isNotNull();
                        },
                        "spring.r2dbc.url=r2dbc:" + url(),
                        CREATE),
                CREATE,
                "spring.r2dbc.url=r2dbc:postgresql://localhost/build");
    }

    @Test
    void databasesWithNamesTakeTheirUrlsAtRunTime() {
        generate(
                GeoApplication.class,
                (hints, compiled) -> run(
                        compiled,
                        context -> assertThat(context.getBean("geo", Gino.class)
                                        .query(City.class)
                                        .count()
                                        .block())
                                .isNotNull(),
                        "spring.gino.databases.geo.url=" + url(),
                        "spring.gino.databases.geo.create-all=true"),
                "spring.gino.databases.geo.url=postgresql://localhost/build",
                "spring.gino.databases.geo.create-all=true");
    }

    @Test
    void modelsThatAreNotPublicRun() {
        generate(
                ShopApplication.class,
                (hints, compiled) -> run(
                        compiled,
                        context -> assertThat(context.getBean(Gino.class).tables())
                                .extracting(table -> table.tableName())
                                .contains("products"),
                        "spring.gino.url=" + url(),
                        CREATE),
                CREATE);
    }

    @Test
    void hintsAreOfAllThatModelsReflectOn() {
        generate(ShopApplication.class, (hints, compiled) -> {
            Stream.of("Product", "Numbered", "Named", "Money")
                    .forEach(name -> assertThat(has(
                                    hints,
                                    name,
                                    INVOKE_DECLARED_CONSTRUCTORS,
                                    INVOKE_DECLARED_METHODS,
                                    ACCESS_DECLARED_FIELDS))
                            .as(name)
                            .isTrue());
            Stream.of("AsWritten", "NoName")
                    .forEach(name -> assertThat(has(hints, name, INVOKE_DECLARED_CONSTRUCTORS))
                            .as(name)
                            .isTrue());
            assertThat(has(hints, "Feature", INVOKE_DECLARED_CONSTRUCTORS)).isTrue();
            assertThat(has(hints, "Unrelated", INVOKE_DECLARED_CONSTRUCTORS)).isFalse();
        });
    }

    private static boolean has(RuntimeHints hints, String name, MemberCategory... categories) {
        return reflection()
                .onType(TypeReference.of(PLACE + name))
                .withMemberCategories(categories)
                .test(hints);
    }
}

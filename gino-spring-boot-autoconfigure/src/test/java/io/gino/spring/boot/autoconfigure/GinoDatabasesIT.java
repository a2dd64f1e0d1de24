/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.spring.boot.autoconfigure.geo.Geography;
import io.gino.spring.boot.autoconfigure.other.Song;
import io.gino.sql.Sql;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import io.gino.type.Types;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.health.ConnectionFactoryHealthContributorAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.metrics.ConnectionPoolMetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class GinoDatabasesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String GEO = "io.gino.spring.boot.autoconfigure.geo";

    private static TestDatabase main;
    private static TestDatabase music;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    GinoAutoConfiguration.class,
                    GinoConnectionAutoConfiguration.class,
                    GinoDatabasesAutoConfiguration.class,
                    R2dbcAutoConfiguration.class,
                    R2dbcTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    ConnectionFactoryHealthContributorAutoConfiguration.class,
                    ConnectionPoolMetricsAutoConfiguration.class))
            .withUserConfiguration(Application.class)
            .withPropertyValues("spring.r2dbc.pool.initial-size=0");

    private final ApplicationContextRunner two = runner.withPropertyValues(
            "spring.gino.url=" + main.url(),
            "spring.gino.create-all=true",
            "spring.gino.databases.music.url=" + music.url(),
            "spring.gino.databases.music.packages=io.gino.spring.boot.autoconfigure.other",
            "spring.gino.databases.music.pool.max-size=2",
            "spring.gino.databases.music.schema.mode=create-drop");

    @BeforeAll
    static void create() {
        main = TestPostgres.createDatabase();
        music = TestPostgres.createDatabase();
    }

    @AfterAll
    static void drop() {
        main.close();
        music.close();
    }

    @Test
    void eachDatabaseHasItsOwnModelsTablesAndPool() {
        two.run(context -> {
            assertThat(context).hasNotFailed();
            Gino db = context.getBean(Gino.class);
            Gino songs = context.getBean("music", Gino.class);
            assertThat(context.getBean("gino")).isSameAs(db);
            assertThat(db.tables()).extracting(table -> table.tableName()).containsExactly("cities", "countries");
            assertThat(songs.tables()).extracting(table -> table.tableName()).containsExactly("songs");
            assertThat(tables(db)).containsExactly("cities", "countries");
            assertThat(tables(songs)).containsExactly("songs");
            assertThat(context.getBean("musicConnectionFactory", ConnectionPool.class)
                            .getMetrics()
                            .orElseThrow()
                            .getMaxAllocatedSize())
                    .isEqualTo(2);
            assertThat(context.getBean(R2dbcTransactionManager.class).getConnectionFactory())
                    .isSameAs(context.getBean(ConnectionFactory.class));
        });
        try (Direct direct = new Direct(music)) {
            assertThat(direct.tables()).as("dropped at the end").isEmpty();
        }
    }

    @Test
    void eachIsInjectedByItsNameAndTheMainOneWithoutAny() {
        two.withUserConfiguration(Radio.class).run(context -> {
            Radio radio = context.getBean(Radio.class);
            assertThat(radio.db()).isSameAs(context.getBean("gino"));
            assertThat(radio.music()).isSameAs(context.getBean("music"));
        });
    }

    @Test
    void eachHasItsOwnTransactions() {
        two.withUserConfiguration(Radio.class).run(context -> {
            Radio radio = context.getBean(Radio.class);
            StepVerifier.create(radio.failsAfterWritingToBoth()).verifyErrorMessage("off the air");
            assertThat(radio.music().query(Song.class).count().block(TIMEOUT)).isZero();
            assertThat(radio.db().query(City.class).count().block(TIMEOUT)).isEqualTo(1);
            radio.db().status(radio.db().delete(City.class).everyRow()).block(TIMEOUT);
            assertThat(context.getBean("musicConnectionFactory", ConnectionPool.class)
                            .getMetrics()
                            .orElseThrow()
                            .acquiredSize())
                    .isZero();
        });
    }

    @Test
    void healthAndMetricsTellOfEachPool() {
        two.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            CompositeReactiveHealthContributor health =
                    (CompositeReactiveHealthContributor) context.getBean("r2dbcHealthContributor");
            assertThat(health.stream().map(entry -> entry.name()))
                    .containsExactlyInAnyOrder("connectionFactory", "musicConnectionFactory");
            assertThat(context.getBean(MeterRegistry.class)
                            .find("r2dbc.pool.max.allocated")
                            .meters())
                    .extracting(Meter::getId)
                    .extracting(id -> id.getTags())
                    .containsExactlyInAnyOrder(
                            List.of(Tag.of("name", "connectionFactory")),
                            List.of(Tag.of("name", "musicConnectionFactory")));
        });
    }

    @Test
    void theOnlyOneIsTheMainOneWhereThereIsNoOther() {
        runner.withPropertyValues("spring.gino.databases.music.url=" + music.url())
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Gino.class).hasSingleBean(ConnectionFactory.class);
                    assertThat(context.getBean("music", Gino.class).tables())
                            .extracting(table -> table.tableName())
                            .containsExactly("cities", "countries");
                });
    }

    @Test
    void onePrimaryIsInjectedWithoutAName() {
        runner.withPropertyValues(
                        "spring.gino.databases.geo.url=" + main.url(),
                        "spring.gino.databases.music.url=" + music.url(),
                        "spring.gino.primary=geo")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Gino.class)).isSameAs(context.getBean("geo"));
                    assertThat(context.getBean(Gino.class).tables()).hasSize(2);
                    assertThat(context.getBean("music", Gino.class).tables()).isEmpty();
                });
    }

    @Test
    void anAnnotationComesBeforeThePackages() {
        two.withUserConfiguration(WithList.class)
                .withPropertyValues(
                        "spring.gino.databases.music.packages=" + GEO + ",io.gino.spring.boot.autoconfigure.other")
                .run(context -> {
                    assertThat(context.getBean("music", Gino.class).tables())
                            .extracting(table -> table.tableName())
                            .containsExactly("songs", "countries", "notes");
                    assertThat(context.getBean(Gino.class).tables()).isEmpty();
                });
    }

    @Test
    void beansOfTheApplicationUnderTheseNamesStay() {
        Gino mine = new Gino();
        two.withBean("music", Gino.class, () -> mine).run(context -> {
            assertThat(context.getBean("music")).isSameAs(mine);
            assertThat(context).hasBean("musicConnectionFactory");
        });
    }

    @Test
    void connectionDetailsOfItsNameSayWhereItIs() {
        two.withUserConfiguration(Details.class)
                .withPropertyValues(
                        "spring.gino.databases.music.url=postgresql://localhost:1/nowhere", "details=" + music.url())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(tables(context.getBean("music", Gino.class))).containsExactly("songs");
                    assertThat(context.getBean("musicConnectionFactory", ConnectionPool.class)
                                    .getMetrics()
                                    .orElseThrow()
                                    .getMaxAllocatedSize())
                            .isEqualTo(2);
                    assertThat(tables(context.getBean(Gino.class))).containsExactly("cities", "countries");
                });
    }

    @Test
    void whatIsWrongThereIsSaidOfTheDetails() {
        two.withUserConfiguration(Details.class)
                .withPropertyValues("details=" + music.url() + "_not")
                .run(context -> assertThat(context)
                        .getFailure()
                        .cause()
                        .hasMessage(
                                "PostgreSQL at %s:%d has no database '%s_not'. Create it, for example by: createdb %s_not. Or name another one in the musicConnectionDetails bean."
                                        .formatted(music.host(), music.port(), music.name(), music.name())));
    }

    @Test
    void detailsOfANamedDatabaseAreNotTheMainOnes() {
        runner.withUserConfiguration(Details.class)
                .withPropertyValues("details=" + music.url(), "spring.gino.databases.music.schema.mode=create-drop")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Gino.class).hasSingleBean(ConnectionFactory.class);
                    assertThat(context.getBean(Gino.class)).isSameAs(context.getBean("music"));
                });
    }

    private static List<String> tables(Gino db) {
        return tables(db.engine());
    }

    private static List<String> tables(GinoEngine engine) {
        return engine.all(
                        Sql.text("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                                .read(Types.TEXT))
                .collectList()
                .block(TIMEOUT);
    }

    /** A look at a database from outside the application. */
    private record Direct(GinoEngine engine) implements AutoCloseable {

        Direct(TestDatabase database) {
            this(GinoEngine.create(database.url()));
        }

        List<String> tables() {
            return GinoDatabasesIT.tables(engine);
        }

        @Override
        public void close() {
            engine.close().block(TIMEOUT);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = City.class)
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    static class Details {

        @Bean(defaultCandidate = false)
        R2dbcConnectionDetails musicConnectionDetails(@Value("${details}") String url) {
            return () -> ConnectionFactoryOptions.parse("r2dbc:" + url);
        }
    }

    static class Radio {

        private final Gino db;
        private final Gino music;

        Radio(Gino db, @Qualifier("music") Gino music) {
            this.db = db;
            this.music = music;
        }

        /** Asked of the proxy, which has no fields. */
        public Gino db() {
            return db;
        }

        public Gino music() {
            return music;
        }

        @Transactional("music")
        public Mono<Void> failsAfterWritingToBoth() {
            return music.create(new Song(1L, "Imagine"))
                    .then(db.create(new City("Athens")))
                    .then(Mono.error(new IllegalStateException("off the air")));
        }
    }

    @GinoModel("notes")
    @GinoDatabase("music")
    record Note(@PrimaryKey Long id) {}

    @Configuration(proxyBeanMethods = false)
    static class WithList {

        @Bean
        static GinoManagedTypes models() {
            return GinoManagedTypes.of(Song.class, Geography.Country.class, Note.class);
        }
    }
}

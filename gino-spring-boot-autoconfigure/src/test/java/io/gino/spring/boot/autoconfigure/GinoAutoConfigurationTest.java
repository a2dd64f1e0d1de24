/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.schema.Naming;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Which database GINO uses, whatever else there is. The ports tell them apart; nothing answers on any. */
@ExtendWith(OutputCaptureExtension.class)
class GinoAutoConfigurationTest {

    private static final String GINO_URL = "spring.gino.url=postgresql://gino@localhost:1/app";
    private static final String R2DBC_URL = "spring.r2dbc.url=r2dbc:postgresql://boot@localhost:2/app";
    private static final int OF_GINO = 1;
    private static final int OF_BOOT = 2;
    private static final int OF_USER = 3;
    private static final int OTHER_OF_USER = 4;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    GinoAutoConfiguration.class,
                    GinoConnectionAutoConfiguration.class,
                    R2dbcAutoConfiguration.class,
                    R2dbcTransactionManagerAutoConfiguration.class))
            .withPropertyValues("spring.gino.fail-fast=false");

    @Test
    void urlOfGinoAloneServesTheWholeApplication() {
        runner.withPropertyValues(GINO_URL, "spring.r2dbc.pool.max-size=17").run(context -> {
            assertUses(context, OF_GINO);
            assertThat(context)
                    .hasSingleBean(ConnectionFactory.class)
                    .hasSingleBean(DatabaseClient.class)
                    .hasSingleBean(ReactiveTransactionManager.class);
            assertThat(maxSize(context.getBean(ConnectionPool.class))).isEqualTo(17);
        });
    }

    @Test
    void urlOfBootAloneServesGino() {
        runner.withPropertyValues(R2DBC_URL).run(context -> {
            assertUses(context, OF_BOOT);
            assertThat(context).hasSingleBean(ConnectionFactory.class);
        });
    }

    @Test
    void bothUrlsGiveGinoAPoolOfItsOwnAndSaySo(CapturedOutput output) {
        runner.withPropertyValues(GINO_URL, R2DBC_URL, "spring.gino.pool.max-size=4")
                .run(context -> {
                    assertUses(context, OF_GINO);
                    assertThat(port(context.getBean(ConnectionFactory.class))).isEqualTo(OF_BOOT);
                    assertThat(context).hasBean("ginoTransactionManager").hasSingleBean(DatabaseClient.class);
                    assertThat(context.getBean(R2dbcTransactionManager.class).getConnectionFactory())
                            .isSameAs(context.getBean("connectionFactory"));
                    assertThat(context.getBean("ginoTransactionManager", R2dbcTransactionManager.class)
                                    .getConnectionFactory())
                            .isSameAs(context.getBean("ginoConnectionFactory"));
                    assertThat(maxSize(context.getBean("ginoConnectionFactory", ConnectionPool.class)))
                            .isEqualTo(4);
                    assertThat(output)
                            .containsOnlyOnce(
                                    "spring.gino.* and spring.r2dbc.url name different databases: GINO has a pool of"
                                            + " its own (ginoConnectionFactory), and all others use that of spring.r2dbc.url.");
                });
    }

    @Test
    void bothUrlsToTheSameDatabaseGiveOnePool() {
        runner.withPropertyValues(
                        "spring.gino.url=postgres://boot@localhost:2/app?maxSize=12",
                        "spring.r2dbc.url=r2dbc:postgresql://boot@localhost:2/app")
                .run(context -> {
                    assertUses(context, OF_BOOT);
                    assertThat(context).hasSingleBean(ConnectionFactory.class).doesNotHaveBean("ginoConnectionFactory");
                    assertThat(maxSize(context.getBean(ConnectionPool.class))).isEqualTo(12);
                });
    }

    @Test
    void connectionDetailsComeBeforeBothUrls() {
        runner.withPropertyValues(GINO_URL, R2DBC_URL)
                .withBean(R2dbcConnectionDetails.class, () -> () -> options(OF_USER))
                .run(context -> assertUses(context, OF_USER));
    }

    @Test
    void poolOfGinoComesBeforeThatOfBoot() {
        runner.withPropertyValues(
                        GINO_URL + "?maxLifeTime=1h",
                        "spring.gino.pool.min-size=2",
                        "spring.gino.pool.max-size=3",
                        "spring.gino.properties.maxIdleTime=5m",
                        "spring.r2dbc.pool.max-size=17",
                        "spring.r2dbc.pool.max-acquire-time=9s")
                .run(context -> {
                    assertThat(maxSize(context.getBean(ConnectionPool.class))).isEqualTo(3);
                    R2dbcProperties.Pool pool =
                            context.getBean(R2dbcProperties.class).getPool();
                    assertThat(pool.getMinIdle()).isEqualTo(2);
                    assertThat(pool.getInitialSize()).isEqualTo(3);
                    assertThat(pool.getMaxLifeTime()).isEqualTo(Duration.ofHours(1));
                    assertThat(pool.getMaxIdleTime()).isEqualTo(Duration.ofMinutes(5));
                    assertThat(pool.getMaxAcquireTime()).isEqualTo(Duration.ofSeconds(9));
                });
    }

    @Test
    void partsNameADatabaseWithoutAUrl() {
        runner.withPropertyValues(
                        "spring.gino.host=localhost",
                        "spring.gino.port=1",
                        "spring.gino.database=shop",
                        "spring.gino.username=ann",
                        "spring.gino.password=p@ss?word",
                        "spring.gino.ssl=false",
                        "spring.gino.properties.connectTimeout=3s")
                .run(context -> {
                    assertUses(context, OF_GINO);
                    assertLogin(context, "ann", "p@ss?word");
                    assertThat(options(context).getValue(ConnectionFactoryOptions.DATABASE))
                            .isEqualTo("shop");
                    assertThat(options(context).getValue(Option.valueOf("sslMode")))
                            .isEqualTo(SSLMode.DISABLE);
                    assertThat(options(context).getValue(Option.valueOf("connectTimeout")))
                            .isEqualTo(Duration.ofSeconds(3));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://a:1,b:2/app",
                "r2dbc:postgresql:failover://a:1,b:2/app",
                "postgresql://a:1,b:2/app?target_session_attrs=primary&sslmode=require"
            })
    void severalHostsReachTheDriver(String url) {
        runner.withPropertyValues("spring.gino.url=" + url).run(context -> {
            assertThat(options(context).getValue(ConnectionFactoryOptions.HOST)).isEqualTo("a:1,b:2");
            assertThat(options(context).getValue(ConnectionFactoryOptions.PROTOCOL))
                    .isEqualTo("failover");
        });
    }

    @Test
    void socketsReachTheDriver(CapturedOutput output) {
        runner.withPropertyValues("spring.gino.url=postgresql:///app?host=/no/such/place")
                .run(context -> {
                    assertThat(options(context).getValue(Option.valueOf("socket")))
                            .isEqualTo("/no/such/place/.s.PGSQL.5432");
                    assertThat(output).contains("GINO uses PostgreSQL at /no/such/place/.s.PGSQL.5432/app");
                });
    }

    @Test
    void customizersHaveTheLastWord() {
        List<String> called = new ArrayList<>();
        runner.withPropertyValues(GINO_URL)
                .withBean(GinoCustomizer.class, () -> engine -> called.add("customized"))
                .withBean(Naming.class, () -> (kind, table, parts) -> "named_by_the_application")
                .run(context -> {
                    assertThat(context).hasSingleBean(Gino.class);
                    assertThat(called).containsExactly("customized");
                    assertThat(context.getBean(Gino.class).naming()).isSameAs(context.getBean(Naming.class));
                });
    }

    @Test
    void connectionDetailsComeBeforeTheUrl() {
        runner.withPropertyValues(GINO_URL)
                .withBean(R2dbcConnectionDetails.class, () -> () -> options(OF_USER))
                .run(context -> {
                    assertUses(context, OF_USER);
                    assertThat(context).hasSingleBean(R2dbcConnectionDetails.class);
                });
    }

    @Test
    void connectionFactoryComesBeforeTheUrl() {
        runner.withPropertyValues(GINO_URL)
                .withBean("mine", ConnectionFactory.class, () -> factory(OF_USER))
                .run(context -> {
                    assertUses(context, OF_USER);
                    assertThat(context).hasSingleBean(ConnectionFactory.class);
                    assertThat(context).doesNotHaveBean(R2dbcConnectionDetails.class);
                });
    }

    @Test
    void ofTwoConnectionFactoriesNoneIsTaken() {
        runner.withPropertyValues(GINO_URL)
                .withUserConfiguration(TwoFactories.class)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Gino.class)
                        .doesNotHaveBean(GinoEngine.class));
    }

    @Test
    void ofTwoConnectionFactoriesThePrimaryIsTaken() {
        runner.withUserConfiguration(OnePrimary.class).run(context -> assertUses(context, OF_USER));
    }

    @Test
    void ofTwoConnectionFactoriesTheMarkedIsTaken() {
        runner.withUserConfiguration(OneMarked.class).run(context -> assertUses(context, OF_USER));
    }

    @Test
    void markedComesBeforePrimary() {
        runner.withUserConfiguration(OneMarkedOnePrimary.class).run(context -> assertUses(context, OF_USER));
    }

    @Test
    void markedAsNoDefaultCandidateLeavesBootItsOwn() {
        runner.withPropertyValues(R2DBC_URL)
                .withUserConfiguration(MarkedAside.class)
                .run(context -> {
                    assertUses(context, OF_USER);
                    assertThat(port(context.getBean("connectionFactory", ConnectionFactory.class)))
                            .isEqualTo(OF_BOOT);
                });
    }

    @Test
    void ginoOfTheApplicationStandsAlone(CapturedOutput output) {
        Gino mine = new Gino();
        runner.withPropertyValues(GINO_URL, "spring.gino.create-all=true")
                .withBean("mine", Gino.class, () -> mine)
                .run(context -> {
                    assertThat(context).getBean(Gino.class).isSameAs(mine);
                    assertThat(context).hasSingleBean(GinoEngine.class).doesNotHaveBean(GinoSchemaInitializer.class);
                    assertThat(output)
                            .contains(
                                    "spring.gino.create-all and spring.gino.schema.mode do nothing, because the application"
                                            + " declares its Gino bean itself.");
                });
    }

    @Test
    void saysNothingOfCreateAllWhereItWorks(CapturedOutput output) {
        runner.withPropertyValues(GINO_URL, "spring.gino.create-all=true")
                .run(context -> assertThat(output).doesNotContain("create-all and spring.gino.schema.mode do nothing"));
    }

    @Test
    void engineOfTheApplicationIsTaken() {
        GinoEngine mine = GinoEngine.create(factory(OF_USER));
        runner.withPropertyValues(GINO_URL)
                .withBean("mine", GinoEngine.class, () -> mine)
                .run(context -> assertThat(context.getBean(Gino.class).engine()).isSameAs(mine));
    }

    @Test
    void disabledLeavesR2dbcAlone() {
        runner.withPropertyValues(GINO_URL, R2DBC_URL, "spring.gino.enabled=false")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(Gino.class).doesNotHaveBean(GinoEngine.class);
                    assertThat(port(context.getBean(ConnectionFactory.class))).isEqualTo(OF_BOOT);
                });
    }

    @Test
    void withoutGinoOnTheClassPathR2dbcIsLeftAlone() {
        runner.withPropertyValues(GINO_URL, R2DBC_URL)
                .withClassLoader(new FilteredClassLoader(Gino.class))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(GinoAutoConfiguration.class);
                    assertThat(port(context.getBean(ConnectionFactory.class))).isEqualTo(OF_BOOT);
                });
    }

    @Test
    void withoutAPoolOnTheClassPathConnectionsAreNotPooled() {
        runner.withPropertyValues(GINO_URL)
                .withClassLoader(new FilteredClassLoader("io.r2dbc.pool"))
                .run(context -> {
                    assertUses(context, OF_GINO);
                    assertThat(context).doesNotHaveBean(ConnectionPool.class);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.gino.url=", "spring.gino.url=   ", "spring.gino.url=${NO_SUCH_VARIABLE:}"})
    void blankUrlIsNone(String blank) {
        runner.withPropertyValues(blank, R2DBC_URL).run(context -> assertUses(context, OF_BOOT));
    }

    @Test
    void poolInTheUrlIsNotPutAroundThePool() {
        runner.withPropertyValues("spring.gino.url=r2dbc:pool:postgresql://gino@localhost:1/app")
                .run(context -> {
                    assertUses(context, OF_GINO);
                    assertThat(context.getBean(ConnectionPool.class).unwrap()).isNotInstanceOf(ConnectionPool.class);
                });
    }

    @Test
    void urlComesBeforeUsernameAndPassword() {
        runner.withPropertyValues(
                        "spring.gino.url=postgresql://jack:secret@localhost:1/app",
                        "spring.gino.username=other",
                        "spring.gino.password=other")
                .run(context -> assertLogin(context, "jack", "secret"));
        runner.withPropertyValues(
                        "spring.gino.url=postgresql://localhost:1/app",
                        "spring.gino.username=other",
                        "spring.gino.password=p@ss/word#1")
                .run(context -> assertLogin(context, "other", "p@ss/word#1"));
        runner.withPropertyValues("spring.gino.url=postgresql://localhost:1/app")
                .run(context -> assertLogin(context, "postgres", null));
    }

    @Test
    void connectionsBearTheNameOfTheApplication() {
        Option<String> name = Option.valueOf("applicationName");
        runner.withPropertyValues(GINO_URL)
                .run(context -> assertThat(options(context).getValue(name)).isEqualTo("gino"));
        runner.withPropertyValues(GINO_URL, "spring.application.name=shop")
                .run(context -> assertThat(options(context).getValue(name)).isEqualTo("shop"));
        runner.withPropertyValues(GINO_URL + "?applicationName=till", "spring.application.name=shop")
                .run(context -> assertThat(options(context).getValue(name)).isEqualTo("till"));
    }

    @Test
    void saysAtStartWhichDatabaseItUsesAndNoPassword(CapturedOutput output) {
        runner.withPropertyValues("spring.gino.url=postgresql://jack:secret@localhost:1/app")
                .run(context -> assertThat(output)
                        .contains("GINO uses PostgreSQL at localhost:1/app")
                        .doesNotContain("secret"));
    }

    @Test
    void saysAtStartThatItUsesTheConnectionFactoryOfTheApplication(CapturedOutput output) {
        runner.withBean(ConnectionFactory.class, () -> factory(OF_USER))
                .run(context -> assertThat(output)
                        .contains("GINO uses PostgreSQL at the address of the ConnectionFactory bean"));
    }

    @Test
    void startsEagerlyInALazyApplication() {
        runner.withPropertyValues(GINO_URL, "spring.gino.fail-fast=true")
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("Connection refused"));
    }

    private static void assertUses(AssertableApplicationContext context, int port) {
        assertThat(context).hasNotFailed().hasSingleBean(Gino.class);
        context.getBean(Gino.class)
                .acquire(connection -> Mono.empty())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .hasMessageContaining("Cannot connect to localhost")
                        .hasMessageContaining(":" + port));
    }

    private static void assertLogin(AssertableApplicationContext context, String user, String password) {
        assertThat(options(context).getValue(ConnectionFactoryOptions.USER)).isEqualTo(user);
        assertThat(options(context).getValue(ConnectionFactoryOptions.PASSWORD)).isEqualTo(password);
    }

    private static ConnectionFactoryOptions options(AssertableApplicationContext context) {
        return OptionsCapableConnectionFactory.unwrapFrom(context.getBean(ConnectionFactory.class))
                .getOptions();
    }

    private static int maxSize(ConnectionPool pool) {
        return pool.getMetrics().orElseThrow().getMaxAllocatedSize();
    }

    private static int port(ConnectionFactory factory) {
        Object port = OptionsCapableConnectionFactory.unwrapFrom(factory)
                .getOptions()
                .getValue(ConnectionFactoryOptions.PORT);
        return (int) port;
    }

    private static ConnectionFactory factory(int port) {
        return ConnectionFactories.get(options(port));
    }

    private static ConnectionFactoryOptions options(int port) {
        return ConnectionFactoryOptions.parse("r2dbc:postgresql://user@localhost:" + port + "/app");
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoFactories {

        @Bean
        ConnectionFactory one() {
            return factory(OF_USER);
        }

        @Bean
        ConnectionFactory two() {
            return factory(OTHER_OF_USER);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OnePrimary {

        @Bean
        @Primary
        ConnectionFactory one() {
            return factory(OF_USER);
        }

        @Bean
        ConnectionFactory two() {
            return factory(OTHER_OF_USER);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneMarked {

        @Bean
        @GinoConnectionFactory
        ConnectionFactory one() {
            return factory(OF_USER);
        }

        @Bean
        ConnectionFactory two() {
            return factory(OTHER_OF_USER);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneMarkedOnePrimary {

        @Bean
        @GinoConnectionFactory
        ConnectionFactory one() {
            return factory(OF_USER);
        }

        @Bean
        @Primary
        ConnectionFactory two() {
            return factory(OTHER_OF_USER);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedAside {

        @Bean(defaultCandidate = false)
        @GinoConnectionFactory
        ConnectionFactory aside() {
            return factory(OF_USER);
        }
    }
}

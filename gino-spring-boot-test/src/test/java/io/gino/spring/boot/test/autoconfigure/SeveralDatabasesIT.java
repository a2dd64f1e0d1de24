/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import static io.gino.spring.boot.test.autoconfigure.shop.ShopApplication.ORDERS_NOWHERE;
import static io.gino.spring.boot.test.autoconfigure.shop.ShopApplication.STOCK_NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.engine.Verbs;
import io.gino.spring.boot.test.autoconfigure.shop.ShopApplication;
import io.gino.sql.Sql;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import io.gino.type.Types;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;

@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class SeveralDatabasesIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String MAIN_NOWHERE = "spring.gino.url=postgresql://localhost:1/main";

    @Nested
    @GinoTest(
            properties = {
                MAIN_NOWHERE,
                ORDERS_NOWHERE,
                "spring.gino.databases.orders.password=of the real one",
                "spring.gino.databases.orders.ssl=require",
                "spring.gino.databases.orders.pool.max-size=2",
                "spring.gino.databases.orders.schema.mode=validate",
                "spring.gino.databases.stock.url=${NOT_KNOWN_TO_TESTS}"
            })
    @ContextConfiguration(classes = ShopApplication.class)
    class InASlice {

        @Autowired
        private ApplicationContext context;

        @Autowired
        private Gino db;

        @Autowired
        @Qualifier("orders")
        private Gino orders;

        @Autowired
        @Qualifier("stock")
        private Gino stock;

        @Autowired
        private TestDatabase mainDatabase;

        @Autowired
        @Qualifier("orders")
        private TestDatabase ordersDatabase;

        @Test
        void eachHasATestDatabaseOfItsOwn() {
            assertThat(List.of(name(db), name(orders), name(stock)))
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.startsWith("gino_test_"));
            assertThat(name(db)).isEqualTo(mainDatabase.name());
            assertThat(name(orders)).isEqualTo(ordersDatabase.name());
            assertThat(name(stock))
                    .isEqualTo(context.getBean("stockTestDatabase", TestDatabase.class)
                            .name());
        }

        @Test
        void eachHasTheTablesOfItsModels() {
            assertThat(tables(db)).containsExactly("customers");
            assertThat(tables(orders)).containsExactly("invoices");
            assertThat(tables(stock)).containsExactly("items");
        }
    }

    @Nested
    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {MAIN_NOWHERE, ORDERS_NOWHERE, STOCK_NOWHERE})
    @AutoConfigureGino
    class BesideTheWholeApplication {

        @Autowired
        private Gino db;

        @Autowired
        @Qualifier("orders")
        private Gino orders;

        @Test
        void eachHasATestDatabaseOfItsOwnWithItsTables() {
            assertThat(name(orders)).startsWith("gino_test_").isNotEqualTo(name(db));
            assertThat(tables(orders)).containsExactly("invoices");
        }
    }

    @Nested
    @GinoTest(
            createAll = false,
            properties = {MAIN_NOWHERE, ORDERS_NOWHERE, STOCK_NOWHERE, "spring.gino.databases.orders.create-all=true"})
    @ContextConfiguration(classes = ShopApplication.class)
    class WithoutTables {

        @Autowired
        @Qualifier("orders")
        private Gino orders;

        @Test
        void findsEachEmpty() {
            assertThat(tables(orders)).isEmpty();
        }
    }

    @Nested
    @GinoTest(properties = {ORDERS_NOWHERE, STOCK_NOWHERE, "spring.gino.primary=stock"})
    @ContextConfiguration(classes = ShopApplication.class)
    class WithoutAMainOne {

        @Autowired
        private ApplicationContext context;

        @Autowired
        private Gino db;

        @Autowired
        private TestDatabase database;

        @Test
        void hasNoMainOneEither() {
            assertThat(db).isSameAs(context.getBean("stock"));
            assertThat(tables(db)).containsExactly("customers", "items");
            assertThat(name(db)).isEqualTo(database.name());
            assertThat(context.getBeanNamesForType(ConnectionFactory.class))
                    .containsExactlyInAnyOrder("ordersConnectionFactory", "stockConnectionFactory");
        }
    }

    @Nested
    @GinoTest(properties = {MAIN_NOWHERE, STOCK_NOWHERE})
    @ContextConfiguration(classes = ShopApplication.class)
    class WhereTheConfiguredOneAnswers {

        private static final TestDatabase CONFIGURED = TestPostgres.createDatabase();

        @Autowired
        @Qualifier("orders")
        private Gino orders;

        @DynamicPropertySource
        static void url(DynamicPropertyRegistry registry) {
            registry.add("spring.gino.databases.orders.url", CONFIGURED::url);
            registry.add("spring.gino.databases.orders.create-all", () -> true);
        }

        @AfterAll
        static void drop() {
            CONFIGURED.close();
        }

        @Test
        void nothingIsWrittenThere() {
            assertThat(tables(orders)).containsExactly("invoices");
            GinoEngine configured = GinoEngine.create(CONFIGURED.url());
            assertThat(tables(configured)).isEmpty();
            configured.close().block(LIMIT);
        }
    }

    @Nested
    @GinoTest(replaceDatabase = false)
    @ContextConfiguration(classes = ShopApplication.class)
    class OnTheConfiguredDatabases {

        private static final TestDatabase MAIN = TestPostgres.createDatabase();
        private static final TestDatabase ORDERS = TestPostgres.createDatabase();
        private static final TestDatabase STOCK = TestPostgres.createDatabase();

        @Autowired
        private Gino db;

        @Autowired
        @Qualifier("orders")
        private Gino orders;

        @DynamicPropertySource
        static void urls(DynamicPropertyRegistry registry) {
            registry.add("spring.gino.url", MAIN::url);
            registry.add("spring.gino.databases.orders.url", ORDERS::url);
            registry.add("spring.gino.databases.stock.url", STOCK::url);
        }

        @AfterAll
        static void drop() {
            List.of(MAIN, ORDERS, STOCK).forEach(TestDatabase::close);
        }

        @Test
        void staysThere() {
            assertThat(name(db)).isEqualTo(MAIN.name());
            assertThat(name(orders)).isEqualTo(ORDERS.name());
            assertThat(tables(orders)).containsExactly("invoices");
        }
    }

    @Nested
    @GinoTest(properties = {MAIN_NOWHERE, ORDERS_NOWHERE, STOCK_NOWHERE})
    @ContextConfiguration(classes = {ShopApplication.class, WithDetailsForOne.Details.class})
    class WithDetailsForOne {

        @Autowired
        private Gino db;

        @Autowired
        @Qualifier("orders")
        private Gino orders;

        @Autowired
        private TestDatabase mainDatabase;

        @Autowired
        @Qualifier("brought")
        private TestDatabase brought;

        @Test
        void usesThemForThatOne() {
            assertThat(name(orders)).isEqualTo(brought.name());
            assertThat(tables(orders)).containsExactly("invoices");
            assertThat(name(db)).isEqualTo(mainDatabase.name());
        }

        @TestConfiguration(proxyBeanMethods = false)
        static class Details {

            @Bean(defaultCandidate = false)
            TestDatabase brought() {
                return TestPostgres.createDatabase();
            }

            @Bean(defaultCandidate = false)
            R2dbcConnectionDetails ordersConnectionDetails(@Qualifier("brought") TestDatabase brought) {
                return () -> ConnectionFactoryOptions.parse("r2dbc:" + brought.url());
            }
        }
    }

    private static String name(Gino db) {
        return db.scalar(Sql.text("SELECT current_database()::text").read(Types.TEXT))
                .block(LIMIT);
    }

    private static List<String> tables(Verbs on) {
        return on.all(Sql.text("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                        .read(Types.TEXT))
                .collectList()
                .block(LIMIT);
    }
}

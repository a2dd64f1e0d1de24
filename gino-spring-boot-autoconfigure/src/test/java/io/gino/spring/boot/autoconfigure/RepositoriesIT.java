/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static io.gino.spring.boot.autoconfigure.TransactionApplication.BACKEND;
import static io.gino.spring.boot.autoconfigure.TransactionApplication.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.r2dbc.repository.config.EnableR2dbcRepositories;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.function.Tuple2;

/** Repositories of Spring Data R2DBC beside gino's models, on the same tables. */
@ExtendWith(PostgresExtension.class)
class RepositoriesIT {

    private static TransactionApplication app;
    private static Towns towns;
    private static Mayor mayor;

    @BeforeAll
    static void start(TestDatabase database) {
        app = TransactionApplication.start(database, GeoApplication.class, Repositories.class);
        towns = app.context.getBean(Towns.class);
        mayor = app.context.getBean(Mayor.class);
    }

    @AfterAll
    static void stop() {
        app.context.close();
    }

    @BeforeEach
    void empty() {
        app.empty();
    }

    @AfterEach
    void everyConnectionIsBack() {
        app.assertIdle();
    }

    @Test
    void aRepositoryIsInGinosTransaction() {
        Tuple2<Integer, Integer> backends = app.db
                .transaction(tx -> app.create("Athens")
                        .then(towns.save(new Town(null, "Oslo")))
                        .then(Mono.zip(app.db.scalar(BACKEND), towns.backend())))
                .block(LIMIT);

        assertThat(backends.getT1()).isEqualTo(backends.getT2());
        app.assertStored("Athens", "Oslo");
    }

    @Test
    void aRepositoryIsRolledBackWithGinosTransaction() {
        app.db
                .transaction(tx -> app.create("Athens")
                        .then(towns.save(new Town(null, "Oslo")))
                        .then(towns.count())
                        .flatMap(count -> Mono.error(new IllegalStateException("saw " + count))))
                .as(StepVerifier::create)
                .expectErrorMessage("saw 2")
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void ginoIsInTheTransactionOfARepositorysService() {
        Tuple2<Integer, Integer> backends = mayor.found("Oslo", "Athens").block(LIMIT);

        assertThat(backends.getT1()).isEqualTo(backends.getT2());
        app.assertStored("Athens", "Oslo");
    }

    @Test
    void ginoIsRolledBackWithTheTransactionOfARepositorysService() {
        mayor.foundAndFail("Oslo", "Athens")
                .as(StepVerifier::create)
                .expectErrorMessage("saw 2")
                .verify(LIMIT);

        app.assertStored();
    }

    @Test
    void whatARepositoryRefusesRollsBackGinosTransaction() {
        app.db
                .transaction(tx -> app.create("Athens").then(towns.save(new Town(null, "Athens"))))
                .as(StepVerifier::create)
                .expectErrorSatisfies(failure -> assertThat(failure).isInstanceOf(DuplicateKeyException.class))
                .verify(LIMIT);

        app.assertStored();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableR2dbcRepositories(
            considerNestedRepositories = true,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Towns.class))
    @Import(Mayor.class)
    static class Repositories {

        @Bean
        R2dbcEntityTemplate r2dbcEntityTemplate(ConnectionFactory connections) {
            return new R2dbcEntityTemplate(connections);
        }
    }

    @Table("cities")
    record Town(@Id Long id, String name) {}

    interface Towns extends ReactiveCrudRepository<Town, Long> {

        @Query("SELECT pg_backend_pid()")
        Mono<Integer> backend();
    }

    static class Mayor {

        private final Towns towns;
        private final Gino db;

        Mayor(Towns towns, Gino db) {
            this.towns = towns;
            this.db = db;
        }

        @Transactional
        public Mono<Tuple2<Integer, Integer>> found(String town, String city) {
            return towns.save(new Town(null, town))
                    .then(db.create(new City(city)))
                    .then(Mono.zip(db.scalar(BACKEND), towns.backend()));
        }

        @Transactional
        public Mono<Void> foundAndFail(String town, String city) {
            return found(town, city)
                    .then(db.query(City.class).count())
                    .flatMap(count -> Mono.error(new IllegalStateException("saw " + count)));
        }
    }
}

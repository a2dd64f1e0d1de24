/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import static io.gino.engine.ExecutionOptions.options;
import static io.gino.spring.boot.autoconfigure.web.NotFound.firstOr404;
import static io.gino.spring.boot.autoconfigure.web.NotFound.getOr404;
import static io.gino.spring.boot.autoconfigure.web.NotFound.or404;
import static io.gino.sql.Sql.text;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.gino.Gino;
import io.gino.engine.GinoConnection;
import io.gino.engine.GinoEngine;
import io.gino.error.ConnectionException;
import io.gino.error.StaleRowException;
import io.gino.error.UniqueViolation;
import io.gino.spring.boot.autoconfigure.GinoModelScan;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.sql.Orderings;
import io.gino.sql.Statement;
import io.gino.type.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An application with controllers, routes, a WebSocket and a second database. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@GinoModelScan(basePackageClasses = City.class)
@Import({RequestsApplication.Requests.class, RequestsApplication.Own.class})
class RequestsApplication {

    static final Statement<Integer> BACKEND = text("SELECT pg_backend_pid()").read(Types.INTEGER);

    static ConfigurableApplicationContext start(String url, String... arguments) {
        return new SpringApplicationBuilder(RequestsApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties(
                        "spring.gino.url=" + url,
                        "spring.gino.create-all=true",
                        "spring.r2dbc.pool.initial-size=0",
                        "spring.r2dbc.pool.max-size=4",
                        "server.port=0")
                .run(arguments);
    }

    static WebTestClient client(ConfigurableApplicationContext context) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(10))
                .build();
    }

    @Bean(defaultCandidate = false)
    Gino second(Environment environment) {
        return new Gino().bind(GinoEngine.create(environment.getRequiredProperty("spring.gino.url")));
    }

    @Bean
    RouterFunction<ServerResponse> routes(Gino db) {
        return route().GET(
                        "/route/cities/{id}",
                        request -> getOr404(db, City.class, Long.valueOf(request.pathVariable("id")))
                                .flatMap(city -> ServerResponse.ok().bodyValue(city)))
                .GET(
                        "/route/twice",
                        request -> db.create(new City("Rome"))
                                .then(db.create(new City("Rome")))
                                .then(ServerResponse.ok().build()))
                .build();
    }

    @Bean
    HandlerMapping sockets(Gino db) {
        WebSocketHandler handler = session -> session.send(db.currentConnection()
                .map(connection -> "a connection")
                .defaultIfEmpty("none")
                .map(session::textMessage));
        return new SimpleUrlHandlerMapping(Map.of("/socket", handler), -1);
    }

    @RestController
    static class Requests {

        private final Gino db;
        private final Gino second;

        Requests(Gino db, BeanFactory beans) {
            this.db = db;
            this.second = beans.getBean("second", Gino.class);
        }

        @GetMapping("/backends")
        Mono<List<Integer>> backends() {
            return Flux.range(0, 3).flatMap(i -> db.scalar(BACKEND)).collectList();
        }

        @GetMapping("/second-backends")
        Mono<List<Integer>> secondBackends() {
            return Flux.range(0, 3).flatMap(i -> second.scalar(BACKEND)).collectList();
        }

        @GetMapping("/borrowed")
        Mono<List<Boolean>> borrowed() {
            Mono<Boolean> now = db.currentConnection().map(GinoConnection::isBorrowed);
            return Flux.concat(now, db.scalar(BACKEND).then(now)).collectList();
        }

        @GetMapping("/scope")
        Mono<String> scope() {
            return db.currentConnection().map(connection -> "a connection").defaultIfEmpty("none");
        }

        @GetMapping("/sorted")
        Flux<City> sorted(@RequestParam String by) {
            Orderings orderings =
                    Orderings.of(Map.of("name", db.model(City.class).column("name", String.class)));
            return Flux.defer(
                    () -> db.query(City.class).orderBy(orderings.parse(by)).all());
        }

        @GetMapping("/fails")
        Mono<Void> fails() {
            return db.scalar(BACKEND).then(Mono.error(new IllegalStateException("failed")));
        }

        @GetMapping("/sleeps")
        Mono<Void> sleeps() {
            return db.status(text("SELECT pg_sleep(60) /* of a request */")).then();
        }

        @GetMapping("/streams")
        Flux<String> streams() {
            return db.scalar(BACKEND)
                    .thenMany(Flux.interval(Duration.ofMillis(20)).map(tick -> "tick " + tick + "\n"));
        }

        @Transactional
        @PostMapping("/transaction")
        public Mono<Void> transaction() {
            return db.create(new City("Paris"))
                    .then(db.create(new City("Paris")))
                    .then();
        }

        @PostMapping("/cities")
        Mono<City> create(@RequestParam String name) {
            return db.create(new City(name));
        }

        @GetMapping("/cities/{id}")
        Mono<City> get(@PathVariable long id) {
            return getOr404(db, City.class, id);
        }

        @GetMapping("/cities/first")
        Mono<City> first(@RequestParam String name) {
            return firstOr404(
                    db,
                    text("SELECT * FROM cities WHERE name = :name")
                            .bind("name", name)
                            .into(City.class));
        }

        @GetMapping("/cities/only")
        Mono<City> only(@RequestParam String name) {
            return db.query(City.class)
                    .first()
                    .filter(city -> city.name().equals(name))
                    .as(or404("No city " + name));
        }

        @GetMapping("/data")
        Mono<Void> data() {
            return db.status(text("SELECT CAST('top secret' AS int)")).then();
        }

        @GetMapping("/one")
        Mono<City> one() {
            return db.one(text("SELECT * FROM cities WHERE false").into(City.class));
        }

        @GetMapping("/late")
        Mono<Void> late() {
            return db.with(options().timeout(Duration.ofMillis(50)))
                    .status(text("SELECT pg_sleep(60)"))
                    .then();
        }

        @GetMapping("/away")
        Mono<Void> away() {
            return Mono.error(new ConnectionException("Cannot reach db.internal:5432"));
        }

        @GetMapping("/lost")
        Mono<Void> lost() {
            return db.status(text("SELECT pg_terminate_backend(pg_backend_pid())"))
                    .then();
        }

        @GetMapping("/country")
        Mono<City> country() {
            return db.create(new City(null, "Nowhere", 4711L));
        }

        @GetMapping("/nameless")
        Mono<City> nameless() {
            return db.create(new City(null, null, null));
        }

        @GetMapping("/stale")
        Mono<City> stale() {
            return db.create(new City("Atlantis"))
                    .flatMap(city -> db.delete(city).then(db.refresh(city)));
        }

        @GetMapping("/changed")
        Mono<City> changed() {
            return Mono.error(new StaleRowException("The row of City is at version 2."));
        }

        @GetMapping("/fault")
        Mono<Void> fault() {
            return db.status(text("SELECT * FROM nowhere")).then();
        }
    }

    /** Handles an error of gino's itself. */
    @RestController
    static class Own {

        private final Gino db;

        Own(Gino db) {
            this.db = db;
        }

        @GetMapping("/own")
        Mono<City> twice() {
            return db.create(new City("Bern")).then(db.create(new City("Bern")));
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.GONE)
        String handle(UniqueViolation failure) {
            return "handled by the controller";
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static io.gino.sql.Sql.text;

import io.gino.Gino;
import io.gino.spring.boot.autoconfigure.GinoModelScan;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.r2dbc.autoconfigure.observation.R2dbcObservationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An application with an actuator. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@GinoModelScan(basePackageClasses = City.class)
@Import(OperationApplication.Cities.class)
class OperationApplication {

    /** The driver is not observed, unless a test says so by leaving out nothing. */
    private static final String WITHOUT_DRIVER =
            "spring.autoconfigure.exclude=" + R2dbcObservationAutoConfiguration.class.getName();

    static ConfigurableApplicationContext start(String url, Class<?>... more) {
        return start(url, List.of(), more);
    }

    static ConfigurableApplicationContext start(String url, List<String> arguments, Class<?>... more) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.gino.url=" + url,
                "--spring.gino.create-all=true",
                "--spring.application.name=operations",
                "--spring.r2dbc.pool.initial-size=0",
                "--spring.r2dbc.pool.max-size=3",
                "--server.port=0",
                "--spring.lifecycle.timeout-per-shutdown-phase=20s",
                "--management.endpoint.health.show-details=always",
                "--management.endpoints.web.exposure.include=*"));
        all.addAll(arguments);
        return new SpringApplicationBuilder(OperationApplication.class)
                .sources(more)
                .properties(WITHOUT_DRIVER)
                .web(WebApplicationType.REACTIVE)
                .run(all.toArray(String[]::new));
    }

    @RestController
    static class Cities {

        private final Gino db;

        Cities(Gino db) {
            this.db = db;
        }

        @PostMapping("/cities")
        Mono<City> create(@RequestParam String name) {
            return db.create(new City(name));
        }

        @GetMapping("/cities")
        Flux<City> all() {
            return db.query(City.class).all();
        }

        @GetMapping("/cities/{id}")
        Mono<City> get(@PathVariable long id) {
            return db.get(City.class, id);
        }

        @GetMapping("/slow")
        Mono<String> slow() {
            return db.scalar(
                    text("SELECT 'awake' FROM pg_sleep(1.5) /* slow */").read(Types.TEXT));
        }
    }
}

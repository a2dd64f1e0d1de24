/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.Gino;
import io.gino.engine.GinoEngine;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Models whose tables are there for each test. */
@ExtendWith(PostgresExtension.class)
abstract class OnPostgres {

    final Gino db;
    private final GinoEngine engine;

    OnPostgres(TestDatabase database, Class<?>... models) {
        engine = GinoEngine.create(database.url());
        db = new Gino().models(models).bind(engine);
    }

    @BeforeEach
    void create() {
        await(db.createAll());
    }

    @AfterEach
    void drop() {
        await(db.dropAll().then(engine.close()));
    }

    static <T> @Nullable T await(Mono<T> result) {
        return result.block(Duration.ofSeconds(10));
    }

    static <T> List<T> awaitAll(Flux<T> results) {
        return await(results.collectList());
    }
}

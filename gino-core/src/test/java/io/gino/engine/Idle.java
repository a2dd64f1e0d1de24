/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.type.Types;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** What must hold when all work has ended: no connection is in use, and the server is busy with none. */
final class Idle {

    private static final String BUSY = """
            SELECT state || ': ' || query FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
            AND state <> 'idle'
            """;

    private Idle() {}

    /** Waits until no connection of the engine is in use. */
    static void await(GinoEngine engine) {
        Mono.fromSupplier(engine::toString)
                .filter(text -> text.endsWith("in use=0)"))
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(2)))
                .timeout(Duration.ofSeconds(10))
                .onErrorMap(failure -> new AssertionError("Still in use: " + engine))
                .block();
    }

    /** Waits for that, and checks that the server agrees; then closes the engine. */
    static void closed(GinoEngine engine) {
        await(engine);
        assertThat(busy(engine).block(Duration.ofSeconds(10))).isEmpty();
        await(engine);
        engine.close().block(Duration.ofSeconds(10));
    }

    /** What the server is doing in the engine's database. */
    static Mono<List<String>> busy(GinoEngine engine) {
        return engine.all(text(BUSY).read(Types.TEXT)).collectList();
    }
}

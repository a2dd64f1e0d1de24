/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/** Time limits of statements. Work that is late is cancelled, which cancels the statement on the server. */
final class Timeouts {

    private Timeouts() {}

    /** The whole work within the time limit. */
    static <T> Flux<T> total(Flux<T> work, ExecutionOptions options, Compiled statement) {
        return total(work, options, statement::sql);
    }

    /** The same for a statement whose text is needed when it is late only. */
    static <T> Flux<T> total(Flux<T> work, ExecutionOptions options, Supplier<String> sql) {
        Duration limit = options.limit();
        return limit == null ? work : Flux.defer(() -> new Deadline(limit, sql).total(work));
    }

    /** The first value within the time limit; what comes after depends on who takes it. */
    static <T> Flux<T> first(Flux<T> work, ExecutionOptions options, Compiled statement) {
        Duration limit = options.limit();
        return limit == null ? work : Flux.defer(() -> new Deadline(limit, statement::sql).first(work));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.sql.ColumnClause;
import io.gino.sql.Statement;
import io.gino.sql.TableClause;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Verbs that others run: those that there are when the result is subscribed to.
 *
 * @since 0.1.0
 */
public interface ForwardingVerbs extends Verbs {

    /** What runs the statements. */
    Verbs runner();

    @Override
    default <R> Flux<R> all(Statement<R> statement) {
        return Flux.defer(() -> runner().all(statement));
    }

    @Override
    default <R> Mono<R> read(KeyedRead<R> read) {
        return Mono.defer(() -> runner().read(read));
    }

    @Override
    default <R> Flux<R> iterate(Statement<R> statement) {
        return Flux.defer(() -> runner().iterate(statement));
    }

    @Override
    default Mono<Status> status(Statement<?> statement) {
        return Mono.defer(() -> runner().status(statement));
    }

    @Override
    default Mono<Status> status(Statement<?> statement, List<? extends Map<String, ?>> parameterSets) {
        return Mono.defer(() -> runner().status(statement, parameterSets));
    }

    @Override
    default Mono<Status> copyIn(
            TableClause table,
            List<? extends ColumnClause<?>> columns,
            Publisher<? extends List<? extends @Nullable Object>> rows) {
        return Mono.defer(() -> runner().copyIn(table, columns, rows));
    }

    @Override
    default Flux<String> copyOut(Statement<?> statement, CopyFormat format) {
        return Flux.defer(() -> runner().copyOut(statement, format));
    }
}

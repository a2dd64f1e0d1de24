/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.sql.ColumnClause;
import io.gino.sql.Statement;
import io.gino.sql.TableClause;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The verbs of an engine, or of one connection, with options of the query's own.
 *
 * @param connection null for whatever connection is in scope
 */
record Runner(GinoEngine engine, @Nullable GinoConnection connection, ExecutionOptions options) implements Verbs {

    @Override
    public Verbs with(ExecutionOptions query) {
        return new Runner(engine, connection, query.orElse(options));
    }

    @Override
    public <R> Flux<R> all(Statement<R> statement) {
        return connection == null
                ? engine.statements().all(statement, options)
                : Flux.defer(() -> connection.all(statement, options));
    }

    @Override
    public <R> Mono<R> read(KeyedRead<R> read) {
        return connection == null ? engine.statements().read(read, options) : Verbs.super.read(read);
    }

    @Override
    public <R> Flux<R> iterate(Statement<R> statement) {
        return connection == null
                ? engine.statements().iterate(statement, options)
                : connection.iterate(statement, options);
    }

    @Override
    public Mono<Status> status(Statement<?> statement) {
        return status(() -> engine.compiler().compile(statement));
    }

    @Override
    public Mono<Status> status(Statement<?> statement, List<? extends Map<String, ?>> parameterSets) {
        return parameterSets.isEmpty()
                ? Mono.fromSupplier(() -> new Status(engine.compiler().command(statement), 0, 0))
                : status(() -> engine.compiler().compile(statement, parameterSets));
    }

    private Mono<Status> status(Supplier<Compiled> statement) {
        return connection == null
                ? engine.statements().status(statement, options)
                : Mono.defer(() -> connection.status(statement.get(), options).single());
    }

    @Override
    public Mono<Status> copyIn(
            TableClause table,
            List<? extends ColumnClause<?>> columns,
            Publisher<? extends List<? extends @Nullable Object>> rows) {
        CopyIn copy = new CopyIn(table, columns, rows);
        return connection == null ? engine.statements().copyIn(copy, options) : connection.copyIn(copy, options);
    }

    @Override
    public Flux<String> copyOut(Statement<?> statement, CopyFormat format) {
        CopyOut copy = CopyOut.of(statement, format, engine.compiler());
        return connection == null ? engine.statements().copyOut(copy, options) : connection.copyOut(copy, options);
    }
}

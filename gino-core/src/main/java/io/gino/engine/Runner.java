package io.gino.engine;

import io.gino.sql.Statement;
import org.jspecify.annotations.Nullable;
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
        return connection == null ? engine.all(statement, options) : connection.all(statement, options);
    }

    @Override
    public <R> Flux<R> iterate(Statement<R> statement) {
        return connection == null ? engine.iterate(statement, options) : connection.iterate(statement, options);
    }

    @Override
    public Mono<Status> status(Statement<?> statement) {
        return connection == null ? engine.status(statement, options) : connection.status(statement, options);
    }
}

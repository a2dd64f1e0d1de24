package io.gino.crud;

import io.gino.engine.ExecutionOptions;
import io.gino.engine.Status;
import io.gino.engine.Verbs;
import io.gino.sql.Statement;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements and models on one connection, or with options of their own. */
public record BoundVerbs(Verbs verbs) implements Verbs, ModelVerbs {

    @Override
    public BoundVerbs with(ExecutionOptions options) {
        return new BoundVerbs(verbs.with(options));
    }

    @Override
    public <R> Flux<R> all(Statement<R> statement) {
        return verbs.all(statement);
    }

    @Override
    public <R> Flux<R> iterate(Statement<R> statement) {
        return verbs.iterate(statement);
    }

    @Override
    public Mono<Status> status(Statement<?> statement) {
        return verbs.status(statement);
    }
}

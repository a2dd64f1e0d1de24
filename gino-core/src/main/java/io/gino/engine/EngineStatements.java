/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.sql.Statement;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The statements of an engine, as its verbs run them: they join the connection that is in scope; otherwise each borrows one
 * for itself. Thread-safe.
 */
final class EngineStatements {

    private final GinoEngine engine;
    private final Connections connections;
    private final Gathering gathering;

    EngineStatements(GinoEngine engine, Connections connections) {
        this.engine = engine;
        this.connections = connections;
        this.gathering = new Gathering(engine);
    }

    <R> Flux<R> all(Statement<R> statement, ExecutionOptions query) {
        return with(connection -> connection.all(statement, query), () -> {
            Compiled compiled = engine.compiler().compile(statement);
            Flux<R> rows = borrow(
                    driver -> driver.rows(compiled, statement.reader(), 0),
                    connection -> connection.all(statement, query));
            return new ReadAhead<>(
                    Timeouts.total(rows, options(query), compiled),
                    engine.settings().readAhead());
        });
    }

    <R> Mono<R> read(KeyedRead<R> read, ExecutionOptions query) {
        return Mono.deferContextual(context -> {
            boolean isShared = engine.current(context) != null
                    || connections.provider().innermost(context).isPresent();
            if (isShared || !engine.settings().gathersReads()) {
                return all(read.alone(), query).singleOrEmpty();
            }
            Flux<R> gathered = gathering.read(read).flux();
            return Timeouts.total(
                            gathered, options(query), () -> engine.compiler().print(read.alone()))
                    .singleOrEmpty();
        });
    }

    <R> Flux<R> iterate(Statement<R> statement, ExecutionOptions query) {
        return with(connection -> connection.iterate(statement, query), () -> {
            Compiled compiled = engine.compiler().compile(statement);
            ExecutionOptions options = options(query);
            Flux<R> rows = borrow(
                    driver -> driver.rows(compiled, statement.reader(), options.fetchSize()),
                    connection -> connection.iterate(statement, query));
            return Timeouts.first(rows, options, compiled);
        });
    }

    Mono<Status> status(Supplier<Compiled> statement, ExecutionOptions query) {
        return with(connection -> connection.status(statement.get(), query), () -> {
                    Compiled compiled = statement.get();
                    Flux<Status> status =
                            borrow(driver -> driver.status(compiled), connection -> connection.status(compiled, query));
                    return Timeouts.total(status, options(query), compiled);
                })
                .single();
    }

    Mono<Status> copyIn(CopyIn copy, ExecutionOptions query) {
        return with(connection -> connection.copyIn(copy, query).flux(), () -> {
                    Flux<Status> status = borrow(
                            driver -> copy.on(driver, engine.formats()), connection -> connection.copyIn(copy, query));
                    return Timeouts.total(status, options(query), copy.compiled(engine.formats()));
                })
                .single();
    }

    Flux<String> copyOut(CopyOut copy, ExecutionOptions query) {
        return with(connection -> connection.copyOut(copy, query), () -> {
            Flux<String> rows = borrow(copy::on, connection -> connection.copyOut(copy, query));
            return Timeouts.first(rows, options(query), copy.compiled());
        });
    }

    private ExecutionOptions options(ExecutionOptions query) {
        return query.orElse(engine.settings().execution());
    }

    /** Work on the connection in scope, else work of its own. */
    private <T> Flux<T> with(Function<GinoConnection, Flux<T>> inScope, Supplier<Flux<T>> alone) {
        return Flux.deferContextual(context -> {
            GinoConnection current = engine.current(context);
            return current == null ? alone.get() : inScope.apply(current);
        });
    }

    /** Work on a connection borrowed for it; one that comes with a transaction of someone else's may be shared. */
    private <T> Flux<T> borrow(
            Function<DriverConnection, Publisher<T>> alone, Function<GinoConnection, Publisher<T>> shared) {
        return new Borrowing<>(
                connections::acquire,
                driver -> driver.party().isPresent() ? shared.apply(guest(driver)) : alone.apply(driver),
                (driver, signal) -> connections.release(driver));
    }

    private GinoConnection guest(DriverConnection driver) {
        return new GinoConnection(engine, Lease.of(connections, driver), AcquireOptions.options());
    }
}

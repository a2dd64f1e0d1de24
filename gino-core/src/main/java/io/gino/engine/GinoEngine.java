package io.gino.engine;

import io.gino.compile.PostgresCompiler;
import io.gino.schema.MetaData;
import io.gino.sql.Statement;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs statements on the connections of one database. A statement joins the connection that is in scope, that of
 * {@link #transaction} or {@link #acquire}; otherwise it borrows one for itself. A service: thread-safe.
 */
public final class GinoEngine implements Verbs {

    private final ConnectionProvider connections;
    private final PostgresCompiler compiler = new PostgresCompiler();
    /** The key of this engine's scope in Reactor's context; two engines never mix. */
    private final Object contextKey = new Object();

    private GinoEngine(ConnectionProvider connections) {
        this.connections = connections;
    }

    /**
     * An engine with a pool of its own, which opens connections when they are first needed.
     *
     * @param url {@code postgresql://}, {@code postgres://} or {@code r2dbc:postgresql://}
     */
    public static GinoEngine create(String url) {
        return new GinoEngine(PooledConnections.of(Urls.factory(url)));
    }

    /** An engine on the connections of a factory, a pool perhaps, that the caller closes. */
    public static GinoEngine create(ConnectionFactory factory) {
        return new GinoEngine(new FactoryConnections(factory));
    }

    /** An engine that gets its connections, and gives them back, as the provider says. */
    public static GinoEngine create(ConnectionProvider connections) {
        return new GinoEngine(connections);
    }

    @Override
    public <R> Flux<R> all(Statement<R> statement) {
        return with(
                connection -> connection.all(statement),
                driver -> driver.rows(compiler.compile(statement), statement.reader(), 0));
    }

    @Override
    public <R> Flux<R> iterate(Statement<R> statement, int fetchSize) {
        return with(
                connection -> connection.iterate(statement, fetchSize),
                driver -> driver.rows(compiler.compile(statement), statement.reader(), fetchSize));
    }

    @Override
    public Mono<Status> status(Statement<?> statement) {
        return with(connection -> connection.status(statement), driver -> driver.status(compiler.compile(statement)))
                .single();
    }

    /** Work on the connection in scope, else on one borrowed for it. */
    private <T> Flux<T> with(
            Function<GinoConnection, Publisher<T>> shared, Function<DriverConnection, Publisher<T>> borrowed) {
        return Flux.deferContextual(context -> {
            GinoConnection.Scope scope = context.getOrDefault(contextKey, null);
            return scope != null ? shared.apply(scope.connection()) : borrow(driver -> onOwn(driver, shared, borrowed));
        });
    }

    /** One that comes with a transaction of someone else's is shared with whoever works in that. */
    private <T> Publisher<T> onOwn(
            DriverConnection driver,
            Function<GinoConnection, Publisher<T>> shared,
            Function<DriverConnection, Publisher<T>> borrowed) {
        return driver.isInTransaction()
                ? shared.apply(new GinoConnection(driver, compiler, contextKey))
                : borrowed.apply(driver);
    }

    private <T> Flux<T> borrow(Function<DriverConnection, ? extends Publisher<T>> work) {
        return Flux.usingWhen(
                acquired(),
                work,
                driver -> connections.release(driver.raw()),
                (driver, failure) -> connections.release(driver.raw()),
                driver -> connections.release(driver.raw()));
    }

    private Mono<DriverConnection> acquired() {
        return connections.acquire().onErrorMap(DatabaseErrors::connecting).map(DriverConnection::new);
    }

    /** Runs work that has one connection for itself; every statement inside joins it. */
    public <T> Mono<T> acquire(Function<? super GinoConnection, ? extends Mono<T>> work) {
        return this.<T>scoped(work).singleOrEmpty();
    }

    /** The same for work that gives several values. */
    public <T> Flux<T> acquireMany(Function<? super GinoConnection, ? extends Flux<T>> work) {
        return scoped(work);
    }

    private <T> Flux<T> scoped(Function<? super GinoConnection, ? extends Publisher<T>> work) {
        return Flux.usingWhen(
                acquired().map(driver -> new GinoConnection(driver, compiler, contextKey)),
                connection -> Flux.from(work.apply(connection))
                        .contextWrite(context -> context.put(contextKey, new GinoConnection.Scope(connection, null))),
                connection -> connection.release(connections),
                (connection, failure) -> connection.release(connections),
                connection -> connection.release(connections));
    }

    /**
     * Runs work in a transaction; every statement inside joins it, in parallel branches too. It is committed when the
     * work completes, rolled back when it fails or is cancelled. Inside another transaction it is a savepoint.
     */
    public <T> Mono<T> transaction(Function<? super Transaction, ? extends Mono<T>> work) {
        return onScope(connection -> connection.transaction(work)).singleOrEmpty();
    }

    /** The same for work that gives several values. They are passed on as they come, before the commit. */
    public <T> Flux<T> transactionMany(Function<? super Transaction, ? extends Flux<T>> work) {
        return onScope(connection -> connection.transactionMany(work));
    }

    private <T> Flux<T> onScope(Function<GinoConnection, Publisher<T>> work) {
        return Flux.deferContextual(context -> {
            GinoConnection.Scope scope = context.getOrDefault(contextKey, null);
            return scope != null
                    ? work.apply(scope.connection())
                    : scoped(connection -> Flux.from(work.apply(connection)));
        });
    }

    /** What creates and drops the tables of a metadata. */
    public SchemaOperations schema(MetaData metadata) {
        return new SchemaOperations(this, metadata);
    }

    /** Closes the engine's own pool; connections of a factory stay with their owner. */
    public Mono<Void> close() {
        return connections.close();
    }

    @Override
    public String toString() {
        return "GinoEngine(" + connections + ")";
    }
}

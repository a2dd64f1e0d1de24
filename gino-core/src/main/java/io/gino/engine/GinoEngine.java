/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.PostgresCompiler;
import io.gino.schema.MetaData;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Runs statements on the connections of one database. A statement joins the connection that is in scope, that of
 * {@link #transaction} or {@link #acquire}; otherwise it borrows one for itself. A service: thread-safe.
 *
 * @since 0.1.0
 */
public final class GinoEngine implements ForwardingVerbs {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final Connections connections;
    private final Settings settings;
    private final PostgresCompiler compiler = new PostgresCompiler();
    private final CopyFormats formats = new CopyFormats(compiler);
    private final EngineStatements statements;
    /** The key of this engine's scope in Reactor's context; two engines never mix. */
    private final Object contextKey = new Object();

    GinoEngine(ConnectionProvider provider, Settings settings) {
        this.connections = new Connections(provider, settings);
        this.settings = settings;
        this.statements = new EngineStatements(this, connections);
    }

    /**
     * An engine with a pool of its own, which opens connections when they are first needed.
     *
     * @param url {@code postgresql://}, {@code postgres://} or {@code r2dbc:postgresql://}
     */
    public static GinoEngine create(String url) {
        return builder(url).build();
    }

    /** An engine on the connections of a factory, a pool perhaps, that the caller closes. */
    public static GinoEngine create(ConnectionFactory factory) {
        return builder(factory).build();
    }

    /** An engine that gets its connections, and gives them back, as the provider says. */
    public static GinoEngine create(ConnectionProvider connections) {
        return builder(connections).build();
    }

    /** The same as {@link #create(String)}, with more to say about it. */
    public static EngineBuilder builder(String url) {
        return EngineBuilder.of(url);
    }

    /** The same as {@link #create(ConnectionFactory)}, with more to say about it. */
    public static EngineBuilder builder(ConnectionFactory factory) {
        return EngineBuilder.of(new FactoryConnections(factory));
    }

    /** The same as {@link #create(ConnectionProvider)}, with more to say about it. */
    public static EngineBuilder builder(ConnectionProvider connections) {
        return EngineBuilder.of(connections);
    }

    PostgresCompiler compiler() {
        return compiler;
    }

    CopyFormats formats() {
        return formats;
    }

    ConnectionProvider provider() {
        return connections.provider();
    }

    Settings settings() {
        return settings;
    }

    /** What runs where no connection is named. */
    EngineStatements statements() {
        return statements;
    }

    Object contextKey() {
        return contextKey;
    }

    @Override
    public Verbs runner() {
        return with(ExecutionOptions.options());
    }

    @Override
    public Verbs with(ExecutionOptions options) {
        return new Runner(this, null, options);
    }

    /** In a transaction of someone else's that has begun inside the scope, the provider gives that one's connection. */
    @Nullable
    GinoConnection current(ContextView context) {
        GinoConnection.Scope scope = context.getOrDefault(contextKey, null);
        if (scope == null || !scope.surrounding().equals(provider().innermost(context))) {
            return null;
        }
        GinoConnection.Scope reusable = GinoConnection.Scope.reusable(scope);
        return reusable == null ? null : reusable.connection();
    }

    /** Opens a first connection now, so that a database that cannot be reached is known at start-up. */
    public Mono<GinoEngine> connect() {
        return connect(1, Duration.ZERO);
    }

    /**
     * The same for a database that may come up later: tried this many times in all, with a line in the log for each that
     * failed, and the interval between them. Who is refused by name or password is not tried again.
     */
    public Mono<GinoEngine> connect(int attempts, Duration interval) {
        return new Connecting(this, attempts, interval).connect();
    }

    /** The connection that statements would join now: empty where each borrows its own. */
    public Mono<GinoConnection> currentConnection() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(current(context)));
    }

    /** Runs work that has one connection for itself; every statement inside joins it. */
    public <T> Mono<T> acquire(Function<? super GinoConnection, ? extends Mono<T>> work) {
        return acquire(AcquireOptions.options(), work);
    }

    /** The same for a connection that is acquired in a certain way. */
    public <T> Mono<T> acquire(AcquireOptions options, Function<? super GinoConnection, ? extends Mono<T>> work) {
        return this.<T>scoped(options, work).singleOrEmpty();
    }

    /** The same for work that gives several values. */
    public <T> Flux<T> acquireMany(Function<? super GinoConnection, ? extends Flux<T>> work) {
        return acquireMany(AcquireOptions.options(), work);
    }

    /** The same for a connection that is acquired in a certain way. */
    public <T> Flux<T> acquireMany(AcquireOptions options, Function<? super GinoConnection, ? extends Flux<T>> work) {
        return scoped(options, work);
    }

    /**
     * A connection that the caller releases, whatever happens: {@link GinoConnection#release()}. What it is handed to
     * uses it by name; {@link GinoConnection#scope} lets other work join it.
     */
    public Mono<GinoConnection> acquire() {
        return acquire(AcquireOptions.options());
    }

    /** The same, acquired in a certain way. */
    public Mono<GinoConnection> acquire(AcquireOptions options) {
        return Mono.deferContextual(context -> {
            GinoConnection connection = connection(context, options);
            return options.lazy()
                    ? Mono.just(connection)
                    : new Borrowing<>(
                                    () -> Mono.just(connection),
                                    made -> made.borrow().thenReturn(made),
                                    (made, signal) -> signal == SignalType.ON_COMPLETE ? Mono.empty() : made.release())
                            .single();
        });
    }

    private GinoConnection connection(ContextView context, AcquireOptions options) {
        GinoConnection current = options.reuse() ? current(context) : null;
        if (current != null) {
            return new GinoConnection(this, current.lease(), options);
        }
        Lease lease = new Lease(connections, options.timeout().orElse(settings.acquireTimeout()));
        return new GinoConnection(this, lease, options.reuse(false));
    }

    private <T> Flux<T> scoped(AcquireOptions options, Function<? super GinoConnection, ? extends Publisher<T>> work) {
        return Flux.deferContextual(outer -> new Borrowing<>(
                () -> Mono.just(connection(outer, options)),
                connection -> {
                    Flux<T> joined = Flux.defer(() -> work.apply(connection))
                            .contextWrite(context -> inScope(context, connection));
                    return options.lazy() ? joined : connection.borrow().thenMany(joined);
                },
                (connection, signal) -> connection.releaseOnce()));
    }

    private static Context inScope(Context context, GinoConnection connection) {
        return connection.isReusable() ? connection.scope(context, null) : context;
    }

    /**
     * Runs work in a transaction; every statement inside joins it, in parallel branches too. It is committed when the
     * work completes, rolled back when it fails or is cancelled. Inside another transaction it is a savepoint.
     */
    public <T> Mono<T> transaction(Function<? super Transaction, ? extends Mono<T>> work) {
        return transaction(TransactionOptions.options(), work);
    }

    /** The same for a transaction of a certain kind. */
    public <T> Mono<T> transaction(TransactionOptions kind, Function<? super Transaction, ? extends Mono<T>> work) {
        return transactional(new ManagedTransaction<T>(kind, work)).singleOrEmpty();
    }

    /** The same for work that gives several values. They are passed on as they come, before the commit. */
    public <T> Flux<T> transactionMany(Function<? super Transaction, ? extends Flux<T>> work) {
        return transactionMany(TransactionOptions.options(), work);
    }

    /** The same for a transaction of a certain kind. Where it is to be retried, values are passed on after the commit. */
    public <T> Flux<T> transactionMany(TransactionOptions kind, Function<? super Transaction, ? extends Flux<T>> work) {
        return transactional(new ManagedTransaction<>(kind, work));
    }

    private <T> Flux<T> transactional(ManagedTransaction<T> transaction) {
        // BEGIN borrows the connection.
        return transaction.hooks().after(scoped(transaction.kind().acquire().lazy(true), transaction::on));
    }

    /** What is sent to these channels; see {@link #listen(Collection, Runnable)}. */
    public Flux<Notification> listen(String... channels) {
        return listen(List.of(channels), () -> {});
    }

    /**
     * What is sent to these channels, over a connection of its own beside those of the engine's pool, until it is
     * cancelled or the engine is closed. When the connection is lost, this is logged, and others are tried until one
     * listens again; what was sent in between is lost. What is not taken in time waits in memory.
     *
     * @param channels their names, exactly as the senders spell them
     * @param listening run each time that listening has begun, the first time too: from then on nothing is missed, so
     *     this is where to read anew what the notifications tell changes of
     */
    public Flux<Notification> listen(Collection<String> channels, Runnable listening) {
        return Flux.defer(
                        () -> new Listener(connections.provider(), channels, listening, Listener.BEAT).notifications())
                .takeUntilOther(connections.closed());
    }

    /** What creates and drops the tables of a metadata. */
    public SchemaOperations schema(MetaData metadata) {
        return new SchemaOperations(this, metadata);
    }

    /** {@link #close(Duration)} within half a minute. */
    public Mono<Void> close() {
        return close(CLOSE_LIMIT);
    }

    /**
     * Lends no more connections, waits until the running work has given its own back, but not longer than this, and
     * closes the engine's own pool; connections of a factory stay with their owner.
     */
    public Mono<Void> close(Duration limit) {
        return connections.close(limit);
    }

    @Override
    public String toString() {
        return "GinoEngine(" + connections + ")";
    }
}

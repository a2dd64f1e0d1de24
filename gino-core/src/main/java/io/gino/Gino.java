/* SPDX-License-Identifier: Apache-2.0 */
package io.gino;

import io.gino.crud.BoundVerbs;
import io.gino.crud.ModelVerbs;
import io.gino.engine.AcquireOptions;
import io.gino.engine.ExecutionOptions;
import io.gino.engine.ForwardingVerbs;
import io.gino.engine.GinoConnection;
import io.gino.engine.GinoEngine;
import io.gino.engine.Notification;
import io.gino.engine.SchemaOperations;
import io.gino.engine.Transaction;
import io.gino.engine.TransactionOptions;
import io.gino.engine.Verbs;
import io.gino.error.UninitializedException;
import io.gino.model.DeclarativeBase;
import io.gino.model.Model;
import io.gino.schema.MetaData;
import io.gino.schema.Naming;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Metadata and engine in one: the object that applications hold. Tables and models are declared in it before or after it
 * is bound; what runs statements needs it bound, else fails with {@link UninitializedException}. A service: thread-safe.
 *
 * @since 0.1.0
 */
public class Gino extends MetaData implements ForwardingVerbs, ModelVerbs {

    private final AtomicReference<@Nullable GinoEngine> engine = new AtomicReference<>();

    @SuppressWarnings("this-escape") // it is kept there, and not used before this is made
    private final DeclarativeBase models = new DeclarativeBase(this);

    public Gino() {}

    /** @param naming how constraints and indexes are named that were given no name */
    public Gino(Naming naming) {
        super(naming);
    }

    /** Binds to an engine, in the place of any before it, which is not closed. */
    public Gino bind(GinoEngine newEngine) {
        engine.set(newEngine);
        return this;
    }

    /** Binds to a new engine for this URL while the work runs, and closes it after. */
    public <T> Flux<T> withBind(String url, Function<? super GinoEngine, ? extends Publisher<T>> work) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> GinoEngine.create(url)),
                bound -> {
                    bind(bound);
                    return work.apply(bound);
                },
                this::unbind);
    }

    private Mono<Void> unbind(GinoEngine bound) {
        engine.compareAndSet(bound, null);
        return bound.close();
    }

    /** The engine, unbound from now on and not closed; empty when there was none. */
    public Mono<GinoEngine> popBind() {
        return Mono.fromSupplier(() -> engine.getAndSet(null));
    }

    /**
     * The engine that this is bound to.
     *
     * @throws UninitializedException when it is bound to none
     */
    public GinoEngine engine() {
        GinoEngine bound = engine.get();
        if (bound == null) {
            throw new UninitializedException(
                    "This Gino is not bound to a database. Call bind(GinoEngine.create(url)), or"
                            + " run the work in withBind(url, …).");
        }
        return bound;
    }

    @Override
    public Verbs runner() {
        return engine().runner();
    }

    @Override
    public Verbs verbs() {
        return this;
    }

    /** The model of a class, its table among this metadata's from now on. */
    public <M> Model<M> model(Class<M> type) {
        return models.model(type);
    }

    /** Takes in the tables of these models. */
    public Gino models(Class<?>... types) {
        models.models(types);
        return this;
    }

    /** Creates the tables that are not there; see {@link SchemaOperations#createAll}. */
    public Mono<Void> createAll() {
        return Mono.defer(() -> schema().createAll());
    }

    /** Drops the tables that are there; see {@link SchemaOperations#dropAll}. */
    public Mono<Void> dropAll() {
        return Mono.defer(() -> schema().dropAll());
    }

    /** What else can be done with the tables declared here. */
    public SchemaOperations schema() {
        return engine().schema(this);
    }

    /** Everything that this runs with these options; they go before those of connection and engine. */
    @Override
    public BoundVerbs with(ExecutionOptions options) {
        return new BoundVerbs(new Late(this, options));
    }

    /** Everything that this runs, on this connection, whatever is in scope. */
    public BoundVerbs on(GinoConnection connection) {
        return new BoundVerbs(connection);
    }

    /** The verbs of the engine that is bound when a statement runs. */
    private record Late(Gino gino, ExecutionOptions options) implements ForwardingVerbs {

        @Override
        public Verbs runner() {
            return gino.engine().with(options);
        }

        @Override
        public Verbs with(ExecutionOptions more) {
            return runner().with(more);
        }
    }

    /** See {@link GinoEngine#listen(String...)}. */
    public Flux<Notification> listen(String... channels) {
        return Flux.defer(() -> engine().listen(channels));
    }

    /** See {@link GinoEngine#listen(Collection, Runnable)}. */
    public Flux<Notification> listen(Collection<String> channels, Runnable listening) {
        return Flux.defer(() -> engine().listen(channels, listening));
    }

    /** See {@link GinoEngine#acquire}. */
    public <T> Mono<T> acquire(Function<? super GinoConnection, ? extends Mono<T>> work) {
        return Mono.defer(() -> engine().acquire(work));
    }

    /** See {@link GinoEngine#acquireMany}. */
    public <T> Flux<T> acquireMany(Function<? super GinoConnection, ? extends Flux<T>> work) {
        return Flux.defer(() -> engine().acquireMany(work));
    }

    /** See {@link GinoEngine#transaction}. */
    public <T> Mono<T> transaction(Function<? super Transaction, ? extends Mono<T>> work) {
        return Mono.defer(() -> engine().transaction(work));
    }

    /** See {@link GinoEngine#transactionMany}. */
    public <T> Flux<T> transactionMany(Function<? super Transaction, ? extends Flux<T>> work) {
        return Flux.defer(() -> engine().transactionMany(work));
    }

    /** See {@link GinoEngine#acquire}. */
    public <T> Mono<T> acquire(AcquireOptions kind, Function<? super GinoConnection, ? extends Mono<T>> work) {
        return Mono.defer(() -> engine().acquire(kind, work));
    }

    /** See {@link GinoEngine#acquireMany}. */
    public <T> Flux<T> acquireMany(AcquireOptions kind, Function<? super GinoConnection, ? extends Flux<T>> work) {
        return Flux.defer(() -> engine().acquireMany(kind, work));
    }

    /** See {@link GinoEngine#transaction}. */
    public <T> Mono<T> transaction(TransactionOptions kind, Function<? super Transaction, ? extends Mono<T>> work) {
        return Mono.defer(() -> engine().transaction(kind, work));
    }

    /** See {@link GinoEngine#transactionMany}. */
    public <T> Flux<T> transactionMany(TransactionOptions kind, Function<? super Transaction, ? extends Flux<T>> work) {
        return Flux.defer(() -> engine().transactionMany(kind, work));
    }

    /** See {@link GinoEngine#acquire()}. */
    public Mono<GinoConnection> acquire() {
        return acquire(AcquireOptions.options());
    }

    /** See {@link GinoEngine#acquire(AcquireOptions)}. */
    public Mono<GinoConnection> acquire(AcquireOptions options) {
        return Mono.defer(() -> engine().acquire(options));
    }

    /** See {@link GinoEngine#currentConnection}. */
    public Mono<GinoConnection> currentConnection() {
        return Mono.defer(() -> engine().currentConnection());
    }
}

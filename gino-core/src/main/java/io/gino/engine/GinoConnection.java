/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.compile.PostgresCompiler;
import io.gino.error.ConnectionException;
import io.gino.error.TransactionException;
import io.gino.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A connection that the caller has for itself until it is released. Statements that are subscribed to at the same time
 * run one after another; each is read to its end as fast as it comes, so that one can be run for each row of another.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class GinoConnection implements ForwardingVerbs {

    private final GinoEngine engine;
    private final Lease lease;
    private final AcquireOptions options;
    private final AtomicBoolean isReleased = new AtomicBoolean();

    GinoConnection(GinoEngine engine, Lease lease, AcquireOptions options) {
        this.engine = engine;
        this.lease = lease;
        this.options = options;
    }

    Lease lease() {
        return lease;
    }

    /** Whether what runs in its scope joins it without naming it. */
    boolean isReusable() {
        return options.reusable() && !options.reuse() && !isReleased.get() && !lease.isClosed();
    }

    /** Whether a connection of the pool is held at the moment: not before a lazy one is first used. */
    public boolean isBorrowed() {
        return lease.isBorrowed();
    }

    @Override
    public Verbs runner() {
        return with(ExecutionOptions.options());
    }

    @Override
    public Verbs with(ExecutionOptions query) {
        return new Runner(engine, this, query);
    }

    /**
     * Every row is read at once, however few are asked for: what runs for each of them needs the connection too. Compiled
     * now.
     */
    <R> Flux<R> all(Statement<R> statement, ExecutionOptions query) {
        Compiled compiled = compiler().compile(statement);
        Flux<R> rows = inTurn(driver -> driver.rows(compiled, statement.reader(), 0));
        return new ReadAhead<>(Timeouts.total(rows, options(query), compiled), Long.MAX_VALUE);
    }

    /** A query is read through a cursor, so that other statements may run between its batches. */
    <R> Flux<R> iterate(Statement<R> statement, ExecutionOptions query) {
        return Flux.defer(() -> {
            Compiled compiled = compiler().compile(statement);
            return compiled.isQuery()
                    ? new Cursor<>(this, compiled, statement.reader(), options(query)).rows()
                    : all(statement, query);
        });
    }

    /** One value. */
    Flux<Status> status(Compiled statement, ExecutionOptions query) {
        return Timeouts.total(inTurn(driver -> driver.status(statement)), options(query), statement);
    }

    Mono<Status> copyIn(CopyIn copy, ExecutionOptions query) {
        return Timeouts.total(
                        inTurn(driver -> copy.on(driver, engine.formats())),
                        options(query),
                        copy.compiled(engine.formats()))
                .single();
    }

    Flux<String> copyOut(CopyOut copy, ExecutionOptions query) {
        return new ReadAhead<>(Timeouts.first(inTurn(copy::on), options(query), copy.compiled()), Long.MAX_VALUE);
    }

    /**
     * A cursor over what the statement returns, for the caller to move and to close; it ends with the transaction in
     * which it was opened. Outside of one, PostgreSQL first keeps the whole result aside.
     */
    public <R> Mono<Cursor<R>> cursor(Statement<R> statement) {
        return cursor(statement, ExecutionOptions.options());
    }

    <R> Mono<Cursor<R>> cursor(Statement<R> statement, ExecutionOptions query) {
        return Mono.defer(
                () -> new Cursor<>(this, compiler().compile(statement), statement.reader(), options(query)).open());
    }

    /**
     * A statement compiled now, run on this connection: from its first run on, PostgreSQL has it prepared there, with
     * its parameters. It ends with the connection.
     */
    public <R> Mono<BakedQuery<R>> prepare(Statement<R> statement) {
        return Mono.fromSupplier(() -> bake(statement));
    }

    private PostgresCompiler compiler() {
        return engine.compiler();
    }

    Settings settings() {
        return engine.settings();
    }

    private ExecutionOptions options(ExecutionOptions query) {
        return query.orElse(options.execution()).orElse(settings().execution());
    }

    <T> Flux<T> inTurn(Function<DriverConnection, ? extends Publisher<T>> work) {
        return lease.inTurn(this::requireNotReleased, work);
    }

    private void requireNotReleased() {
        if (isReleased.get()) {
            throw released();
        }
    }

    private static ConnectionException released() {
        return new ConnectionException("This connection is already released. Acquire another one.");
    }

    /** Runs SQL that takes no values and returns nothing. */
    Mono<Void> command(String sql) {
        return this.<Void>inTurn(driver -> driver.command(sql)).then();
    }

    /**
     * Runs work in a transaction on this connection; inside another one, in a savepoint. It is committed when the work
     * completes, rolled back when it fails or is cancelled.
     */
    public <T> Mono<T> transaction(Function<? super Transaction, ? extends Mono<T>> work) {
        return transaction(TransactionOptions.options(), work);
    }

    /** The same for a transaction of a certain kind. */
    public <T> Mono<T> transaction(TransactionOptions kind, Function<? super Transaction, ? extends Mono<T>> work) {
        return transactional(new ManagedTransaction<>(kind, work)).singleOrEmpty();
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
        return transaction.hooks().after(transaction.on(this));
    }

    /** Begins a transaction that the caller ends: by {@link Transaction#commit} or {@link Transaction#rollback}. */
    public Mono<Transaction> begin() {
        return begin(TransactionOptions.options());
    }

    /** The same for a transaction of a certain kind. It cannot be retried. */
    public Mono<Transaction> begin(TransactionOptions kind) {
        return Mono.defer(() -> kind.isRetried()
                ? Mono.error(new TransactionException("A transaction that is ended by hand cannot be retried."
                        + " Leave retry(…) out, or use transaction(…)."))
                : begun(new Transaction(this, kind, lease.innermost().get(), null)));
    }

    private static Mono<Transaction> begun(Transaction transaction) {
        Mono<Void> undo = transaction.end(Transaction.Ending.ROLLBACK);
        return transaction
                .begin()
                .doOnError(failure -> undo.subscribe())
                .doOnCancel(undo::subscribe)
                .thenReturn(transaction);
    }

    /** Puts this connection in scope: {@code work.contextWrite(connection.scope())} joins it. */
    public Function<Context, Context> scope() {
        return context -> scope(context, null);
    }

    Context scope(Context context, @Nullable Transaction transaction) {
        Scope outer = context.getOrDefault(engine.contextKey(), null);
        return context.put(
                engine.contextKey(),
                new Scope(this, transaction, outer, engine.provider().innermost(context)));
    }

    /** The transaction in scope, if it is one on this connection. */
    @Nullable
    Transaction transactionIn(@Nullable Scope scope) {
        return scope == null || scope.connection().lease() != lease ? null : scope.transaction();
    }

    @Nullable
    Scope scopeOf(ContextView context) {
        return context.getOrDefault(engine.contextKey(), null);
    }

    GinoEngine engine() {
        return engine;
    }

    /** Gives the connection back for good; whoever shares it cannot go on. */
    public Mono<Void> release() {
        return release(true);
    }

    /**
     * Gives the connection back.
     *
     * @param permanent whether for good; otherwise the next statement borrows one again, perhaps another one
     */
    public Mono<Void> release(boolean permanent) {
        return Mono.defer(() -> {
            if (permanent && !isReleased.compareAndSet(false, true)) {
                return Mono.error(released());
            }
            boolean isOver = isReleased.get() && !permanent;
            return options.reuse() || isOver ? Mono.empty() : lease.giveBack(permanent);
        });
    }

    /** Borrows a connection now. */
    Mono<Void> borrow() {
        return this.<Void>inTurn(driver -> Mono.empty()).then();
    }

    /** For a scope that ends: the work in it may have released the connection already. */
    Mono<Void> releaseOnce() {
        return Mono.defer(() -> isReleased.get() ? Mono.empty() : release());
    }

    /**
     * What Reactor's context carries: the connection that is in scope, the transaction on it, and the scope around.
     *
     * @param surrounding what {@link ConnectionProvider#innermost} said when it was entered
     */
    record Scope(
            GinoConnection connection,
            @Nullable Transaction transaction,
            @Nullable Scope outer,
            Optional<Object> surrounding) {

        /** The innermost connection that may be joined. */
        static @Nullable Scope reusable(@Nullable Scope scope) {
            Scope found = scope;
            while (found != null && !found.connection.isReusable()) {
                found = found.outer;
            }
            return found;
        }
    }
}

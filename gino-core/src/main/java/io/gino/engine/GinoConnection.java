package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.compile.PostgresCompiler;
import io.gino.error.TransactionException;
import io.gino.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection that the caller has for itself while it is in scope. Statements that are subscribed to at the same time
 * run one after another; each is read to its end as fast as it comes, so that one can be run for each row of another.
 */
public final class GinoConnection implements Verbs {

    private final DriverConnection driver;
    private final PostgresCompiler compiler;
    private final Object contextKey;
    private final Turns turns = new Turns();
    private final AtomicReference<@Nullable Transaction> innermost = new AtomicReference<>();

    GinoConnection(DriverConnection driver, PostgresCompiler compiler, Object contextKey) {
        this.driver = driver;
        this.compiler = compiler;
        this.contextKey = contextKey;
    }

    @Override
    public <R> Flux<R> all(Statement<R> statement) {
        return turns.inTurn(() -> driver.rows(compiler.compile(statement), statement.reader(), 0))
                .onBackpressureBuffer();
    }

    /** A query is read through a cursor, so that other statements may run between its batches. */
    @Override
    public <R> Flux<R> iterate(Statement<R> statement, int fetchSize) {
        return Flux.defer(() -> {
            Compiled compiled = compiler.compile(statement);
            return compiled.isQuery()
                    ? new Cursor<>(driver, turns, compiled, statement.reader(), fetchSize).rows()
                    : all(statement);
        });
    }

    @Override
    public Mono<Status> status(Statement<?> statement) {
        return turns.inTurn(() -> driver.status(compiler.compile(statement))).single();
    }

    /** Runs SQL that takes no values and returns nothing. */
    Mono<Void> command(String sql) {
        return turns.<Void>inTurn(() -> driver.command(sql)).then();
    }

    /**
     * Runs work in a transaction on this connection; inside another one, in a savepoint. It is committed when the work
     * completes, rolled back when it fails or is cancelled.
     */
    public <T> Mono<T> transaction(Function<? super Transaction, ? extends Mono<T>> work) {
        return transactional(work).singleOrEmpty();
    }

    /** The same for work that gives several values. They are passed on as they come, before the commit. */
    public <T> Flux<T> transactionMany(Function<? super Transaction, ? extends Flux<T>> work) {
        return transactional(work);
    }

    private <T> Flux<T> transactional(Function<? super Transaction, ? extends Publisher<T>> work) {
        return Flux.deferContextual(context -> {
            Scope scope = context.getOrDefault(contextKey, null);
            Transaction outer = scope == null || scope.connection() != this ? null : scope.transaction();
            return Flux.usingWhen(
                    begin(outer),
                    transaction -> Flux.from(work.apply(transaction))
                            .contextWrite(inner -> inner.put(contextKey, new Scope(this, transaction)))
                            .concatWith(commit(transaction).then(Mono.empty())),
                    transaction -> Mono.empty(),
                    (transaction, failure) -> rollback(transaction).onErrorResume(second -> {
                        failure.addSuppressed(second);
                        return Mono.empty();
                    }),
                    this::rollback);
        });
    }

    private Mono<Transaction> begin(@Nullable Transaction outer) {
        return Mono.defer(() -> {
            boolean inForeign = outer == null && driver.isInTransaction();
            int depth = outer == null ? (inForeign ? 1 : 0) : outer.depth() + 1;
            Transaction transaction = new Transaction(this, outer, depth);
            if (!innermost.compareAndSet(outer, transaction)) {
                return Mono.error(
                        new TransactionException("Two nested transactions cannot be open at the same time on one"
                                + " connection. Run them one after another (concatMap instead of flatMap or zip), or outside of the"
                                + " transaction around them."));
            }
            Mono<Void> begin = depth == 0 ? inTurn(driver.begin()) : command("SAVEPOINT " + transaction.savepoint());
            return begin.doOnError(failure -> innermost.set(outer)).thenReturn(transaction);
        });
    }

    private Mono<Void> commit(Transaction transaction) {
        Mono<Void> commit = transaction.depth() == 0
                ? inTurn(driver.commit())
                : command("RELEASE SAVEPOINT " + transaction.savepoint());
        return end(transaction, commit);
    }

    private Mono<Void> rollback(Transaction transaction) {
        Mono<Void> rollback = transaction.depth() == 0
                ? inTurn(driver.rollback())
                // One command, for one turn: of a cancelled scope the outer rollback and the release are waiting
                // already.
                : command("ROLLBACK TO SAVEPOINT %1$s; RELEASE SAVEPOINT %1$s".formatted(transaction.savepoint()));
        return end(transaction, rollback);
    }

    /** Gives the connection back after whatever waits for its turn: when all is cancelled, nobody else waits for the rollbacks. */
    Mono<Void> release(ConnectionProvider connections) {
        return inTurn(Mono.defer(() -> connections.release(driver.raw())));
    }

    private Mono<Void> inTurn(Mono<Void> work) {
        return turns.inTurn(() -> work).then();
    }

    /** Makes room for the next transaction before anyone hears of the end of this one, and may begin it. */
    private Mono<Void> end(Transaction transaction, Mono<Void> work) {
        Runnable leave = () -> innermost.compareAndSet(transaction, transaction.outer());
        return work.doOnTerminate(leave).doOnCancel(leave);
    }

    /** What Reactor's context carries: the connection that is in scope, and the transaction on it, if any. */
    record Scope(GinoConnection connection, @Nullable Transaction transaction) {}
}

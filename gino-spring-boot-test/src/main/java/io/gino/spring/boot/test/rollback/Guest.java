/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import io.gino.engine.SharedWire;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One of the connections of a test, which are all the same one. Its transactions are savepoints, and while it is in one
 * the others wait; outside of transactions each of its statements waits for its turn.
 */
final class Guest implements Connection, Wrapped<Connection>, SharedWire {

    private final TestTransaction test;
    private final Connection host;
    /** What SET LOCAL has set in the transaction that is open, or in the statement that runs. */
    private final Set<String> localSettings = ConcurrentHashMap.newKeySet();
    /** The turn of the transaction that is open. */
    private final AtomicReference<Line.@Nullable Turn> turn = new AtomicReference<>();

    private volatile boolean isReadOnly;
    private volatile boolean isClosed;

    Guest(TestTransaction test, Connection host) {
        this.test = test;
        this.host = host;
    }

    @Override
    public Connection unwrap() {
        return host;
    }

    @Override
    public <T> Flux<T> inTurn(Supplier<? extends Publisher<T>> work) {
        return Flux.defer(() -> {
            if (isClosed) {
                return Flux.error(new IllegalStateException("This connection is closed. Get another one."));
            }
            return isAutoCommit()
                    ? test.alone(host, work, () -> {
                        Set<String> names = Set.copyOf(localSettings);
                        localSettings.clear();
                        return names;
                    })
                    : test.running(Flux.defer(work));
        });
    }

    private Mono<Void> doInTurn(Supplier<? extends Publisher<Void>> work) {
        return this.<Void>inTurn(work).then();
    }

    @Override
    public Mono<Void> beginTransaction() {
        return begin(false);
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return begin(Boolean.TRUE.equals(definition.getAttribute(TransactionDefinition.READ_ONLY)));
    }

    /** Isolation is without meaning where nobody else is. */
    Mono<Void> begin(boolean readOnly) {
        return Mono.defer(() -> isAutoCommit() ? newTransaction(readOnly) : Mono.empty());
    }

    private Mono<Void> newTransaction(boolean readOnly) {
        Mono<Void> begin = test.begin(host)
                .then(readOnly ? TestTransaction.command(host, "SET TRANSACTION READ ONLY") : Mono.empty());
        return Mono.usingWhen(
                test.line().come(),
                taken -> test.running(begin).then(Mono.<Void>fromRunnable(() -> {
                    isReadOnly = readOnly;
                    turn.set(taken);
                })),
                taken -> Mono.empty(),
                (taken, failure) -> test.undo(host).doOnTerminate(taken::leave),
                taken -> turn.get() == taken ? Mono.empty() : test.undo(host).doOnTerminate(taken::leave));
    }

    @Override
    public Mono<Void> commitTransaction() {
        // What only read cannot be released: PostgreSQL would let nobody write after it.
        return end(() -> isReadOnly
                ? test.undo(host)
                : test.keep(host, localSettings)
                        .onErrorMap(
                                TestTransaction::isAborted,
                                failure -> new R2dbcRollbackException(
                                        "The transaction was rolled back, since a statement in it had failed.")));
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return end(() -> test.undo(host));
    }

    /** Once, and to the end also when nobody waits for it any more. */
    private Mono<Void> end(Supplier<Mono<Void>> how) {
        return Mono.defer(() -> {
            Line.Turn taken = turn.getAndSet(null);
            return taken == null
                    ? Mono.empty()
                    : test.running(Mono.defer(how))
                            .then()
                            .onErrorResume(failure -> test.undo(host).then(Mono.error(failure)))
                            .doOnTerminate(() -> ended(taken))
                            .cache();
        });
    }

    private void ended(Line.Turn taken) {
        isReadOnly = false;
        localSettings.clear();
        taken.leave();
    }

    @Override
    public Mono<Void> close() {
        return rollbackTransaction().doOnTerminate(() -> isClosed = true);
    }

    @Override
    public Batch createBatch() {
        return new GuestBatch(this, host.createBatch());
    }

    @Override
    public Statement createStatement(String sql) {
        return Control.of(sql)
                .<Statement>map(control -> new GuestStatement(
                        this,
                        host.createStatement(""),
                        execution -> control(control, sql).thenMany(execution.get())))
                .orElseGet(() -> new GuestStatement(this, host.createStatement(sql), execution -> {
                    Control.localSetting(sql).ifPresent(localSettings::add);
                    return execution.get();
                }));
    }

    private Mono<Void> control(Control control, String sql) {
        return switch (control) {
            case BEGIN -> begin(Control.isReadOnly(sql));
            case COMMIT -> commitTransaction();
            case ROLLBACK -> rollbackTransaction();
        };
    }

    Flux<Result> results(Supplier<? extends Publisher<? extends Result>> execution) {
        return inTurn(() -> Flux.from(execution.get()).map(result -> (Result) new GuestResult(result)));
    }

    @Override
    public Mono<Void> createSavepoint(String name) {
        return begin(false).then(doInTurn(() -> host.createSavepoint(name)));
    }

    @Override
    public Mono<Void> releaseSavepoint(String name) {
        return doInTurn(() -> host.releaseSavepoint(name));
    }

    @Override
    public Mono<Void> rollbackTransactionToSavepoint(String name) {
        return doInTurn(() -> host.rollbackTransactionToSavepoint(name));
    }

    @Override
    public boolean isAutoCommit() {
        return turn.get() == null;
    }

    @Override
    public Mono<Void> setAutoCommit(boolean autoCommit) {
        return autoCommit ? commitTransaction() : begin(false);
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return host.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return host.getTransactionIsolationLevel();
    }

    @Override
    public Mono<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> setLockWaitTimeout(Duration timeout) {
        return doInTurn(() -> host.setLockWaitTimeout(timeout));
    }

    @Override
    public Mono<Void> setStatementTimeout(Duration timeout) {
        return doInTurn(() -> host.setStatementTimeout(timeout));
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return depth == ValidationDepth.LOCAL
                ? host.validate(depth)
                : this.<Boolean>inTurn(() -> host.validate(depth)).next();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.TransactionException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * A transaction under way, or a nested one, which is a savepoint. One that runs work ({@code transaction(…)}) ends with
 * it; one that was begun by hand ({@code begin()}) ends by {@link #commit} or {@link #rollback}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Transaction {

    /** How a transaction ends. */
    enum Ending {
        COMMIT,
        ROLLBACK
    }

    private final GinoConnection connection;
    private final TransactionOptions kind;
    private final @Nullable Transaction outer;
    private final boolean isManaged;
    private final TransactionHooks hooks;
    private final Sinks.Empty<Void> raise = Sinks.empty();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private volatile @Nullable Ending raised;
    private volatile boolean isStopped;

    /** Where it stands as the innermost one; kept, since the connection may be given back before it has left. */
    private volatile @Nullable AtomicReference<@Nullable Transaction> place;

    /** Whether it took its place among those on the connection, and whether BEGIN was heard. */
    private volatile boolean isEntered;

    private volatile boolean isBegun;
    private volatile int depth;
    /** How others see it, who may join it by the context of the work; of one that is ended by hand, not at all. */
    private volatile SharedTransaction shared = SharedTransaction.ALONE;

    /** @param managed the hooks of who runs work in it; null when it is ended by hand */
    Transaction(
            GinoConnection connection,
            TransactionOptions kind,
            @Nullable Transaction outer,
            @Nullable TransactionHooks managed) {
        this.connection = connection;
        this.kind = kind;
        this.outer = outer;
        this.isManaged = managed != null;
        this.hooks = managed == null || outer != null ? new TransactionHooks() : managed;
    }

    Mono<Void> begin() {
        return Mono.deferContextual(context -> connection
                .<Void>inTurn(driver -> begin(driver).doOnComplete(() -> begun(driver, context)))
                .then());
    }

    private void begun(DriverConnection driver, ContextView context) {
        isBegun = true;
        if (isManaged) {
            shared = connection.engine().provider().share(driver.raw(), this, context);
        }
    }

    private Flux<Void> begin(DriverConnection driver) {
        depth = outer != null ? outer.depth + 1 : driver.isInTransaction() ? 1 : 0;
        AtomicReference<@Nullable Transaction> innermost = innermost();
        place = innermost;
        isEntered = innermost.compareAndSet(outer, this);
        if (!isEntered) {
            return Flux.error(new TransactionException(
                    "Two nested transactions cannot be open at the same time on one connection. Run them one after"
                            + " another (concatMap instead of flatMap or zip), or outside of the transaction around"
                            + " them."));
        } else if (depth > 0 && !kind.fitInside(outer == null ? TransactionOptions.options() : outer.kind)) {
            return Flux.error(new TransactionException("A nested transaction is part of the one around it, which was"
                    + " begun by " + (outer == null ? "another" : outer.kind.begin()) + "; it cannot be " + kind.begin()
                    + ". Say so on the outer one, or use reuse(false) for an independent transaction."));
        }
        return driver.command(depth == 0 ? kind.begin() : "SAVEPOINT " + savepoint());
    }

    private AtomicReference<@Nullable Transaction> innermost() {
        return connection.lease().innermost();
    }

    /** Makes room for the next transaction. */
    private void leave() {
        AtomicReference<@Nullable Transaction> taken = place;
        if (taken != null) {
            taken.compareAndSet(this, outer);
        }
    }

    /** The connection that the transaction runs on. */
    public GinoConnection connection() {
        return connection;
    }

    /** Whether it is a savepoint in another transaction. */
    public boolean isNested() {
        return depth > 0;
    }

    /** How it was asked to begin. */
    public TransactionOptions kind() {
        return kind;
    }

    SharedTransaction shared() {
        return shared;
    }

    boolean isManaged() {
        return isManaged;
    }

    Mono<Void> raised() {
        return raise.asMono();
    }

    private String savepoint() {
        return "gino_" + depth;
    }

    /**
     * Commits a transaction that was begun by hand.
     *
     * @return fails with {@link TransactionException} when it has ended already, when it runs work, and when PostgreSQL
     *     rolls back instead because a statement in it had failed
     */
    public Mono<Void> commit() {
        return Mono.defer(() -> byHand().then(end(Ending.COMMIT)).then(hooks.run()));
    }

    /** Rolls back a transaction that was begun by hand; it must not have ended already. */
    public Mono<Void> rollback() {
        return Mono.defer(() -> byHand().then(end(Ending.ROLLBACK)).then(hooks.run()));
    }

    private Mono<Void> byHand() {
        if (isManaged) {
            return Mono.error(new TransactionException("This transaction ends with the work that runs in it. To end it"
                    + " early use raiseCommit() or raiseRollback()."));
        }
        return isOver.get()
                ? Mono.error(new TransactionException("This transaction has ended already. Begin another one."))
                : Mono.empty();
    }

    /**
     * Ends this transaction now, by a commit: what is left of the work is cancelled, also that of transactions inside,
     * which are committed too. It is no error, so nothing can handle it on the way; the work as a whole gives nothing
     * more and completes.
     */
    public <T> Mono<T> raiseCommit() {
        return raise(Ending.COMMIT);
    }

    /** Ends this transaction now, as {@link #raiseCommit} does, but by a rollback. */
    public <T> Mono<T> raiseRollback() {
        return raise(Ending.ROLLBACK);
    }

    /** In its turn, so that no statement of a parallel branch is cut off. */
    private <T> Mono<T> raise(Ending ending) {
        if (!isManaged) {
            return Mono.error(new TransactionException(
                    "This transaction was begun by hand. End it by commit() or rollback() instead."));
        }
        return connection
                .<T>inTurn(driver -> {
                    end(innermost().get(), ending);
                    return Mono.empty();
                })
                .then(Mono.never());
    }

    private void end(@Nullable Transaction inside, Ending ending) {
        for (Transaction inner = inside; inner != null && inner != this; inner = inner.outer) {
            inner.raised = ending;
        }
        raised = ending;
        raise.tryEmitEmpty();
    }

    /** All of it is cancelled, so that nothing need be spared for what comes after in it. */
    void stop() {
        isStopped = true;
    }

    /** Whether this, or one around it, is cancelled. */
    boolean isStopped() {
        return isStopped || (outer != null && outer.isStopped());
    }

    /** How it is to end: as was raised, else like this. */
    Ending raisedOr(Ending otherwise) {
        return Optional.ofNullable(raised).orElse(otherwise);
    }

    /** Ends it, unless it has ended already. */
    Mono<Void> end(Ending ending) {
        return Mono.defer(() -> {
            if (!isOver.compareAndSet(false, true)) {
                return Mono.empty();
            }
            Flux<Void> ended = connection
                    .lease()
                    .<Void>inTurn(driver -> end(driver, ending))
                    .doOnTerminate(this::handOver)
                    .doOnCancel(this::handOver);
            return ended.then()
                    .onErrorResume(failure -> shared.ended(false).then(Mono.error(failure)))
                    .then(Mono.defer(() -> shared.ended(ending == Ending.COMMIT)));
        });
    }

    /** The next transaction may begin before anyone hears of the end of this one. */
    private void handOver() {
        leave();
        if (outer != null) {
            outer.hooks.take(hooks);
        }
    }

    /** Of a cancelled BEGIN it is not known whether it was heard. */
    private Flux<Void> end(DriverConnection driver, Ending ending) {
        if (isBegun) {
            return command(driver, ending).doOnComplete(() -> hooks.ended(ending));
        }
        boolean isOpen = isEntered && depth == 0 && driver.isInTransaction();
        return isOpen ? driver.rollback() : Flux.empty();
    }

    private Flux<Void> command(DriverConnection driver, Ending ending) {
        if (depth == 0) {
            return ending == Ending.COMMIT ? driver.commit() : driver.rollback();
        }
        return driver.command(
                ending == Ending.COMMIT
                        ? "RELEASE SAVEPOINT " + savepoint()
                        // One command, for one turn: of a cancelled scope the outer rollback and the release are
                        // waiting already.
                        : "ROLLBACK TO SAVEPOINT %1$s; RELEASE SAVEPOINT %1$s".formatted(savepoint()));
    }

    /**
     * Runs this when the outermost transaction has committed, and what was asked for in nested ones when they were not
     * rolled back before. It runs outside of the transaction; if it fails, the call fails, though all is committed.
     */
    public Transaction afterCommit(Supplier<? extends Mono<?>> work) {
        hooks.afterCommit(work);
        return this;
    }

    /** Runs this when the transaction, or one around it, has been rolled back, after the outermost one has ended. */
    public Transaction afterRollback(Supplier<? extends Mono<?>> work) {
        hooks.afterRollback(work);
        return this;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.Deadlock;
import io.gino.error.SerializationFailure;
import io.gino.error.TransactionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * How a transaction begins and what happens when it loses against another. What is not said is as the server says.
 *
 * @since 0.1.0
 */
public final class TransactionOptions {

    private static final TransactionOptions DEFAULT = new TransactionOptions(
            List.of(), null, 0, Duration.ofMillis(20), AcquireOptions.options().reuse(true));

    private final List<String> modes;
    private final @Nullable Isolation isolation;
    private final int retries;
    private final Duration backoff;
    private final AcquireOptions acquire;

    private TransactionOptions(
            List<String> modes, @Nullable Isolation isolation, int retries, Duration backoff, AcquireOptions acquire) {
        this.modes = List.copyOf(modes);
        this.isolation = isolation;
        this.retries = retries;
        this.backoff = backoff;
        this.acquire = acquire;
    }

    /** As the server says, on the connection in scope or a new one. */
    public static TransactionOptions options() {
        return DEFAULT;
    }

    /** As if transactions ran one after another; be ready to {@link #retry}. */
    public static TransactionOptions serializable() {
        return DEFAULT.isolation(Isolation.SERIALIZABLE);
    }

    public static TransactionOptions repeatableRead() {
        return DEFAULT.isolation(Isolation.REPEATABLE_READ);
    }

    public static TransactionOptions readCommitted() {
        return DEFAULT.isolation(Isolation.READ_COMMITTED);
    }

    /** How much it sees of others. A nested transaction cannot have another isolation than the one around it. */
    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(modes, level, retries, backoff, acquire);
    }

    /** PostgreSQL refuses every write in it. */
    public TransactionOptions readOnly() {
        return mode("READ ONLY");
    }

    /** A serializable one that only reads waits until it can run without ever failing. */
    public TransactionOptions deferrable() {
        return mode("DEFERRABLE");
    }

    private TransactionOptions mode(String mode) {
        List<String> more = new ArrayList<>(modes);
        if (!more.contains(mode)) {
            more.add(mode);
        }
        return new TransactionOptions(more, isolation, retries, backoff, acquire);
    }

    /**
     * Runs the whole work again, up to this many times, when PostgreSQL ends it by a serialization failure (40001) or a
     * deadlock (40P01), and by nothing else. Nested transactions are not retried: the one around them is lost too.
     */
    public TransactionOptions retry(int times) {
        if (times < 0) {
            throw new TransactionException("A transaction cannot be retried " + times + " times. Give 0 or more.");
        }
        return new TransactionOptions(modes, isolation, times, backoff, acquire);
    }

    /** How long to wait before the first retry, about; doubled with each and spread at random. */
    public TransactionOptions backoff(Duration first) {
        return new TransactionOptions(modes, isolation, retries, first, acquire);
    }

    /** Whether it joins the connection in scope, which is the default; otherwise it is independent, on one of its own. */
    public TransactionOptions reuse(boolean joined) {
        return acquire(acquire.reuse(joined));
    }

    /** How its connection is acquired when it does not join one. */
    public TransactionOptions acquire(AcquireOptions options) {
        return new TransactionOptions(modes, isolation, retries, backoff, options);
    }

    AcquireOptions acquire() {
        return acquire;
    }

    /** Whether PostgreSQL refuses every write in it. */
    public boolean isReadOnly() {
        return modes.contains("READ ONLY");
    }

    boolean isRetried() {
        return retries > 0;
    }

    /** @param before what is to be done before each retry */
    Retry retry(Supplier<Mono<Void>> before) {
        return Retry.backoff(retries, backoff)
                .doBeforeRetryAsync(signal -> before.get())
                .filter(failure -> failure instanceof SerializationFailure || failure instanceof Deadlock)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    /** {@code BEGIN} with what was said. */
    String begin() {
        List<String> said = new ArrayList<>(modes.size() + 1);
        if (isolation != null) {
            said.add("ISOLATION LEVEL " + isolation.sql());
        }
        said.addAll(modes);
        return said.isEmpty() ? "BEGIN" : "BEGIN " + String.join(", ", said);
    }

    /** Whether a savepoint can give what was asked for, inside a transaction begun with {@code outer}. */
    boolean fitInside(TransactionOptions outer) {
        return (isolation == null || isolation == outer.isolation) && outer.modes.containsAll(modes);
    }

    @Override
    public String toString() {
        return begin();
    }
}

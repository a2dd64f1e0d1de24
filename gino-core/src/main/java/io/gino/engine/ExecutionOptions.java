/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.StatementException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How statements are run, as far as it is said: for a query by {@link Verbs#with}, for a connection when it is acquired,
 * for an engine when it is made. What a query says goes before what the connection says, and that before the engine's.
 *
 * @since 0.1.0
 */
public final class ExecutionOptions {

    private static final ExecutionOptions NONE = new ExecutionOptions(null, 0);

    private final @Nullable Duration timeout;
    private final int fetchSize;

    private ExecutionOptions(@Nullable Duration timeout, int fetchSize) {
        this.timeout = timeout;
        this.fetchSize = fetchSize;
    }

    /** Nothing said yet. */
    public static ExecutionOptions options() {
        return NONE;
    }

    /**
     * How long a statement may take from the wait for its connection to its last row, of {@code iterate} to its first
     * row and from batch to batch of a cursor; then it is cancelled on the server and ends in a {@code QueryTimeout}.
     * Zero is for ever, also where connection or engine say otherwise.
     */
    public ExecutionOptions timeout(Duration limit) {
        if (limit.isNegative()) {
            throw new StatementException(
                    "A timeout of " + limit + " cannot be kept. Give a positive one, or zero for none.");
        }
        return new ExecutionOptions(limit, fetchSize);
    }

    /** How many rows {@code iterate} fetches from the server at a time. */
    public ExecutionOptions fetchSize(int rows) {
        if (rows < 1) {
            throw new StatementException("A fetch size of " + rows + " fetches nothing. Give at least 1.");
        }
        return new ExecutionOptions(timeout, rows);
    }

    /** These, and what they leave unsaid as the others say. */
    ExecutionOptions orElse(ExecutionOptions others) {
        if (others.isSilent()) {
            return this;
        } else if (isSilent()) {
            return others;
        }
        return new ExecutionOptions(
                timeout == null ? others.timeout : timeout, fetchSize == 0 ? others.fetchSize : fetchSize);
    }

    private boolean isSilent() {
        return timeout == null && fetchSize == 0;
    }

    /** The time limit; null for none. */
    @Nullable
    Duration limit() {
        return timeout == null || timeout.isZero() ? null : timeout;
    }

    int fetchSize() {
        return fetchSize == 0 ? Verbs.DEFAULT_FETCH_SIZE : fetchSize;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExecutionOptions options
                && Objects.equals(timeout, options.timeout)
                && fetchSize == options.fetchSize;
    }

    @Override
    public int hashCode() {
        return Objects.hash(timeout, fetchSize);
    }

    @Override
    public String toString() {
        return "timeout=" + (timeout == null ? "unsaid" : timeout) + ", fetch size="
                + (fetchSize == 0 ? "unsaid" : fetchSize);
    }
}

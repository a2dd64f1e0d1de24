/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a connection is acquired.
 *
 * @param reuse whether to share the connection that is in scope, when one is, instead of borrowing another
 * @param lazy whether to borrow it only when the first statement needs it
 * @param reusable whether statements and {@code reuse} inside the scope may join it; those on the connection itself
 *     always do
 * @param timeout how long to wait for a free connection; the engine's own when empty
 * @param execution how statements on the connection are run
 * @since 0.1.0
 */
public record AcquireOptions(
        boolean reuse, boolean lazy, boolean reusable, Optional<Duration> timeout, ExecutionOptions execution) {

    private static final AcquireOptions DEFAULT =
            new AcquireOptions(false, false, true, Optional.empty(), ExecutionOptions.options());

    public AcquireOptions {
        timeout.filter(limit -> limit.isNegative() || limit.isZero()).ifPresent(limit -> {
            throw new ConnectionException(
                    "A timeout of " + limit + " leaves no time to acquire a connection. Give a positive one.");
        });
    }

    /** A connection of its own, borrowed at once, that everything inside joins. */
    public static AcquireOptions options() {
        return DEFAULT;
    }

    /** Shares the connection that is in scope, if one is. What shares is not reusable itself: the shared one is. */
    public AcquireOptions reuse(boolean shared) {
        return new AcquireOptions(shared, lazy, reusable, timeout, execution);
    }

    /** Borrows only when the first statement needs it; never used, nothing is ever borrowed. */
    public AcquireOptions lazy(boolean late) {
        return new AcquireOptions(reuse, late, reusable, timeout, execution);
    }

    /** Whether what runs inside may join without naming the connection. */
    public AcquireOptions reusable(boolean joined) {
        return new AcquireOptions(reuse, lazy, joined, timeout, execution);
    }

    /** Fails when no connection is free within this time. */
    public AcquireOptions timeout(Duration limit) {
        return new AcquireOptions(reuse, lazy, reusable, Optional.of(limit), execution);
    }

    /** How statements on the connection are run. */
    public AcquireOptions execution(ExecutionOptions options) {
        return new AcquireOptions(reuse, lazy, reusable, timeout, options);
    }
}

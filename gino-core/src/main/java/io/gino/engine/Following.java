/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Between a source, which another one may follow, and who asks for what it gives. Thread-safe. */
abstract class Following<T> implements Subscription {

    private final CoreSubscriber<? super T> actual;
    /** Asked for once: each of those who follow in the chain would ask all that come after it. */
    private final Context context;
    /** Null until there is one. Guarded by this. */
    private @Nullable Subscription source;
    /** All that was ever asked for. Guarded by this. */
    private long asked;

    Following(CoreSubscriber<? super T> actual) {
        this.actual = actual;
        this.context = actual.currentContext();
    }

    final CoreSubscriber<? super T> actual() {
        return actual;
    }

    public final Context currentContext() {
        return context;
    }

    /** Takes the source, or the next one; gives how much was ever asked for, of which that one was asked for nothing. */
    final synchronized long follow(Subscription next) {
        source = next;
        return asked;
    }

    @Override
    public final void request(long count) {
        Subscription from;
        synchronized (this) {
            asked = Operators.addCap(asked, count);
            from = source;
        }
        if (from != null) {
            from.request(count);
        }
    }

    /** Asks the source for one more in the place of something that is not passed on. */
    final void replace() {
        Subscription from = source();
        if (from != null) {
            from.request(1);
        }
    }

    @Override
    public void cancel() {
        Subscription from = source();
        if (from != null) {
            from.cancel();
        }
    }

    private synchronized @Nullable Subscription source() {
        return source;
    }
}

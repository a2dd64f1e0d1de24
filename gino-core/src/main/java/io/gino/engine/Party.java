/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Those who work on one connection in a transaction of someone else's, each having got it from the provider.
 *
 * @param innermost the innermost transaction, a savepoint, that one of them has begun
 */
record Party(Turns turns, AtomicReference<@Nullable Transaction> innermost) {

    Party() {
        this(new Turns(), new AtomicReference<>());
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A transaction of gino's as those see it who use the same connections without gino, so that they can join it. Made by
 * {@link ConnectionProvider#share}, one for each transaction, nested ones too.
 *
 * @since 0.1.0
 */
public interface SharedTransaction {

    /** For connections that nobody else uses. */
    SharedTransaction ALONE = new SharedTransaction() {

        @Override
        public Context enter(Context context) {
            return context;
        }

        @Override
        public Mono<Void> beforeCommit() {
            return Mono.empty();
        }

        @Override
        public Mono<Void> ended(boolean isCommitted) {
            return Mono.empty();
        }
    };

    /** The context of the work in it, in which others find it. */
    Context enter(Context context);

    /** Comes when the work has completed; fails when one of the others will have it rolled back. */
    Mono<Void> beforeCommit();

    /** Comes when it has ended; of a nested one that was released, the end is still open. */
    Mono<Void> ended(boolean isCommitted);
}

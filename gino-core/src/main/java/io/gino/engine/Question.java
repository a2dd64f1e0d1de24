/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.frontend.FrontendMessage;
import org.jspecify.annotations.Nullable;

/** What is asked of the server in one message, and what is made of its answers. Single-use. */
interface Question<T> {

    /** The message; asked for again when it is to be sent again. */
    FrontendMessage message();

    /** What to pass on for an answer; null for nothing. An error of the server's is thrown when all has been answered. */
    @Nullable
    T answer(BackendMessage message);

    /** What to pass on when all has been answered; null for nothing. */
    @Nullable
    T last();

    /** What the server refused; null when it did not. Looked at when all has been answered. */
    @Nullable
    Throwable refusal();

    /** Whether to ask once more after this refusal. */
    boolean isAskedAgain();
}

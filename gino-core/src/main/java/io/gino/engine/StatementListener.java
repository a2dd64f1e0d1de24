/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Hears of each statement that an engine sends, those that begin and end transactions among them: for metrics, traces
 * and audits. It is called on the threads of the driver and must not block; what it throws is logged and changes
 * nothing. A service.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StatementListener {

    /**
     * A statement is sent.
     *
     * @param context Reactor's context of who runs it
     * @return told of its end, exactly once; a {@link Scope} also says what surrounds the statement until then
     */
    Consumer<End> started(Start statement, ContextView context);

    /** What a statement runs inside of, such as an observation that those of the driver's proxies are to be part of. */
    interface Scope extends Consumer<End> {

        /** Reactor's context as the driver and what wraps its connections shall have it; the caller's stays as it is. */
        Context enter(Context context);
    }

    /**
     * A statement at its start.
     *
     * @param database the {@linkplain EngineBuilder#name name} of the engine: {@code gino} where it was given none
     * @param operation the SQL command's first word: {@code SELECT}, {@code INSERT}, {@code BEGIN}, …; {@code OTHER} for
     *     raw SQL that does not begin with a word
     * @param table the table that it writes, or of several that it reads the first; empty when that is not known, as of
     *     raw SQL
     * @param sql its text, without values
     */
    record Start(String database, String operation, Optional<String> table, String sql) {}

    /**
     * A statement at its end.
     *
     * @param rows the rows that it returned, or else those that it affected
     * @param took the time from its sending to its last row
     * @param failure why it failed, as the caller gets it; empty when it did not
     */
    record End(Outcome outcome, long rows, Duration took, Optional<Throwable> failure) {}

    /** How a statement ended. */
    enum Outcome {
        SUCCESS,
        /** It failed, or did not end within its time limit, which is a {@link io.gino.error.QueryTimeout}. */
        ERROR,
        /** Whoever ran it did not want the rest: a client that has gone, enough rows, a limit of his own. */
        CANCELLED
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.backend.CommandComplete;
import io.r2dbc.postgresql.message.backend.DataRow;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.postgresql.message.backend.NoData;
import io.r2dbc.postgresql.message.backend.ParseComplete;
import io.r2dbc.postgresql.message.backend.RowDescription;
import io.r2dbc.postgresql.message.frontend.FrontendMessage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement that the server keeps prepared from its first run on, and the values of this one. */
final class PreparedQuestion<T> implements Question<T> {

    private static final String UNKNOWN_STATEMENT = "26000";
    private static final String NOT_SUPPORTED = "0A000";
    /** Where PostgreSQL finds that a statement would return other columns than when it was prepared. */
    private static final Set<String> CHANGED_RESULT = Set.of("RevalidateCachedQuery", "RevalidateCachedPlan");

    /** What is made of the rows, and of what became of the statement. */
    interface Taker<T> {

        /** What to pass on for a row; null for nothing. */
        @Nullable
        T row(DataRow row, RowBytes rows);

        /** The statement has come to its end. */
        void completed(CommandComplete complete);

        /** What to pass on when it has; null for nothing. */
        @Nullable
        T last();
    }

    private final DirectWire wire;
    private final Compiled compiled;
    private final WireParameter<?>[] parameters;
    private final Taker<T> taker;
    private PreparedStatement statement;
    private @Nullable Throwable refusal;
    private boolean isStale;

    PreparedQuestion(DirectWire wire, Compiled compiled, WireParameter<?>[] parameters, Taker<T> taker) {
        this.wire = wire;
        this.compiled = compiled;
        this.parameters = parameters;
        this.taker = taker;
        this.statement = prepared();
    }

    /** A cursor has a name of its own, so that its declaration never comes again. */
    private PreparedStatement prepared() {
        return compiled.command().equals("DECLARE")
                ? new PreparedStatement("", compiled.sent(), parameters)
                : wire.statements().of(compiled.sent(), parameters);
    }

    @Override
    public FrontendMessage message() {
        if (isStale) {
            isStale = false;
            refusal = null;
            statement = prepared();
        }
        return new PreparedMessage(statement, compiled.slots(), wire);
    }

    @Override
    public @Nullable T answer(BackendMessage message) {
        if (message instanceof DataRow row) {
            return taker.row(row, statement.rows());
        } else if (message instanceof CommandComplete complete) {
            taker.completed(complete);
        } else if (message == ParseComplete.INSTANCE) {
            statement.prepared();
        } else if (message instanceof RowDescription description) {
            statement.described(description.getFields());
        } else if (message == NoData.INSTANCE) {
            statement.described(List.of());
        } else if (message instanceof ErrorResponse error) {
            refused(error);
        }
        return null;
    }

    private void refused(ErrorResponse error) {
        refusal = DriverClient.exception(error, compiled.sent());
        ErrorDetails details = new ErrorDetails(error.getFields());
        if (details.getCode().equals(UNKNOWN_STATEMENT)) {
            isStale = true;
            wire.statements().forgetAll(); // by DEALLOCATE ALL, or DISCARD ALL
        } else if (isChanged(details)) {
            isStale = true;
            wire.statements().forget(statement);
        }
    }

    private static boolean isChanged(ErrorDetails error) {
        return error.getCode().equals(NOT_SUPPORTED)
                && error.getRoutine().filter(CHANGED_RESULT::contains).isPresent();
    }

    @Override
    public @Nullable T last() {
        return taker.last();
    }

    @Override
    public @Nullable Throwable refusal() {
        return refusal;
    }

    /** In a transaction the refusal has ended that. */
    @Override
    public boolean isAskedAgain() {
        return isStale && !wire.isInTransaction();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.backend.CommandComplete;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.postgresql.message.frontend.FrontendMessage;
import io.r2dbc.postgresql.message.frontend.Query;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands without values that return nothing, such as {@code BEGIN}, by the simple protocol. */
final class SimpleQuestion implements Question<Void> {

    private final String sql;
    private final Function<String, ? extends @Nullable Throwable> check;
    private @Nullable Throwable refusal;

    SimpleQuestion(String sql) {
        this(sql, done -> null);
    }

    /** @param check what is wrong with what PostgreSQL says that it did, such as {@code ROLLBACK} of a COMMIT */
    SimpleQuestion(String sql, Function<String, ? extends @Nullable Throwable> check) {
        this.sql = sql;
        this.check = check;
    }

    @Override
    public FrontendMessage message() {
        return new Query(sql);
    }

    @Override
    public @Nullable Void answer(BackendMessage message) {
        if (message instanceof CommandComplete complete) {
            refusal = check.apply(complete.getCommand());
        } else if (message instanceof ErrorResponse error) {
            refusal = DriverClient.exception(error, sql);
        }
        return null;
    }

    @Override
    public @Nullable Void last() {
        return null;
    }

    @Override
    public @Nullable Throwable refusal() {
        return refusal;
    }

    @Override
    public boolean isAskedAgain() {
        return false;
    }
}

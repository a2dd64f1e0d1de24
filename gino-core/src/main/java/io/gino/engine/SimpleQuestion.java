/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.backend.CommandComplete;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.postgresql.message.frontend.FrontendMessage;
import io.r2dbc.postgresql.message.frontend.Query;
import org.jspecify.annotations.Nullable;

/** Commands without values that return nothing, such as {@code BEGIN}, by the simple protocol. */
final class SimpleQuestion implements Question<Void> {

    private final String sql;
    private @Nullable Throwable refusal;
    private String done = "";

    SimpleQuestion(String sql) {
        this.sql = sql;
    }

    @Override
    public FrontendMessage message() {
        return new Query(sql);
    }

    @Override
    public @Nullable Void answer(BackendMessage message) {
        if (message instanceof CommandComplete complete) {
            done = complete.getCommand();
        } else if (message instanceof ErrorResponse error) {
            refusal = DriverClient.exception(error, sql);
        }
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

    /** What the last command did, as PostgreSQL says: of a COMMIT perhaps {@code ROLLBACK}. */
    String done() {
        return done;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcNonTransientException;

/** What PostgreSQL said of a COPY, as the driver throws what it said of a statement. */
final class Refusal extends R2dbcNonTransientException implements PostgresqlException {

    private final transient ErrorDetails details;

    Refusal(ErrorDetails details) {
        super(details.getMessage(), details.getCode());
        this.details = details;
    }

    @Override
    public ErrorDetails getErrorDetails() {
        return details;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.BindSlot;
import io.gino.compile.Compiled;
import io.gino.error.StatementException;
import io.gino.error.TransactionException;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Statements as the driver runs them: those that are fetched in parts, that may be several in one, or that have values
 * only the driver knows; and all of them on connections of which someone else hears what runs.
 */
record DriverStatements(Connection connection) {

    private static final Set<String> FAILURES = Set.of("ERROR", "FATAL", "PANIC");

    /** The rows, and {@link Reading#NOTHING} for those that complete nothing. */
    @SuppressWarnings("unchecked") // what is not NOTHING is an R
    <R> Flux<R> rows(Compiled compiled, Reading<R> reading, int fetchSize) {
        return (Flux<R>) execute(compiled, fetchSize).concatMap(result -> result.map(reading::read));
    }

    Flux<Status> status(Compiled compiled, Status.Count count) {
        return execute(compiled, 0)
                .concatMap(result -> counted(result, count))
                .thenMany(Mono.fromSupplier(count::status));
    }

    private static Publisher<Void> counted(Result result, Status.Count count) {
        return result.flatMap(segment -> {
            if (segment instanceof Result.UpdateCount updated) {
                count.affected(updated.value());
            } else if (segment instanceof Result.RowSegment) {
                count.returned();
            } else if (segment instanceof Result.Message message && isError(message.exception())) {
                return Mono.error(message.exception());
            }
            return Mono.empty();
        });
    }

    /** Whether PostgreSQL refused the statement, rather than remarked on it; the driver's own errors have no severity. */
    private static boolean isError(Throwable message) {
        return !(message instanceof PostgresqlException postgres)
                || postgres.getErrorDetails().getSeverityNonLocalized() == null
                || FAILURES.contains(postgres.getErrorDetails().getSeverityNonLocalized());
    }

    private Flux<? extends Result> execute(Compiled compiled, int fetchSize) {
        Statement statement = connection.createStatement(compiled.sent());
        bind(statement, compiled.slots());
        return Flux.from((fetchSize == 0 ? statement : statement.fetchSize(fetchSize)).execute());
    }

    private static void bind(Statement statement, List<BindSlot> slots) {
        for (int i = 0; i < slots.size(); i++) {
            BindSlot slot = slots.get(i);
            if (slot.parameter() != null) {
                throw new StatementException("The parameter :" + slot.parameter() + " has no value.");
            }
            Object value = slot.value();
            if (value == null) {
                statement.bindNull(i, DriverCells.toDriver(slot.type().wire()));
            } else {
                statement.bind(i, DriverCells.toDriver(value));
            }
        }
    }

    Mono<Void> command(String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    Mono<Void> commit(Function<Throwable, TransactionException> rolledBack) {
        return Mono.from(connection.commitTransaction()).onErrorMap(DriverStatements::isRollback, rolledBack);
    }

    /** Whether COMMIT did what ROLLBACK does; a COMMIT that PostgreSQL refuses comes with the state that says why. */
    private static boolean isRollback(Throwable failure) {
        return failure instanceof R2dbcRollbackException rollback
                && (rollback.getSqlState() == null || !rollback.getSqlState().startsWith("40"));
    }

    Mono<Void> rollback() {
        return Mono.from(connection.rollbackTransaction());
    }
}

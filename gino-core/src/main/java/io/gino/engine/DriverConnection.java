package io.gino.engine;

import io.gino.compile.BindSlot;
import io.gino.compile.Compiled;
import io.gino.error.StatementException;
import io.gino.error.TransactionException;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One connection of the driver, and all that is asked of the driver. Statements on it run one after another. */
final class DriverConnection {

    private static final Logger LOG = LoggerFactory.getLogger("io.gino.sql");
    /** Stands for a row that has made nothing complete yet, since a publisher cannot carry null. */
    private static final Object NOTHING = new Object();

    private static final Set<String> FAILURES = Set.of("ERROR", "FATAL", "PANIC");

    private final Connection connection;

    DriverConnection(Connection connection) {
        this.connection = connection;
    }

    Connection raw() {
        return connection;
    }

    /**
     * Runs a statement and reads its rows.
     *
     * @param fetchSize how many rows to fetch at a time; 0 for all at once
     */
    <R> Flux<R> rows(Compiled compiled, RowReader<R> reader, int fetchSize) {
        return Flux.defer(() -> {
            Reading<R> reading = new Reading<>(compiled, reader);
            return rows(compiled, reading, fetchSize).concatWith(reading.rest());
        });
    }

    /** Runs a statement whose rows are, perhaps, only some of those that {@code reading} is to read. */
    @SuppressWarnings("unchecked") // what is not NOTHING is an R
    <R> Flux<R> rows(Compiled compiled, Reading<R> reading, int fetchSize) {
        return (Flux<R>) execute(compiled, fetchSize)
                .concatMap(result -> result.map(reading::read))
                .filter(value -> value != NOTHING)
                .onErrorMap(failure -> DatabaseErrors.translate(failure, compiled.sql()));
    }

    /** Runs a statement and counts what became of it. */
    Mono<Status> status(Compiled compiled) {
        return execute(compiled, 0)
                .concatMap(DriverConnection::counts)
                .reduce(new Status(compiled.command(), 0, 0), DriverConnection::sum)
                .onErrorMap(failure -> DatabaseErrors.translate(failure, compiled.sql()));
    }

    private static Publisher<Status> counts(Result result) {
        return result.flatMap(segment -> {
            if (segment instanceof Result.UpdateCount updated) {
                return Mono.just(new Status("", updated.value(), 0));
            } else if (segment instanceof Result.RowSegment) {
                return Mono.just(new Status("", 0, 1));
            } else if (segment instanceof Result.Message message && isError(message.exception())) {
                return Mono.error(message.exception());
            }
            return Mono.empty();
        });
    }

    /** Whether PostgreSQL refused the statement, rather than remarked on it. */
    private static boolean isError(Throwable message) {
        return !(message instanceof PostgresqlException postgres)
                || FAILURES.contains(postgres.getErrorDetails().getSeverityNonLocalized());
    }

    private static Status sum(Status total, Status more) {
        return new Status(total.command(), total.affected() + more.affected(), total.returned() + more.returned());
    }

    private Flux<Result> execute(Compiled compiled, int fetchSize) {
        return Flux.defer(() -> {
            LOG.debug("{} [binds: {}]", compiled.sql(), compiled.slots().size());
            Statement statement = connection.createStatement(compiled.sql());
            bind(statement, compiled.slots());
            return Flux.from((fetchSize == 0 ? statement : statement.fetchSize(fetchSize)).execute());
        });
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

    /** Whether a transaction is under way that someone else has begun. */
    boolean isInTransaction() {
        return !connection.isAutoCommit();
    }

    Mono<Void> begin() {
        return logged("BEGIN", connection.beginTransaction());
    }

    Mono<Void> commit() {
        return logged("COMMIT", connection.commitTransaction())
                .onErrorMap(
                        R2dbcRollbackException.class,
                        failure -> new TransactionException(
                                "The transaction was rolled back instead of committed: a statement in it had failed,"
                                        + " and its error was not passed on. Let the error through, or run that statement in a nested"
                                        + " transaction.",
                                failure));
    }

    Mono<Void> rollback() {
        return logged("ROLLBACK", connection.rollbackTransaction());
    }

    /** Runs a command that returns nothing and takes no values. */
    Mono<Void> command(String sql) {
        return logged(
                sql,
                Flux.defer(() -> connection.createStatement(sql).execute())
                        .concatMap(Result::getRowsUpdated)
                        .then());
    }

    private static Mono<Void> logged(String sql, Publisher<Void> work) {
        return Mono.from(work)
                .doOnSubscribe(subscription -> LOG.debug("{}", sql))
                .onErrorMap(failure ->
                        failure instanceof R2dbcRollbackException ? failure : DatabaseErrors.translate(failure, sql));
    }

    /** The reading of rows; their columns are looked at once, with the first. Single-use. */
    static final class Reading<R> {

        private final Compiled compiled;
        private final RowReader<R> reader;
        private final DriverCells cells = new DriverCells();
        private @Nullable RowPass<R> pass;
        private int count;

        Reading(Compiled compiled, RowReader<R> reader) {
            this.compiled = compiled;
            this.reader = reader;
        }

        private Object read(Row row, RowMetadata metadata) {
            if (pass == null) {
                RowColumns columns = compiled.columns().orElseGet(() -> DriverCells.columns(metadata));
                pass = reader.open(columns);
            }
            count++;
            R value = pass.read(cells.on(row));
            return value == null ? NOTHING : value;
        }

        /** How many rows have been read. */
        int count() {
            return count;
        }

        /** What only the last row completes. */
        Flux<R> rest() {
            return Flux.defer(() -> pass == null ? Flux.empty() : Flux.fromIterable(pass.end()));
        }
    }
}

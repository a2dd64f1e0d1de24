/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.error.TransactionException;
import io.r2dbc.postgresql.client.Client;
import io.r2dbc.postgresql.client.TransactionStatus;
import io.r2dbc.postgresql.codec.Codecs;
import io.r2dbc.postgresql.message.backend.CommandComplete;
import io.r2dbc.postgresql.message.backend.DataRow;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * PostgreSQL's protocol, spoken over the driver's connection without the driver's statements: those take the text of each
 * statement apart anew and make a publisher of every part of the answer, which takes longer than all that gino does.
 *
 * @param codecs the driver's, for what gino does not read itself
 * @param statements what is prepared on the connection
 * @param isBinary whether rows are to come in binary form, as the driver was told
 */
record DirectWire(Client client, Codecs codecs, PreparedStatements statements, boolean isBinary) {

    /** How statements begin that may change what others return. */
    private static final Set<String> CHANGES = Set.of("ALTER", "CREATE", "DEALLOCATE", "DISCARD", "DROP");

    /** The package of the only connections that do nothing but lend the driver's. */
    private static final String POOL = "io.r2dbc.pool";

    /** The wire of a connection of the driver's, or of a pool; null of others, who may want to hear of statements. */
    static @Nullable DirectWire of(Connection connection) {
        Object found = connection;
        if (connection.getClass().getPackageName().equals(POOL) && connection instanceof Wrapped<?> pooled) {
            found = pooled.unwrap();
        }
        return DriverClient.isDriver(found) ? Wires.of(found) : null;
    }

    boolean isInTransaction() {
        return client.getTransactionStatus() != TransactionStatus.IDLE;
    }

    /** Runs a statement and reads its rows; null where only the driver can. */
    <R> @Nullable Flux<R> rows(Compiled compiled, Reading<R> reading) {
        return asked(compiled, new RowTaker<>(reading, codecs));
    }

    /** Runs a statement and counts what became of it; null where only the driver can. */
    @Nullable
    Flux<Status> status(Compiled compiled, Status.Count count) {
        return asked(compiled, new CountTaker(count));
    }

    private <T> @Nullable Flux<T> asked(Compiled compiled, PreparedQuestion.Taker<T> taker) {
        if (compiled.slots().isEmpty() && !compiled.isSingle()) {
            return null;
        }
        WireParameter<?>[] parameters = WireParameter.of(compiled.slots());
        return parameters == null
                ? null
                : new Exchange<>(client, new PreparedQuestion<>(this, compiled, parameters, taker));
    }

    /** Told of what the driver runs in its place. */
    void passing(Compiled compiled) {
        boolean isScript = !compiled.isSingle() && compiled.sent().indexOf(';') >= 0;
        if (isScript || CHANGES.contains(compiled.command())) {
            statements.dropAll();
        }
    }

    /** Runs a command that returns nothing and takes no values. */
    Flux<Void> command(String sql) {
        return new Exchange<>(client, new SimpleQuestion(sql));
    }

    /** Fails where PostgreSQL rolls back instead. */
    Flux<Void> commit(Function<@Nullable Throwable, TransactionException> rolledBack) {
        return ending(new SimpleQuestion("COMMIT", done -> done.equals("ROLLBACK") ? rolledBack.apply(null) : null));
    }

    Flux<Void> rollback() {
        return ending(new SimpleQuestion("ROLLBACK"));
    }

    /** Nothing where there is no transaction to end. */
    private Flux<Void> ending(SimpleQuestion command) {
        return isInTransaction() ? new Exchange<>(client, command) : Flux.empty();
    }

    private static final class RowTaker<R> implements PreparedQuestion.Taker<R> {

        private final Reading<R> reading;
        private final Codecs codecs;
        private @Nullable WireCells cells;

        RowTaker(Reading<R> reading, Codecs codecs) {
            this.reading = reading;
            this.codecs = codecs;
        }

        @Override
        public @Nullable R row(DataRow row, RowBytes rows) {
            WireCells current = cells;
            if (current == null) {
                current = new WireCells(rows, codecs);
                cells = current;
            }
            return reading.take(current.on(row));
        }

        @Override
        public void completed(CommandComplete complete) {
            // The rows are all that is wanted.
        }

        @Override
        public @Nullable R last() {
            return null;
        }
    }

    private record CountTaker(Status.Count count) implements PreparedQuestion.Taker<Status> {

        @Override
        public @Nullable Status row(DataRow row, RowBytes rows) {
            count.returned();
            return null;
        }

        @Override
        public void completed(CommandComplete complete) {
            Long rows = complete.getRows();
            if (rows != null) {
                count.affected(rows);
            }
        }

        @Override
        public Status last() {
            return count.status();
        }
    }
}

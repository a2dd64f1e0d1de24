package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.compile.PostgresCompiler;
import io.gino.sql.ColumnClause;
import io.gino.sql.Copy;
import io.gino.sql.TableClause;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.ReferenceCounted;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.backend.CommandComplete;
import io.r2dbc.postgresql.message.backend.CopyInResponse;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.postgresql.message.frontend.CopyData;
import io.r2dbc.postgresql.message.frontend.CopyDone;
import io.r2dbc.postgresql.message.frontend.CopyFail;
import io.r2dbc.postgresql.message.frontend.FrontendMessage;
import io.r2dbc.postgresql.message.frontend.Query;
import io.r2dbc.postgresql.util.Operators;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;

/**
 * {@code COPY … FROM STDIN}: rows into a table.
 *
 * @param rows the values of each row, in the order of the columns
 */
record CopyIn(
        TableClause table,
        List<? extends ColumnClause<?>> columns,
        Publisher<? extends List<? extends @Nullable Object>> rows) {

    CopyIn {
        columns = List.copyOf(columns);
    }

    Compiled compiled(PostgresCompiler compiler) {
        return compiler.compile(new Copy.In(table, columns, Copy.Options.TEXT));
    }

    Mono<Status> on(DriverConnection driver, PostgresCompiler compiler) {
        return Mono.defer(() -> {
            Compiled copy = compiled(compiler);
            Conversation conversation = new Conversation(copy.sql());
            Flux<Status> work = driver.client()
                    .exchange(conversation.requests())
                    .as(Operators::discardOnCancel)
                    .doOnDiscard(ReferenceCounted.class, ReferenceCountUtil::release)
                    .handle(conversation::answer)
                    .doOnTerminate(conversation::stop)
                    .doFinally(signal -> conversation.stop())
                    .thenMany(Mono.fromSupplier(conversation::status));
            return driver.watched(copy, () -> SharedWire.onWire(driver.raw(), work), conversation::stored)
                    .onErrorMap(conversation::error)
                    .single();
        });
    }

    /**
     * What is said to the server, and what it answers. The driver has this as well, but goes on asking for rows when the
     * caller is gone or the server has refused one, and may break the connection then. Single-use.
     */
    private final class Conversation {

        private final Sinks.Empty<Void> ready = Sinks.empty();
        private final Sinks.Empty<Void> stop = Sinks.empty();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final String sql;
        private volatile boolean stopped;
        private long stored;

        Conversation(String sql) {
            this.sql = sql;
        }

        long stored() {
            return stored;
        }

        Status status() {
            return new Status("COPY", stored, 0);
        }

        /** However the rows end, a last message ends the COPY, so that the connection is free. */
        Flux<FrontendMessage> requests() {
            Flux<FrontendMessage> data = new CopyText(table, columns)
                    .chunks(Flux.from(rows))
                    .doOnError(failure::set)
                    .map(CopyData::new);
            return ready.asMono()
                    .thenMany(data)
                    .takeUntilOther(stop.asMono())
                    .concatWith(Mono.fromSupplier(() -> stopped ? brokenOff() : CopyDone.INSTANCE))
                    .onErrorResume(error -> Mono.just(brokenOff()))
                    .startWith(new Query(sql));
        }

        /** In words that reach the log of the server. */
        private static CopyFail brokenOff() {
            return new CopyFail("the client has broken it off");
        }

        void answer(BackendMessage message, SynchronousSink<Status> sink) {
            try {
                if (message instanceof CopyInResponse) {
                    ready.tryEmitEmpty();
                } else if (message instanceof CommandComplete complete && complete.getRows() != null) {
                    stored += complete.getRows();
                } else if (message instanceof ErrorResponse response) {
                    sink.error(new Refusal(new ErrorDetails(response.getFields())));
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        /** Of rows that failed it is their own error that tells, not the server's that the COPY was broken off. */
        Throwable error(Throwable ofDriver) {
            Throwable ofRows = failure.get();
            return ofRows != null ? ofRows : ofDriver;
        }

        /** Lets go of the rows; nothing of what has been sent is stored unless all has been. */
        void stop() {
            stopped = true;
            stop.tryEmitEmpty();
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.netty.util.ReferenceCountUtil;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.backend.CommandComplete;
import io.r2dbc.postgresql.message.backend.CopyInResponse;
import io.r2dbc.postgresql.message.backend.DataRow;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.postgresql.message.frontend.CopyData;
import io.r2dbc.postgresql.message.frontend.CopyDone;
import io.r2dbc.postgresql.message.frontend.CopyFail;
import io.r2dbc.postgresql.message.frontend.FrontendMessage;
import io.r2dbc.postgresql.message.frontend.Query;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/**
 * What is said to the server, and what it answers. The driver has this as well, but goes on asking for rows when the
 * caller is gone or the server has refused one, and may break the connection then. Single-use.
 */
final class CopyConversation {

    private static final String COPY = "COPY";

    private final Sinks.Empty<Void> ready = Sinks.empty();
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final String sql;
    private final CopyIn copy;
    private final CopySpelling spelling;
    private final @Nullable CopyTypes types;
    private volatile boolean stopped;
    private long stored;

    /**
     * A COPY with no rows at all where the types do not fit, which are then left for another one.
     *
     * @param types null where any fit
     */
    CopyConversation(String sql, CopyIn copy, CopySpelling spelling, @Nullable CopyTypes types) {
        this.sql = sql;
        this.copy = copy;
        this.spelling = spelling;
        this.types = types;
    }

    long stored() {
        return stored;
    }

    Status status() {
        return new Status(COPY, stored, 0);
    }

    /**
     * However the rows end, a last message ends the COPY, so that the connection is free. Each chunk goes in a task of
     * its own, between which the ones before leave, so that the server works on them while the next is written.
     *
     * @param thread that of the connection
     */
    Flux<FrontendMessage> requests(Scheduler thread) {
        Flux<FrontendMessage> data = new CopyRows(copy.table(), copy.columns(), spelling)
                .chunks(Flux.defer(this::rows))
                .doOnError(failure::set)
                .concatMap(
                        chunk -> Mono.<FrontendMessage>just(new CopyData(chunk)).subscribeOn(thread), 1);
        return ready.asMono()
                .thenMany(data)
                .takeUntilOther(stop.asMono())
                .concatWith(Mono.fromSupplier(() -> stopped ? brokenOff() : CopyDone.INSTANCE))
                .onErrorResume(error -> Mono.just(brokenOff()))
                .startWith(new Query(sql));
    }

    private Publisher<? extends List<? extends @Nullable Object>> rows() {
        return types == null || types.fit() ? copy.rows() : Flux.empty();
    }

    /** In words that reach the log of the server. */
    private static CopyFail brokenOff() {
        return new CopyFail("the client has broken it off");
    }

    void answer(BackendMessage message, SynchronousSink<Status> sink) {
        try {
            if (message instanceof CopyInResponse) {
                ready.tryEmitEmpty();
            } else if (message instanceof DataRow row && types != null) {
                types.read(row);
            } else if (message instanceof CommandComplete complete && COPY.equals(complete.getCommand())) {
                stored += complete.getRows() == null ? 0 : complete.getRows();
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

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.compile.PostgresCompiler;
import io.gino.sql.Statement;
import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.ReferenceCounted;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.backend.CopyData;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.postgresql.message.frontend.Query;
import io.r2dbc.postgresql.util.Operators;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** {@code COPY … TO STDOUT}: what a statement returns, as text. */
record CopyOut(Compiled compiled) {

    static CopyOut of(Statement<?> statement, CopyFormat format, PostgresCompiler compiler) {
        String form = "COPY (%s) TO STDOUT WITH (FORMAT " + format.sql() + ")";
        Compiled compiled = compiler.compile(statement);
        return new CopyOut(new Compiled(
                "COPY",
                form.replace("%s", compiled.sql()),
                List.of(),
                Optional.empty(),
                compiled.table(),
                form.replace("%s", compiler.compileWithLiterals(statement)),
                false));
    }

    /** The rows; what is not asked for when this is cancelled is still read to its end, before anything else. */
    Flux<String> on(DriverConnection driver) {
        AtomicLong rows = new AtomicLong();
        Flux<String> work = Flux.defer(() -> driver.client()
                .exchange(Mono.just(new Query(compiled.sent())))
                .as(Operators::discardOnCancel)
                .doOnDiscard(ReferenceCounted.class, ReferenceCountUtil::release)
                .<String>handle(CopyOut::row)
                .doOnNext(row -> rows.incrementAndGet()));
        return driver.watched(compiled, () -> SharedWire.onWire(driver.raw(), work), rows::get);
    }

    private static void row(BackendMessage message, SynchronousSink<String> sink) {
        try {
            if (message instanceof CopyData data) {
                sink.next(line(data.getData()));
            } else if (message instanceof ErrorResponse response) {
                sink.error(new Refusal(new ErrorDetails(response.getFields())));
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private static String line(ByteBuf data) {
        int length = data.readableBytes();
        boolean ended = length > 0 && data.getByte(data.readerIndex() + length - 1) == '\n';
        return data.toString(data.readerIndex(), ended ? length - 1 : length, StandardCharsets.UTF_8);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.Compiled;
import io.gino.sql.ColumnClause;
import io.gino.sql.Copy;
import io.gino.sql.TableClause;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.ReferenceCounted;
import io.r2dbc.postgresql.client.Client;
import io.r2dbc.postgresql.util.Operators;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code COPY … FROM STDIN}: rows into a table. In the binary format where gino can write all columns in it and they are
 * in the database of the types that they are declared of, else as text.
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

    /** The COPY that is tried first. */
    Compiled compiled(CopyFormats formats) {
        Compiled binary = in(Copy.Options.BINARY, formats);
        return isBinary(binary, formats) ? binary : in(Copy.Options.TEXT, formats);
    }

    private Compiled in(Copy.Options options, CopyFormats formats) {
        return formats.compiler().compile(new Copy.In(table, columns, options));
    }

    private boolean isBinary(Compiled binary, CopyFormats formats) {
        return columns.stream().allMatch(column -> column.type().encoder().isPresent()) && formats.mayFit(binary.sql());
    }

    Mono<Status> on(DriverConnection driver, CopyFormats formats) {
        return Mono.defer(() -> {
            Compiled binary = in(Copy.Options.BINARY, formats);
            return isBinary(binary, formats) ? binary(driver, binary, formats) : text(driver, formats);
        });
    }

    private Mono<Status> text(DriverConnection driver, CopyFormats formats) {
        Compiled copy = in(Copy.Options.TEXT, formats);
        return exchange(driver, copy, new CopyConversation(copy.sql(), this, new CopyText(columns), null));
    }

    private Mono<Status> binary(DriverConnection driver, Compiled copy, CopyFormats formats) {
        CopyTypes types = new CopyTypes(columns);
        String sql = CopyTypes.asked(table, copy.sql(), formats.compiler());
        return exchange(driver, copy, new CopyConversation(sql, this, new CopyBinary(columns), types))
                .flatMap(status -> {
                    if (types.fit()) {
                        return Mono.just(status);
                    }
                    if (types.areKnown()) {
                        formats.differ(copy.sql());
                    }
                    return text(driver, formats);
                });
    }

    private static Mono<Status> exchange(DriverConnection driver, Compiled copy, CopyConversation conversation) {
        return Mono.defer(() -> {
            Client client = driver.client();
            Flux<Status> work = client.exchange(conversation.requests(client.getScheduler()))
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
}

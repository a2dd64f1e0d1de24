/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.data.Account;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bare driver's COPY, the text written by hand: what {@link DriverContender} does by {@code unnest}. */
public final class CopyContender implements Copies {

    private static final String COPY =
            "COPY accounts (name, email, age, balance, active, score, created_at) FROM STDIN";
    private static final int ROWS_PER_BUFFER = 500;
    private static final int BYTES_PER_ROW = 100;

    private final ConnectionPool pool;

    public CopyContender(String url) {
        pool = DriverContender.pool(url);
    }

    @Override
    public String name() {
        return "driver-copy";
    }

    @Override
    public Mono<Long> copyIn(List<Account> accounts) {
        return Mono.usingWhen(
                pool.create(),
                connection -> postgres(connection)
                        .copyIn(
                                COPY,
                                Flux.fromIterable(accounts)
                                        .buffer(ROWS_PER_BUFFER)
                                        .map(CopyContender::text)),
                Connection::close);
    }

    private static PostgresqlConnection postgres(Connection pooled) {
        return (PostgresqlConnection) ((Wrapped<?>) pooled).unwrap();
    }

    private static ByteBuf text(List<Account> accounts) {
        StringBuilder text = new StringBuilder(accounts.size() * BYTES_PER_ROW);
        for (Account account : accounts) {
            text.append(escaped(account.name())).append('\t');
            text.append(escaped(account.email())).append('\t');
            text.append(account.age()).append('\t');
            text.append(account.balance()).append('\t');
            text.append(account.active()).append('\t');
            text.append(account.score()).append('\t');
            text.append(account.createdAt()).append('\n');
        }
        return Unpooled.wrappedBuffer(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        if (text.chars().noneMatch(c -> c == '\\' || c == '\t' || c == '\n' || c == '\r')) {
            return text;
        }
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    @Override
    public Mono<Void> close() {
        return pool.disposeLater();
    }
}

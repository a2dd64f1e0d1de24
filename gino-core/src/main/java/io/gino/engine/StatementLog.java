/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.BindSlot;
import io.gino.compile.Compiled;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Flux;

/**
 * Tells of each statement on the logger {@code io.gino.sql} when it has ended: at debug, or at info where it echoes, and at warn when it took as
 * long as is thought slow. A service.
 */
final class StatementLog {

    static final StatementLog DEFAULT = new StatementLog(false, null, false);

    private static final Logger LOG = LoggerFactory.getLogger("io.gino.sql");

    private final boolean showsParameters;
    private final @Nullable Duration slow;
    private final boolean echoes;

    /**
     * Told what to tell.
     *
     * @param slow from which duration on a statement is told of as a slow one; null for never
     * @param echoes whether every statement is told of at info
     */
    StatementLog(boolean showsParameters, @Nullable Duration slow, boolean echoes) {
        this.showsParameters = showsParameters;
        this.slow = slow;
        this.echoes = echoes;
    }

    private boolean isOn() {
        return slow != null ? LOG.isWarnEnabled() : LOG.isEnabledForLevel(usual());
    }

    private Level usual() {
        return echoes ? Level.INFO : Level.DEBUG;
    }

    /** The statement, told of when it ends. */
    <T> Flux<T> watch(Compiled statement, Flux<T> work, LongSupplier rows) {
        if (!isOn()) {
            return work;
        }
        return Flux.defer(() -> {
            long start = System.nanoTime();
            return work.doOnComplete(() -> tell(statement, counted(rows.getAsLong()), start))
                    .doOnError(failure -> tell(statement, "failed", start))
                    .doOnCancel(() -> tell(statement, "cancelled after " + counted(rows.getAsLong()), start));
        });
    }

    private static String counted(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }

    private void tell(Compiled statement, String end, long start) {
        long nanos = System.nanoTime() - start;
        String time = String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
        if (slow != null && nanos >= slow.toNanos()) {
            LOG.warn("Slow: {} [{}] {}, {}", statement.sql(), binds(statement.slots()), end, time);
        } else {
            LOG.atLevel(usual()).log("{} [{}] {}, {}", statement.sql(), binds(statement.slots()), end, time);
        }
    }

    private String binds(List<BindSlot> slots) {
        if (!showsParameters) {
            return "binds: " + slots.size();
        }
        return slots.stream()
                .map(slot -> Objects.toString(slot.value(), "NULL"))
                .collect(Collectors.joining(", "));
    }
}

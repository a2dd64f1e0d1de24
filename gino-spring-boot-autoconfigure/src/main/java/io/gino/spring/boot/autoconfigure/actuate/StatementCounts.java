/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.actuate;

import io.gino.engine.StatementListener;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import reactor.util.context.ContextView;

/** How many statements ended in which way since the start, by database and operation. */
final class StatementCounts implements StatementListener {

    private final Map<Kind, LongAdder> countByKind = new ConcurrentHashMap<>();

    private record Kind(String database, String operation, Outcome outcome) {}

    @Override
    public Consumer<End> started(Start statement, ContextView context) {
        return end -> countByKind
                .computeIfAbsent(
                        new Kind(statement.database(), statement.operation(), end.outcome()), kind -> new LongAdder())
                .increment();
    }

    /** The numbers by database, operation and outcome, each in the order of their names. */
    Map<String, Map<String, Map<String, Long>>> byDatabase() {
        Map<String, Map<String, Map<String, Long>>> all = new TreeMap<>();
        countByKind.forEach((kind, count) -> all.computeIfAbsent(kind.database, database -> new TreeMap<>())
                .computeIfAbsent(kind.operation, operation -> new TreeMap<>())
                .put(kind.outcome.name().toLowerCase(Locale.ROOT), count.sum()));
        return Collections.unmodifiableMap(all);
    }
}

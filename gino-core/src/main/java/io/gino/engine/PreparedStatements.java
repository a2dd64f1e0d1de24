/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The statements that one connection has prepared, those that were used last. Thread-safe. */
final class PreparedStatements {

    /** How many when the driver was not told how many. */
    private static final int USUAL = 256;

    /** Before the numbers of the names: behind a pooler others may use the same connection to the server. */
    private final String prefix =
            "gino_" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + "_";

    private final int limit;
    private final Map<String, PreparedStatement> bySql = new LinkedHashMap<>(16, 0.75f, true);
    private final List<PreparedStatement> dropped = new ArrayList<>();
    private int made;

    /** @param limit how many to keep; 0 for none, as behind some poolers; negative for as many as usual */
    PreparedStatements(int limit) {
        this.limit = limit < 0 ? USUAL : limit;
    }

    /** The statement with this text and these types of parameters, prepared already or not yet. */
    synchronized PreparedStatement of(String sql, WireParameter<?>[] parameters) {
        if (limit == 0) {
            return new PreparedStatement("", sql, parameters);
        }
        PreparedStatement kept = bySql.get(sql);
        if (kept != null && Arrays.equals(kept.parameters(), parameters)) {
            return kept;
        }
        PreparedStatement added = new PreparedStatement(prefix + made++, sql, parameters);
        drop(bySql.put(sql, added));
        if (bySql.size() > limit) {
            drop(bySql.remove(bySql.keySet().iterator().next()));
        }
        return added;
    }

    private void drop(@Nullable PreparedStatement statement) {
        if (statement != null && statement.isPrepared()) {
            dropped.add(statement);
        }
    }

    /** Those that the server may forget; each is told once. */
    synchronized List<PreparedStatement> takeDropped() {
        if (dropped.isEmpty()) {
            return List.of();
        }
        List<PreparedStatement> taken = List.copyOf(dropped);
        dropped.clear();
        return taken;
    }

    /** Of one that is not to be run again. */
    synchronized void forget(PreparedStatement statement) {
        if (bySql.remove(statement.sql(), statement)) {
            drop(statement);
        }
    }

    /** When what they return may have changed. */
    synchronized void dropAll() {
        bySql.values().forEach(this::drop);
        bySql.clear();
    }

    /** When the server has forgotten them. */
    synchronized void forgetAll() {
        bySql.clear();
        dropped.clear();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.compile.PostgresCompiler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which COPYs have found columns of other types in the database than they are declared of, so that only the
 * first of each asks in vain. Text is right for whatever the columns become later. A service: thread-safe.
 */
final class CopyFormats {

    /** More than the tables of any application; whoever makes tables without end loses a round trip now and then. */
    private static final int MOST = 1000;

    private final PostgresCompiler compiler;
    private final Set<String> differing = ConcurrentHashMap.newKeySet();

    CopyFormats(PostgresCompiler compiler) {
        this.compiler = compiler;
    }

    PostgresCompiler compiler() {
        return compiler;
    }

    boolean mayFit(String sql) {
        return !differing.contains(sql);
    }

    void differ(String sql) {
        if (differing.size() >= MOST) {
            differing.clear();
        }
        differing.add(sql);
    }
}

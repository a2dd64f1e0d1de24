/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import io.gino.benchmarks.workload.Workload.Operation;
import java.lang.management.ManagementFactory;

/** What an operation holds of the heap while its rows come. */
final class LiveHeap {

    private static final int ROWS_BETWEEN_LOOKS = 20_000;

    private LiveHeap() {}

    /** The most bytes that were live at any look, above what was live before. */
    static long during(Operation operation) {
        long base = live();
        return operation
                .run(0)
                .index()
                .filter(row -> row.getT1() % ROWS_BETWEEN_LOOKS == ROWS_BETWEEN_LOOKS / 2)
                .map(row -> live() - base)
                .reduce(0L, Math::max)
                .blockOptional()
                .orElseThrow();
    }

    private static long live() {
        // Twice: what waits for its finalizer or cleaner goes with the second.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

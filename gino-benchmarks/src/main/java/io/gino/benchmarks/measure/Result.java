/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.workload.Workload;
import java.util.List;
import java.util.Optional;

/** What the contenders needed for one workload, in their order. */
record Result(Workload workload, List<Line> lines) {

    Optional<Line> of(String contender) {
        return lines.stream().filter(line -> line.contender().equals(contender)).findFirst();
    }

    /** The one to compare with, if it took part. */
    Optional<Line> base() {
        return of(Contender.BASE);
    }

    /**
     * What one contender needed.
     *
     * @param rounds as many for each contender of the workload
     * @param heap the most bytes that were live during one operation, above those before it; only of streams
     */
    record Line(String contender, List<Cost> rounds, Optional<Long> heap) {

        Line {
            rounds = List.copyOf(rounds);
        }
    }
}

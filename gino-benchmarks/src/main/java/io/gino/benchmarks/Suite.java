package io.gino.benchmarks;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.DriverContender;
import io.gino.benchmarks.contender.GinoContender;
import io.gino.benchmarks.workload.GetByKey;
import io.gino.benchmarks.workload.InsertOne;
import io.gino.benchmarks.workload.ListRows;
import io.gino.benchmarks.workload.Workload;
import java.util.List;

/** Who takes part, and in what. */
final class Suite {

    private static final int MANY_AT_ONCE = 64;

    private Suite() {}

    /** The first of them is what the others are compared with. */
    static List<Contender> contenders(String url) {
        return List.of(new DriverContender(url), GinoContender.records(url), GinoContender.classes(url));
    }

    /** @param accounts how many there are in the database */
    static List<Workload> workloads(int accounts) {
        return List.of(
                new GetByKey(1, accounts), new GetByKey(MANY_AT_ONCE, accounts), new ListRows(1_000), new InsertOne());
    }
}

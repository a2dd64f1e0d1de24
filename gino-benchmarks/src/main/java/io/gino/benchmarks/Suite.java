/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.CopyContender;
import io.gino.benchmarks.contender.DriverContender;
import io.gino.benchmarks.contender.GinoContender;
import io.gino.benchmarks.contender.GinoRecords;
import io.gino.benchmarks.contender.GinoUngathered;
import io.gino.benchmarks.contender.JooqContender;
import io.gino.benchmarks.contender.SpringContender;
import io.gino.benchmarks.contender.VertxContender;
import io.gino.benchmarks.data.Account;
import io.gino.benchmarks.workload.Build;
import io.gino.benchmarks.workload.CopyIn;
import io.gino.benchmarks.workload.CreateMany;
import io.gino.benchmarks.workload.CursorStream;
import io.gino.benchmarks.workload.DynamicQuery;
import io.gino.benchmarks.workload.GetByKey;
import io.gino.benchmarks.workload.InsertOne;
import io.gino.benchmarks.workload.ListRows;
import io.gino.benchmarks.workload.ParentsWithChildren;
import io.gino.benchmarks.workload.Stream;
import io.gino.benchmarks.workload.TpcB;
import io.gino.benchmarks.workload.UpdateColumn;
import io.gino.benchmarks.workload.WebFortunes;
import io.gino.benchmarks.workload.WebQueries;
import io.gino.benchmarks.workload.WebUpdates;
import io.gino.benchmarks.workload.Workload;
import java.util.List;

/** Who takes part, and in what. */
final class Suite {

    private static final int MANY_AT_ONCE = 64;
    private static final int REQUESTS = 16;

    private Suite() {}

    /** The first of them is what the others are compared with. */
    static List<Contender> contenders(String url) {
        return List.of(
                new DriverContender(url),
                new CopyContender(url),
                new GinoRecords(url),
                GinoContender.classes(url),
                new GinoUngathered(url),
                new SpringContender(url),
                new JooqContender(url),
                new VertxContender(url));
    }

    /**
     * Everything that is measured.
     *
     * @param accounts how many there are in the database
     * @param most how many rows the largest of the workloads that create them creates
     */
    static List<Workload> workloads(int accounts, int most) {
        return List.of(
                new GetByKey(1, accounts),
                new GetByKey(MANY_AT_ONCE, accounts),
                new ListRows(1_000),
                new DynamicQuery(),
                new Stream(accounts),
                new CursorStream(accounts),
                new InsertOne(),
                new UpdateColumn(accounts),
                new CreateMany(Account.numbered(1, most / 100)),
                new CreateMany(Account.numbered(1, most / 10)),
                new CreateMany(Account.numbered(1, most)),
                new CopyIn(Account.numbered(1, most / 10)),
                new CopyIn(Account.numbered(1, most)),
                new ParentsWithChildren(),
                new TpcB(accounts),
                new WebQueries(REQUESTS),
                new WebUpdates(REQUESTS),
                new WebFortunes(REQUESTS),
                new Build());
    }
}

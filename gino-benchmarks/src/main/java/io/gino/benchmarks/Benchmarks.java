/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.data.Data;
import io.gino.benchmarks.measure.Report;
import io.gino.benchmarks.measure.Runner;
import io.gino.benchmarks.measure.ServerProcesses;
import io.gino.benchmarks.startup.StartUp;
import io.gino.benchmarks.workload.Workload;
import io.gino.test.TestDatabase;
import io.gino.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures all contenders side by side, prints the results and writes them to a file. README.md lists the options. */
public final class Benchmarks {

    private static final int ACCOUNTS = 100_000;
    private static final int MOST = 100_000;

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        try (TestDatabase database = TestPostgres.createDatabase();
                Data data = new Data(database.url(), ACCOUNTS).create()) {
            List<Contender> contenders = options.contenders(Suite.contenders(database.url()));
            Report report = run(options, data, contenders);
            Files.writeString(Path.of(options.output()), report.markdown());
            System.out.println(report.markdown());
            contenders.forEach(contender -> contender.close().block());
        }
        // Drivers keep threads that are no daemons.
        System.exit(0);
    }

    private static Report run(Options options, Data data, List<Contender> contenders) throws IOException {
        Runner runner = new Runner(options.plan(), data, data.withBackend(ServerProcesses::of));
        Report report = new Report(Surroundings.heading(
                options.plan(), data.query("SHOW server_version").get(0)));
        for (Workload workload : options.workloads(Suite.workloads(ACCOUNTS, MOST))) {
            System.err.println(report.add(runner, workload, contenders));
        }
        if (options.startsUp()) {
            System.err.println(report.add(StartUp.table(options.plan().rounds())));
        }
        return report;
    }
}

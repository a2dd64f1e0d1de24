/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.data.Data;
import io.gino.benchmarks.measure.Result.Line;
import io.gino.benchmarks.workload.Workload;
import io.gino.benchmarks.workload.Workload.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** Runs workloads, the contenders taking turns. Not thread-safe. */
public final class Runner {

    private static final int BATCHES_PER_SLICE = 4;

    private final Plan plan;
    private final Data data;
    private final Meter meter;

    public Runner(Plan plan, Data data, ServerProcesses server) {
        this.plan = plan;
        this.data = data;
        this.meter = new Meter(server);
    }

    Result run(Workload workload, List<Contender> contenders) {
        List<Turn> turns = new ArrayList<>();
        for (Contender contender : contenders) {
            workload.by(contender).ifPresent(operation -> turns.add(new Turn(workload, contender.name(), operation)));
        }
        turns.forEach(turn -> turn.take(plan.warmUp().multipliedBy(workload.statements())));
        List<Turn> order = new ArrayList<>(turns);
        for (int round = 0; round < plan.rounds(); round++) {
            // Nobody is always the first.
            Collections.rotate(order, 1);
            order.forEach(turn -> turn.rounds.add(turn.take(plan.slice())));
        }
        return new Result(workload, turns.stream().map(Turn::line).toList());
    }

    /** One contender at one workload. */
    private final class Turn {

        private final Workload workload;
        private final String contender;
        private final Operation operation;
        private final List<Cost> rounds = new ArrayList<>();
        private long done;
        private long batch;

        Turn(Workload workload, String contender, Operation operation) {
            this.workload = workload;
            this.contender = contender;
            this.operation = operation;
            this.batch = workload.concurrency();
        }

        /** Operations in batches until the time is over: within a batch nothing waits for this thread. */
        Cost take(Duration time) {
            workload.prepare(data);
            long before = done;
            Usage start = meter.begin();
            do {
                runBatch();
            } while (System.nanoTime() - start.wallNanos() < time.toNanos());
            Cost cost = meter.end().since(start).per(done - before);
            batch = Math.max(
                    workload.concurrency(), (long) (plan.slice().toNanos() / (BATCHES_PER_SLICE * cost.wallNanos())));
            return cost;
        }

        Line line() {
            return new Line(
                    contender,
                    rounds,
                    workload.isStream() ? Optional.of(LiveHeap.during(operation)) : Optional.empty());
        }

        private void runBatch() {
            long first = done;
            done += batch;
            Flux.range(0, Math.toIntExact(batch))
                    .flatMap(i -> operation.run(first + i).then(), workload.concurrency())
                    .then()
                    .block();
        }
    }
}

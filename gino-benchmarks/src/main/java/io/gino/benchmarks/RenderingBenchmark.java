/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import io.gino.benchmarks.rendering.ExposedRendering;
import io.gino.benchmarks.rendering.GinoRendering;
import io.gino.benchmarks.rendering.HandRendering;
import io.gino.benchmarks.rendering.JooqRendering;
import io.gino.benchmarks.rendering.Rendering;
import io.gino.benchmarks.rendering.Search;
import io.gino.benchmarks.rendering.SpringDataRendering;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One statement built and turned into SQL, by GINO and by its peers: time, and with {@code -prof gc} bytes, for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RenderingBenchmark {

    private static final int STATEMENTS = 1_000;

    private final HandRendering hand = new HandRendering();
    private final GinoRendering gino = new GinoRendering();
    private final JooqRendering jooq = new JooqRendering();
    private final ExposedRendering exposed = new ExposedRendering();
    private final SpringDataRendering springData = new SpringDataRendering();

    private final Search search = new Search("jack%", 18, true, "Paris", "France");

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public void hand(Blackhole blackhole) {
        render(hand, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public void gino(Blackhole blackhole) {
        render(gino, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public void jooq(Blackhole blackhole) {
        render(jooq, blackhole);
    }

    /** Without the values of the parameters, for which jOOQ walks the statement a second time. */
    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public void jooqTextAlone(Blackhole blackhole) {
        for (int i = 0; i < STATEMENTS; i++) {
            blackhole.consume(jooq.text(search));
        }
    }

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public void exposed(Blackhole blackhole) {
        render(exposed, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public void springData(Blackhole blackhole) {
        render(springData, blackhole);
    }

    /** Many in one go, so that the transaction that Exposed needs around them costs each of them nothing. */
    private void render(Rendering<?> rendering, Blackhole blackhole) {
        rendering.within(() -> {
            for (int i = 0; i < STATEMENTS; i++) {
                blackhole.consume(rendering.render(search));
            }
        });
    }
}

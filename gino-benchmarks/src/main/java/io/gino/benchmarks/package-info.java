/** JMH benchmarks, run by hand: {@code java -cp … org.openjdk.jmh.Main CompileBenchmark -prof gc}. */
@NullMarked
package io.gino.benchmarks;

import org.jspecify.annotations.NullMarked;

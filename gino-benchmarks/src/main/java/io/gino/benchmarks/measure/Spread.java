/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where the values of several rounds lie. */
record Spread(double median, double min, double max) {

    static <T> Spread of(List<T> rounds, ToDoubleFunction<T> value) {
        return of(rounds.stream().mapToDouble(value).toArray());
    }

    /** Of the values divided by each other, round by round: what slows a whole round down slows both. */
    static <T> Spread ofRatios(List<T> rounds, List<T> base, ToDoubleFunction<T> value) {
        double[] ratios = new double[rounds.size()];
        Arrays.setAll(ratios, i -> value.applyAsDouble(rounds.get(i)) / value.applyAsDouble(base.get(i)));
        return of(ratios);
    }

    private static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
